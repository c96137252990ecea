"""Table containers → tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from docgen.model import Cell, Row, Table
from docgen.read.attributes import Attributes, check, received
from docgen.read.cells import cell
from docgen.read.columns import columns, fitted, numbers, room
from docgen.read.frames import UNNUMBERED, Frame, Line, captions, frame, title
from docgen.read.grids import Grid, Texts, from_bars, from_csv
from docgen.read.heads import ABOVE, LEFT, Place, merged, over
from docgen.read.heads import head as merged_head
from docgen.read.markdown import Node, line
from docgen.read.scope import Scope, part
from docgen.records import replace

_MARKS = r"(?P<marks>(?:\[\^[^\]]*\])*)"
LANDSCAPE = "landscape"
Reach: TypeAlias = Mapping[int, Sequence[Place]]
"""The places that the cells of a row reach over, by the columns in which they begin."""

_BOLD = re.compile(rf"\*\*(?P<words>(?:\\.|[^*\\])+)\*\*{_MARKS}")


def table(node: Node, attributes: Attributes, scope: Scope) -> Table | None:
    """A table, or None when its rows cannot be had; everything wrong with it is reported."""
    check(attributes, "a table", scope, classes=(LANDSCAPE, UNNUMBERED), receivable=True)
    numbered = UNNUMBERED not in attributes.classes
    read = frame(node, scope, "headnote", "rows", "data", "head", titled=numbered)
    grid = _grid(read, line(node), scope)
    made = _table(read, grid, attributes.id, scope) if grid else None
    if made and not numbered:
        made = replace(made, numbered=False)
    if made and LANDSCAPE in attributes.classes:
        made = _turned(made, line(node), scope)
    if made and numbers(made) > room(len(made.columns), made.landscape):
        hint = "Let it have fewer columns, or put it on a page of its own with {.landscape}."
        scope.error(line(node), "the numbers of this table have no room side by side", hint)
    return received(made, attributes) if made else None


def _turned(table: Table, first: int, scope: Scope) -> Table:
    """`table` on a page of its own, which only a table can have that stands in no frame."""
    if "heading" not in scope.allowed:
        hint = "Move the table out, or let it have fewer columns."
        scope.error(first, f"{scope.place} has no landscape pages", hint)
    return fitted(replace(table, landscape=True))


def _grid(read: Frame, first: int, scope: Scope) -> Grid | None:
    rows, data = read["rows"], read["data"]
    if bool(rows) + len(data) != 1:
        hint = "Write rows such as | a | b |, or one line data: data/name.csv."
        scope.error(first, "a table has either rows or one data file", hint)
        return None
    if rows and read["head"]:
        hint = "The line |---|---:| says where the head ends."
        scope.error(read["head"][0].number, "“head:” belongs to a data file", hint)
    grid = from_bars(rows, scope) if rows else from_csv(data[0], scope, _head_rows(read, scope))
    if grid and not grid.body:
        scope.report.error(
            grid.head[-1].origin, "nothing stands below the head of this table", "Add rows."
        )
    return grid


def _head_rows(read: Frame, scope: Scope) -> int:
    """How many rows of a data file are its head."""
    number, text = (read["head"] or [Line(0, "1")])[0]
    if re.fullmatch("[0-9]", text):
        return int(text)
    scope.error(number, f"“{text}” is no number of rows", "Write head: 2, for example.")
    return 1


def _table(read: Frame, grid: Grid, id: str, scope: Scope) -> Table:
    head = merged_head(grid.head, id, scope)
    body = _body(grid.body, id, scope)
    headnotes = captions(read["headnote"], id, "headnote", scope)
    return Table(
        title(read, id, scope),
        headnotes[0] if headnotes else None,
        columns(head, body, grid.aligns, len((*grid.head, *grid.body)[0].cells)),
        head,
        body,
        captions(read["Source"], id, "source", scope),
        captions(read["Note"], id, "note", scope),
        id=id,
    )


def _body(rows: Sequence[Texts], id: str, scope: Scope) -> tuple[Row, ...]:
    reach: list[dict[int, Sequence[Place]]] = [{} for _ in rows]
    for (row, column), places in merged(rows, scope).items():
        reach[row][column] = places
    pairs = enumerate(zip(rows, reach, strict=True), 1)
    return tuple(_body_row(row, each, part(id, f"r{n}"), scope) for n, (row, each) in pairs)


def _body_row(row: Texts, reach: Reach, prefix: str, scope: Scope) -> Row:
    filled = [text for text in row.cells if text and text not in (LEFT, ABOVE)]
    if not filled or not all(map(_BOLD.fullmatch, filled)):
        return Row(_cells(row, reach, prefix, scope))
    plain = Texts(row.origin, [_BOLD.sub(r"\g<words>\g<marks>", text) for text in row.cells])
    cells = _cells(plain, reach, prefix, scope)
    if len(filled) == 1 and row.cells[0]:
        return Row((replace(cells[0], span=len(row.cells)),), "group")
    return Row(cells, "total")


def _cells(row: Texts, reach: Reach, prefix: str, scope: Scope) -> tuple[Cell, ...]:
    """The cells that begin in a row, by their columns."""
    return tuple(over(_cell(row, column, prefix, scope), reach[column]) for column in reach)


def _cell(row: Texts, column: int, prefix: str, scope: Scope) -> Cell:
    name, text = part(prefix, f"c{column + 1}"), row.cells[column]
    return cell(text, row.origin, scope.report, id=name, label=not column)
