"""The texts of a table → its lines: rows between bars, or a file of comma-separated values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.importing.amounts import cell_of
from docgen.importing.drafts import Table
from docgen.importing.markup import Replace, markup
from docgen.importing.spans import Span, Spans, is_all, joined, plain, trimmed
from docgen.read.heads import ABOVE, LEFT

_RULES = {"start": "---", "end": "---:", "center": ":---:"}
_BAR = re.compile(r"(?<!\\)\|")
_SPLIT = re.compile(r"(\s*[,;]\s*|\s+)")
_MOST_ROWS = 60
_ESCAPED_BAR = r"\\|"


@dataclass(slots=True)
class Lettered:
    """Turns raised letters into marks of the notes of one frame; `used` are those that were met."""

    keys: Mapping[str, str]
    used: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def marked(self, found: Spans) -> Spans:
        """The text with marks for its raised letters that have a note."""
        return joined(one for span in found for one in self._spans(span))

    def _parts(self, text: str) -> list[str]:
        """The letters of a text, and what stands between them; “ab” can be two letters."""
        found = []
        for part in _SPLIT.split(text):
            alone = part.strip() not in self.keys and all(one in self.keys for one in part)
            found += list(part) if alone else [part]
        return found

    def _spans(self, span: Span) -> list[Span]:
        if not span.raised or span.note:
            return [span]
        made = []
        for part in self._parts(span.text):
            key = self.keys.get(part.strip())
            if key:
                self.used.append(part.strip())
                made.append(Span(part.strip(), note=key))
            elif part and (not part.strip(" ,;") or part.strip().isdigit()):
                made.append(replace(span, text=part, raised=part.strip().isdigit()))
            elif part:
                self.unknown.append(part)
                made.append(replace(span, text=part))
        return made


def lines(
    table: Table, numbers: Mapping[str, str], letters: Lettered, refer: Replace
) -> tuple[list[str], str]:
    """The lines of the rows of a table, and the content of a CSV file if it is a long one."""
    rows = [
        _row(row, index < table.head, numbers, letters, refer)
        for index, row in enumerate(table.rows)
    ]
    if len(rows) > _MOST_ROWS:
        return ([f"head: {table.head}"] if table.head != 1 else []), _csv(rows)
    rule = f"|{'|'.join(_RULES[align] for align in table.aligns)}|"
    bars = [_bars(row) for row in rows]
    return [*bars[: table.head], rule, *bars[table.head :]], ""


def _bars(row: Sequence[str]) -> str:
    if all(re.fullmatch(r":?-+:?", text) for text in row):
        row = [f"\\{row[0]}", *row[1:]]
    return f"| {' | '.join(_BAR.sub(_ESCAPED_BAR, text) for text in row)} |"


def _csv(rows: Sequence[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _row(
    row: Sequence[Spans],
    is_head: bool,
    numbers: Mapping[str, str],
    letters: Lettered,
    refer: Replace,
) -> list[str]:
    marked = [_apart(letters.marked(text)) for text in row]
    filled = [text for text, _ in marked if plain(text)]
    total = not is_head and bool(filled) and all(is_all(text, "bold") for text in filled)
    total = total and not any(any(span.italic for span in text) for text in filled)
    return [
        _cell(text, marks, total, not is_head and column > 0, numbers, refer)
        for column, (text, marks) in enumerate(marked)
    ]


def _apart(found: Spans) -> tuple[Spans, Spans]:
    """The words of a cell, and the marks at its end; commas between marks go."""
    found = trimmed(found)
    end = len(found)
    while end and (found[end - 1].note or not found[end - 1].text.strip(" ,;")):
        end -= 1
    marks = tuple(span for span in found[end:] if span.note)
    return (found[:end], marks) if marks else (found, ())


def _cell(
    text: Spans,
    marks: Spans,
    total: bool,
    counts: bool,
    numbers: Mapping[str, str],
    refer: Replace,
) -> str:
    """The markup of a cell; a number that looks like words around it is written as printed."""
    if not text and len(marks) == 1 and marks[0].note in (LEFT, ABOVE):
        return marks[0].note
    ends = "".join(f"[^{mark.note}]" for mark in marks)
    words = joined(replace(span, bold=False) for span in text) if total else text
    shown = plain(words)
    looks = any(span.bold or span.italic or span.link for span in words)
    number = cell_of(shown, numbers) if counts and not looks else ""
    made = number or markup(words, refer)
    if not number and made in (LEFT, ABOVE):
        made = f"\\{made}"
    return (f"**{made}**" if total and made else made) + ends
