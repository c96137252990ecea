"""Rows of a table → how its columns are aligned, and how wide its words let them be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from docgen.model import Align, Amount, Cell, Column, Row, Table, Text
from docgen.read.cells import SIGNS
from docgen.read.reflow import is_wide
from docgen.records import replace
from docgen.spans import placed
from docgen.walk import find, walk

_NARROWEST, _WIDEST = 0.08, 0.6
# In letters: what a column asks for at least and at most, since long texts are set in several
# lines; a Han text can break after any character.
_SHORTEST, _LONGEST, _LONGEST_WORD = 4, 40, 12
# The first column holds words that are read from line to line.
_FIRST = 1.25


def columns(
    head: Sequence[Row], body: Sequence[Row], aligns: Sequence[Align], width: int
) -> tuple[Column, ...]:
    """The `width` columns of a table; without `aligns`, those of numbers alone end together."""
    heads = _alone(head, width)
    bodies = _alone([row for row in body if row.kind != "group"], width)
    sides = aligns or [_align(cells) for cells in bodies]
    wanted = [_wanted(*cells) for cells in zip(heads, bodies, strict=True)]
    shares = _shares([wanted[0] * _FIRST, *wanted[1:]])
    return tuple(Column(align, share) for align, share in zip(sides, shares, strict=True))


def fitted(table: Table) -> Table:
    """`table` with columns as wide as the words in it ask for, which are perhaps translated."""
    aligns = [column.align for column in table.columns]
    return replace(table, columns=columns(table.head, table.body, aligns, len(aligns)))


def _alone(rows: Sequence[Row], width: int) -> list[list[Cell]]:
    """For each of `width` columns the cells that stand in it alone.

    Where rows do not fit together, which is reported, some stand in none.
    """
    columns: list[list[Cell]] = [[] for _ in range(width)]
    for row in placed(rows):
        for slot in row:
            if slot.cell.span == 1 and slot.start < width:
                columns[slot.start].append(slot.cell)
    return columns


def _align(cells: Sequence[Cell]) -> Align:
    others = [cell for cell in cells if not _is_number(cell)]
    signs = all(_letters(cell) in SIGNS for cell in others)
    return "end" if signs and len(others) < len(cells) else "start"


def _is_number(cell: Cell) -> bool:
    return any(find(cell, Amount))


def _wanted(head: Sequence[Cell], body: Sequence[Cell]) -> int:
    words = chain.from_iterable(_letters(cell).split() for cell in head)
    longest_word = max(map(_width, words), default=0)
    longest_cell = max(map(_width, map(_letters, body)), default=0)
    return max(_SHORTEST, min(longest_word, _LONGEST_WORD), min(longest_cell, _LONGEST))


def _letters(cell: Cell) -> str:
    parts = walk(cell, Text, Amount)
    return "".join(part.text if isinstance(part, Text) else part.value for part in parts)


def _width(text: str) -> int:
    return sum(2 if is_wide(character) else 1 for character in text)


def _shares(wanted: Sequence[float]) -> list[float]:
    """Shares in proportion to what is wanted, none too narrow or too wide, with the sum of 1.

    The common factor is found by halving: the sum rises with it.
    """
    count = len(wanted)
    narrowest, widest = min(_NARROWEST, 1 / count), max(_WIDEST, 1 / count)

    def scaled(factor: float) -> list[float]:
        return [min(max(factor * width, narrowest), widest) for width in wanted]

    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(scaled(middle)) < 1 else (low, middle)
    rest = [round(share, 4) for share in scaled(high)[1:]]
    return [round(1 - sum(rest), 4), *rest]
