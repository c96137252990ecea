"""What stands above and below tables and figures: labels, titles, units, sources and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.importing import roles, wording
from docgen.importing.drafts import Caption, Figure
from docgen.importing.grids import is_note, letters
from docgen.importing.sorter import Sorter
from docgen.importing.spans import (
    Span,
    Spans,
    cut,
    is_all,
    joined,
    plain,
    raw,
    spans,
    trimmed,
    unlike,
)
from docgen.importing.units import Unit
from docgen.word import Paragraph, Picture, Plot, Table

_MOST_LINES = 5
_LONGEST = 400
_LETTER = re.compile(r"[a-z]{1,2}|\*{1,4}")
_UNIT = re.compile(r"[(（\[].*[)）\]]")
_SEQUENCES = ("table", "figure", "box")
_NUMBER = r"(?:[A-Za-z]{1,5}|\d{1,3}|[一二三四五六七八九十百]{1,5})(?:\.[A-Za-z\d]{1,3})*"
_END = r"\s*[\n\t:：.]\s*|[ \u00a0\u3000]+|$"


def take(sorter: Sorter, units: Sequence[Unit], index: int) -> int:
    """Take the lines above a table or picture, and it → how many units these are; 0 for none."""
    if sorter.framed and isinstance(units[index].block, Table):
        return 0
    end = index
    while end < len(units) and end - index < _MOST_LINES and _is_line(sorter, units[end]):
        end += 1
    if end == index or end == len(units):
        return 0
    lines, unit = list(units[index:end]), units[end]
    if isinstance(unit.block, Table):
        return end - index + sorter.table(units, end, _caption(sorter, lines))
    if not _pictures(unit.block) or unit.text:
        return 0
    return end - index + _figures(sorter, units, end, _caption(sorter, lines))


def _is_line(sorter: Sorter, unit: Unit) -> bool:
    """Whether a paragraph can stand above a table."""
    block = unit.block
    if not isinstance(block, Paragraph) or _pictures(block) or not unit.text:
        return False
    if len(unit.text) > _LONGEST:
        return False
    if label_of(sorter, unit.words)[0] or _UNIT.fullmatch(unit.text):
        return True
    if sorter.typed(unit, block):
        return False
    named = roles.other(block) in ("caption", "unit")
    bold = is_all(unit.words, "bold") and not roles.heading(block)
    return named or roles.heading(block) == 3 or bold


def _caption(sorter: Sorter, lines: Sequence[Unit]) -> Caption:
    made = Caption()
    for line in lines:
        label, rest = label_of(sorter, line.words)
        words = line.words
        if label and not made.label and counted(sorter, label):
            made.label, words = label, rest
        elif label:
            sorter.notices.tell(line.place, f"the label “{label}” is kept as typed text")
        if not plain(words):
            continue
        if _UNIT.fullmatch(plain(words)) or roles.other(line.block) == "unit":  # type: ignore[arg-type]
            made.headnote = _and(made.headnote, words)
        else:
            made.title = _and(made.title, unlike(words, "bold"))
    if made.headnote and not _UNIT.fullmatch(plain(made.headnote)):
        made.title, made.headnote = _and(made.title, made.headnote), ()
    return made


def _and(first: Spans, second: Spans) -> Spans:
    return joined((*first, *([Span(" ")] if first else []), *second))


def label_of(sorter: Sorter, found: Spans) -> tuple[str, Spans]:
    """A label such as “Table 1” or “Table 24.1” at the begin of a line, and the line without it.

    In a line with more words it is one before a break, a colon, or words that are all bold.
    """
    text = raw(found)
    for sequence in _SEQUENCES:
        before, _, after = sorter.bundle.labels[sequence].partition("{")
        words = r"\s*".join(map(re.escape, before.split()))
        start = re.match(
            rf"\s*({words}\s*{_NUMBER}{re.escape(after.partition('}')[2])})(?P<end>{_END})", text
        )
        if start:
            rest = trimmed(cut(found, start.end()))
            sure = start["end"].strip(" \u00a0") or not plain(rest) or is_all(rest, "bold")
            return (start[1], rest) if sure else ("", found)
    return "", found


def counted(sorter: Sorter, label: str) -> bool:
    """Count a label, if it is the next one of its sequence."""
    of = sorter.labels.read(label)
    for sequence in _SEQUENCES:
        if of.get(sequence) == sorter.frames.get(sequence, 0) + 1:
            sorter.frames[sequence] = of[sequence]
            return True
    return False


def _pictures(block: Paragraph | Table) -> list[Picture | Plot]:
    pieces = block.pieces if isinstance(block, Paragraph) else ()
    return [piece for piece in pieces if isinstance(piece, Picture | Plot)]


def figure(sorter: Sorter, piece: Picture | Plot, unit: Unit) -> None:
    """Add a picture that has no caption."""
    title = (Span(piece.title),) if isinstance(piece, Plot) and piece.title else ()
    sorter.lists.close()
    sorter.add(Figure(Caption(title=title), piece, unit.place))


def _figures(sorter: Sorter, units: Sequence[Unit], index: int, caption: Caption) -> int:
    """The picture under a caption, further ones without, and what stands below them."""
    unit = units[index]
    sorter.lists.close()
    for number, piece in enumerate(_pictures(unit.block)):
        own = caption if number == 0 else Caption()
        sorter.add(Figure(own, piece, unit.place))
    return 1 + below(sorter, units, index + 1, caption)


def below(sorter: Sorter, units: Sequence[Unit], index: int, caption: Caption) -> int:
    """Take the sources, remarks and lettered notes from `index` on → how many units these are."""
    end = index
    while end < len(units) and _below(sorter, units[end], caption):
        end += 1
    return end - index


def _below(sorter: Sorter, unit: Unit, caption: Caption) -> bool:
    block = unit.block
    if not isinstance(block, Paragraph) or _pictures(block) or not unit.text:
        return False
    for phrase, lines in (("Source:", caption.sources), ("Note:", caption.remarks)):
        if count := wording.introduced(sorter.bundle, phrase, raw(unit.words)):
            sorter.notices.drop(unit.place, raw(unit.words)[:count])
            lines.append(trimmed(cut(unit.words, count)))
            return True
    return lettered(block, caption.notes)


def lettered(block: Paragraph, notes: list[tuple[str, Spans]]) -> bool:
    """Take a paragraph that is a lettered note: typed and raised, or lettered by its list."""
    found = trimmed(spans(block))
    letter = is_note(block)
    if letter and _LETTER.fullmatch(letter) and plain(letters(found)):
        notes.append((letter, letters(found)))
        return True
    if roles.other(block) == "note" and _LETTER.fullmatch(block.label):
        notes.append((block.label, found))
        return True
    return False
