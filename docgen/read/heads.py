"""Rows of a table → cells, where `<` continues the cell at the left and `^` that above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.model import Cell, Row
from docgen.read.cells import cell
from docgen.read.grids import Texts
from docgen.read.scope import Scope, part
from docgen.records import replace

LEFT, ABOVE = "<", "^"
HINT = "Write < for a cell that continues the one at its left, ^ for one that continues that above."
Place = tuple[int, int]


def head(rows: Sequence[Texts], id: str, scope: Scope) -> tuple[Row, ...]:
    """The rows of a head with its cells merged; what cannot be merged is reported."""
    cells = merged(rows, scope)
    return tuple(_row(rows, index, id, cells, scope) for index in range(len(rows)))


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
            cells.append(over(made, places))
    return Row(tuple(cells))


def over(made: Cell, places: Sequence[Place]) -> Cell:
    """A cell that reaches over `places`, a rectangle; most reach over one."""
    if len(places) == 1:
        return made
    (top, left), (bottom, right) = places[0], places[-1]
    return replace(made, span=right - left + 1, rows=bottom - top + 1)


def merged(rows: Sequence[Texts], scope: Scope) -> dict[Place, list[Place]]:
    """The places of every cell by its first, in the order of reading.

    What cannot be merged is reported.
    """
    found: dict[Place, list[Place]] = {}
    for place, first in _firsts(rows).items():
        found.setdefault(first, []).append(place)
    for (row, column), places in found.items():
        _check(rows[row], column, places, scope)
    return found


def _places(rows: Sequence[Texts]) -> Iterator[Place]:
    return ((row, column) for row, texts in enumerate(rows) for column in range(len(texts.cells)))


def _firsts(rows: Sequence[Texts]) -> dict[Place, Place]:
    """Where the cell begins that stands at each place, in the order of reading."""
    found: dict[Place, Place] = {}
    for row, column in _places(rows):
        text = rows[row].cells[column]
        left, above = text == LEFT and column, text == ABOVE and row
        before = (row, column - 1) if left else (row - 1, column) if above else None
        found[row, column] = found[before] if before else (row, column)
    return found


def _check(row: Texts, column: int, places: list[Place], scope: Scope) -> None:
    """A cell begins with words, or with nothing, and is a rectangle."""
    (top, left), (bottom, right) = places[0], places[-1]
    if row.cells[column] in (LEFT, ABOVE):
        message = f"“{row.cells[column]}” has no cell to continue"
        scope.report.error(row.origin, message, HINT)
    elif len(places) != (bottom - top + 1) * (right - left + 1):
        message = f"the cell “{row.cells[column]}” is no rectangle"
        scope.report.error(row.origin, message, HINT)
