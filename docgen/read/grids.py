"""Rows between bars, or a CSV file → the texts of a table's cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from docgen import limits
from docgen.files import read_within
from docgen.model import Align
from docgen.read.files import locate
from docgen.read.frames import Line
from docgen.read.scope import Scope
from docgen.read.sources import decoded
from docgen.records import dataclass
from docgen.report import DocgenError, Origin

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"(?P<start>:?)-+(?P<end>:?)")
_SECOND = re.compile(r":?-{3,}:?")
_ALIGNS: dict[tuple[str, str], Align] = {
    ("", ""): "start",
    (":", ""): "start",
    ("", ":"): "end",
    (":", ":"): "center",
}

_FEWER = "Leave a cell empty, but write its bar or comma."
_MORE = "Take cells out, or give the other rows, the head and its rule as many."


@dataclass(frozen=True, slots=True)
class Texts:
    """The cells of one row as written, and where it stands."""

    origin: Origin
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table; `aligns` is empty when the source does not say."""

    head: list[Texts]
    body: list[Texts]
    aligns: tuple[Align, ...] = ()


def from_bars(lines: list[Line], scope: Scope) -> Grid | None:
    """Rows such as `| a | b |`, with a line `|---|---:|` below the head, if there is one."""
    rows = [Texts(scope.at(number), _split(text)) for number, text in lines]
    for count, row in enumerate(rows):
        rules = [_RULE.fullmatch(text) for text in row.cells]
        if all(rules) and len(rows) > 1:
            aligns = tuple(_ALIGNS[rule["start"], rule["end"]] for rule in rules if rule)
            _refuse_rules(rows[count + 1 :], scope)
            return _even(Grid(rows[:count], rows[count + 1 :], aligns), len(aligns), scope)
    hint = "Write |---|---:| below the head, with a colon where numbers stand at the end."
    scope.report.error(rows[0].origin, "the head of this table is not marked off", hint)
    return None


def _refuse_rules(body: list[Texts], scope: Scope) -> None:
    for row in body:
        if all(map(_SECOND.fullmatch, row.cells)):
            hint = (
                "Take it out; a row in bold is a total, or heads a group with its first cell alone."
            )
            scope.report.error(row.origin, "this table has a second line below its head", hint)


def from_csv(name: Line, scope: Scope, head: int = 1) -> Grid | None:
    """The rows of a CSV file in the folder of the document; the first of them are the `head`."""
    path = locate(scope.folder, name.text, (".csv",), scope.at(name.number), scope.report)
    if path is None:
        return None
    file = str(Path(scope.file).parent / name.text)
    data = read_within(path, limits.FILE)
    try:
        rows = list(_rows(decoded(data, file), file))
    except DocgenError as error:
        scope.report.add(error.diagnostic)
        return None
    if not rows or len(rows[0].cells) < 2:
        message = f"“{name.text}” cannot be read as a table with several columns"
        hint = "Save it as UTF-8, with commas between the cells and the head in the first line."
        scope.error(name.number, message, hint)
        return None
    return _even(Grid(rows[:head], rows[head:]), len(rows[0].cells), scope)


def _split(row: str) -> list[str]:
    inside = re.sub(r"(?<!\\)\|$", "", row.removeprefix("|"))
    return [text.strip() for text in _BAR.split(inside)]


def _rows(text: str, file: str) -> Iterator[Texts]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begin = 1
    try:
        for cells in reader:
            if any(cells):
                yield Texts(Origin(file, begin), [text.strip() for text in cells])
            begin = reader.line_num + 1
    except csv.Error as error:
        hint = "A cell that begins with a quotation mark ends with one; within it they are doubled."
        raise DocgenError(f"this row cannot be read: {error}", hint, Origin(file, begin)) from error


def _even(grid: Grid, width: int, scope: Scope) -> Grid | None:
    """The grid, if every row has `width` cells; each row that has not is reported."""
    if not _fits(grid, width, scope):
        return None
    uneven = [row for row in (*grid.head, *grid.body) if len(row.cells) != width]
    for row in uneven:
        message = f"cells in this row: {len(row.cells)}, columns of the table: {width}"
        scope.report.error(row.origin, message, _FEWER if len(row.cells) < width else _MORE)
    return None if uneven else grid


def _fits(grid: Grid, width: int, scope: Scope) -> bool:
    """Whether a grid is within the limits of tables, which is reported if it is not."""
    rows = [*grid.head, *grid.body]
    for found, limit in ((width, limits.COLUMNS), (len(rows) * width, limits.CELLS)):
        if found > limit.most:
            scope.report.error(rows[0].origin, limit.message("the table"), limit.reason)
            return False
    return True
