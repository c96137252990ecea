"""The markup of a unit in the text of its file: where each character of it stands.

In a file the text of a unit can be wrapped, indented, quoted, or stand between bars or commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.readback.markup import Edit
from docgen.readback.trace import Refused

_BREAK_ALONE = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*")
_BLANK = re.compile(r"[ \t]+")
_BAR = re.compile(r"(?<!\\)\|")
_FIELD = re.compile(r'"(?:[^"]|"")*"|[^,"\r\n]*')
_CONTINUED = {"<", "^"}


def starts(text: str) -> list[int]:
    """Where each line of a file begins."""
    return [0, *(found.end() for found in _BREAK_ALONE.finditer(text))]


def put(text: str, start: int, markup: str, edits: Sequence[Edit], column: int) -> str:
    """The text of a Markdown file in which a unit, on the line from `start`, has its `edits`.

    `column` counts the cells of a table row from 0; it is -1 for all that is no cell. Raises
    Refused where the unit cannot be found.
    """
    end = _end(text, start)
    if column >= 0 and text[start:end].lstrip(" \t>").startswith("|"):
        begin, finish = _cell(text, start, end, markup, column)
        places = _places(text, begin, markup)
        if places and places[-1] > finish:
            places = []
    else:
        places = _search(text, start, end, markup)
    if not places:
        raise Refused("its text is not found in the file as it is printed")
    for edit in sorted(edits, reverse=True):
        first = places[edit.start]
        last = places[edit.end - 1] + 1 if edit.end > edit.start else first
        if edit.end == edit.start and edit.start:
            first = last = places[edit.start - 1] + 1
        text = text[:first] + edit.text + text[last:]
    return text


def put_field(text: str, start: int, old: str, new: str, column: int) -> str:
    """The text of a CSV file in which the field `column`, on the line from `start`, says `new`."""
    fields = list(_fields(text, start, _end(text, start)))
    if column >= len(fields) or _unquoted(fields[column][2]).strip() != old:
        raise Refused("its cell is not found in the data file")
    first, last, written = fields[column]
    quoted = written.startswith('"') or bool(re.search(r'[,"]', new))
    told = '"' + new.replace('"', '""') + '"' if quoted else new
    return text[:first] + told + text[last:]


def _end(text: str, start: int) -> int:
    """Where the line that begins at `start` ends."""
    found = _BREAK_ALONE.search(text, start)
    return found.start() if found else len(text)


def _search(text: str, start: int, end: int, markup: str) -> list[int]:
    """The places of a unit that begins on the line from `start` to `end`."""
    for begin in range(start, end):
        if text[begin] == markup[:1] and (places := _places(text, begin, markup)):
            return places
    return []


def _places(text: str, begin: int, markup: str) -> list[int]:
    """The place of each character of `markup` in `text` from `begin` on; none if it differs."""
    found: list[int] = []
    at = begin
    for index, character in enumerate(markup):
        at = _skipped(text, at, markup, index)
        if character == " " and (blank := _BREAK.match(text, at) or _BLANK.match(text, at)):
            found.append(blank.end() - 1)
            at = blank.end()
        elif text[at : at + 1] == character:
            found.append(at)
            at += 1
        else:
            return []
    return found


def _skipped(text: str, at: int, markup: str, index: int) -> int:
    """The place after a line break that stands for nothing, next to a wide character."""
    found = _BREAK.match(text, at)
    if found and index and markup[index] != " ":
        return found.end()
    return at


def _cell(text: str, start: int, end: int, markup: str, column: int) -> tuple[int, int]:
    """Where the markup of a cell begins and ends in its row."""
    cells = list(_cells(text, start, end))
    if _CONTINUED & {text[first:last] for first, last in cells}:
        same = [cell for cell in cells if text[slice(*cell)] == markup]
        cells, column = (same, 0) if len(same) == 1 else ([], 0)
    if column >= len(cells):
        raise Refused("its cell is not found in the row")
    first, last = cells[column]
    at = text.find(markup, first, last)
    bold = text[first:at] if at >= 0 else ""
    if at < 0 or bold not in ("", "**"):
        raise Refused("its cell is not found in the row")
    return at, last


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of each cell between bars begin and end."""
    row = text[start:end].rstrip()
    bars = [start + bar.start() for bar in _BAR.finditer(row)]
    if not bars or bars[-1] != start + len(row) - 1:
        bars.append(start + len(row))
    for left, right in pairwise(bars):
        words = text[left + 1 : right]
        begin = left + 1 + len(words) - len(words.lstrip())
        yield begin, max(begin, left + 1 + len(words.rstrip()))


def _fields(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The fields of a line between commas: where each begins and ends, and what is written."""
    at = start
    while at < end:
        found = _FIELD.match(text, at)
        assert found, "a field can be empty"
        yield found.start(), found.end(), found[0]
        if text[found.end() : found.end() + 1] != ",":
            return
        at = found.end() + 1


def _unquoted(written: str) -> str:
    if written.startswith('"') and written.endswith('"'):
        return written[1:-1].replace('""', '"')
    return written
