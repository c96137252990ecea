"""Rows of a table → where every cell stands, when cells reach over several columns or rows."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.model import Cell, Row
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a row: a cell, from column `start` on; `rest` rows of it follow below.

    A slot that is `below` continues a cell of the row above.
    """

    cell: Cell
    start: int
    rest: int = 0
    below: bool = False


def placed(rows: Sequence[Row]) -> list[list[Slot]]:
    """The slots of every row from left to right, continued cells among them."""
    grid: list[list[Slot]] = []
    for row in rows:
        above = grid[-1] if grid else []
        grid.append(_placed(row, {slot.start: slot for slot in above if slot.rest}))
    return grid


def _placed(row: Row, above: dict[int, Slot]) -> list[Slot]:
    slots: list[Slot] = []
    waiting, start = list(row.cells), 0
    while waiting or start in above:
        if start in above:
            slots.append(Slot(above[start].cell, start, above[start].rest - 1, below=True))
        else:
            cell = waiting.pop(0)
            slots.append(Slot(cell, start, cell.rows - 1))
        start += slots[-1].cell.span
    return slots
