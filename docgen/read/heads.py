"""Rows of a table's head → cells, where `<` continues the cell at the left and `^` that above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.model import Row
from docgen.read.cells import cell
from docgen.read.grids import Texts
from docgen.read.scope import Scope, part

LEFT, ABOVE = "<", "^"
HINT = "Write < for a cell that continues the one at its left, ^ for one that continues that above."
Place = tuple[int, int]


def head(rows: Sequence[Texts], id: str, scope: Scope) -> tuple[Row, ...]:
    """The rows of a head with its cells merged; what cannot be merged is reported."""
    return tuple(_row(rows, index, id, _merged(rows, scope), scope) for index in range(len(rows)))


def _row(
    rows: Sequence[Texts], index: int, id: str, merged: dict[Place, list[Place]], scope: Scope
) -> Row:
    prefix = part(id, "head" if index == 0 else f"head.r{index + 1}")
    cells = []
    for (row, column), places in merged.items():
        if row == index:
            text = rows[row].cells[column]
            name = part(prefix, f"c{column + 1}")
            made = cell(text, rows[row].origin, scope.report, id=name, label=True)
            last_row, last_column = places[-1]
            span, height = last_column - column + 1, last_row - row + 1
            cells.append(replace(made, span=span, rows=height))
    return Row(tuple(cells))


def _merged(rows: Sequence[Texts], scope: Scope) -> dict[Place, list[Place]]:
    """The places of every cell by its first, in the order of reading."""
    found: dict[Place, list[Place]] = {}
    for place in _places(rows):
        found.setdefault(_first(rows, place), []).append(place)
    for (row, column), places in found.items():
        _check(rows[row], column, places, scope)
    return found


def _places(rows: Sequence[Texts]) -> Iterator[Place]:
    return ((row, column) for row, texts in enumerate(rows) for column in range(len(texts.cells)))


def _first(rows: Sequence[Texts], place: Place) -> Place:
    """Where the cell begins that stands at `place`."""
    row, column = place
    text = rows[row].cells[column]
    if text == LEFT and column:
        return _first(rows, (row, column - 1))
    if text == ABOVE and row:
        return _first(rows, (row - 1, column))
    return place


def _check(row: Texts, column: int, places: list[Place], scope: Scope) -> None:
    """A cell begins with words, or with nothing, and is a rectangle."""
    (top, left), (bottom, right) = places[0], places[-1]
    if row.cells[column] in (LEFT, ABOVE):
        message = f"“{row.cells[column]}” has no cell to continue"
        scope.report.error(row.origin, message, HINT)
    elif len(places) != (bottom - top + 1) * (right - left + 1):
        message = f"the cell “{row.cells[column]}” of the head is no rectangle"
        scope.report.error(row.origin, message, HINT)
