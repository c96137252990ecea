"""Rows of a table → how its columns are aligned, and how wide its words let them be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from docgen.model import Align, Amount, Cell, Column, Row, Table, Text
from docgen.read.cells import SIGNS
from docgen.read.reflow import is_wide
from docgen.records import replace
from docgen.spans import placed
from docgen.walk import find, walk

# In letters half an em wide, two of which part columns: the room for the columns of a table that is
# on a landscape page, has many columns, or few (see `fit` of the house styles).
_TURNED, _PAGE, _MEASURE, _FEW = 140, 104, 78, 4
_GUTTER, _WIDEST = 2, 0.6
# What a column asks for at least and at most, since long texts are set in several lines; a Han
# text can break after any character, and a word that is longer than most breaks where it must.
_SHORTEST, _LONGEST, _LONGEST_WORD = 4, 40, 12
# What a number has besides figures: space after thousands, decimal sign, bracket.
_GROUP, _POINT, _BRACKET = 0.4, 0.5, 0.7
# The letters of heads are smaller than those of cells.
_HEAD = 0.85
# The first column holds words that are read from line to line.
_FIRST = 1.25

_WORD = re.compile(r"[^\s\u2e80-\uffff]+")


def columns(
    head: Sequence[Row],
    body: Sequence[Row],
    aligns: Sequence[Align],
    width: int,
    landscape: bool = False,
) -> tuple[Column, ...]:
    """The `width` columns of a table; without `aligns`, those of numbers alone end together."""
    heads = _alone(head, width)
    bodies = _alone([row for row in body if row.kind != "group"], width)
    sides = aligns or [_align(cells) for cells in bodies]
    cells = list(zip(heads, bodies, strict=True))
    wanted = [_wanted(*column) for column in cells]
    least = [_least(*column) for column in cells]
    shares = _shares([wanted[0] * _FIRST, *wanted[1:]], least, room(width, landscape))
    return tuple(Column(align, share) for align, share in zip(sides, shares, strict=True))


def fitted(table: Table) -> Table:
    """`table` with columns as wide as the words in it ask for, which are perhaps translated."""
    aligns = [column.align for column in table.columns]
    made = columns(table.head, table.body, aligns, len(aligns), table.landscape)
    return replace(table, columns=made)


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


def numbers(table: Table) -> float:
    """The room that the numbers of a table take side by side, in letters half an em wide."""
    cells = [_figures(column) for column in _alone(table.body, len(table.columns))]
    return sum(figures + _GUTTER for figures in cells if figures) - _GUTTER


def room(columns: int, landscape: bool) -> float:
    """The room for so many columns in the house styles, in letters half an em wide."""
    return _TURNED if landscape else _PAGE if columns > _FEW else _MEASURE


def _wanted(head: Sequence[Cell], body: Sequence[Cell]) -> int:
    words = chain.from_iterable(_letters(cell).split() for cell in head)
    longest_word = max(map(_width, words), default=0)
    longest_cell = max(map(_width, map(_letters, body)), default=0)
    return max(_SHORTEST, min(longest_word, _LONGEST_WORD), min(longest_cell, _LONGEST))


def _least(head: Sequence[Cell], body: Sequence[Cell]) -> float:
    """What a column needs lest a number or a word of usual length is broken."""
    word = max(_HEAD * _longest_word(head), _longest_word(body))
    return _GUTTER + max(_SHORTEST, min(word, _LONGEST_WORD), _figures(body))


def _longest_word(cells: Sequence[Cell]) -> int:
    texts = (part.text for cell in cells for part in find(cell, Text))
    return max((len(word) for text in texts for word in _WORD.findall(text)), default=0)


def _figures(cells: Sequence[Cell]) -> float:
    """The width of numbers whose units stand below each other."""
    values = [amount.value for cell in cells for amount in find(cell, Amount)]
    parts = [value.removeprefix("-").partition(".") for value in values]
    units = max((len(whole) for whole, _, _ in parts), default=0)
    decimals = max((len(fraction) for _, _, fraction in parts), default=0)
    signs = _GROUP * (max(units - 1, 0) // 3) + _POINT * bool(decimals)
    negative = any(value.startswith("-") for value in values)
    return units + decimals + signs + _BRACKET * negative


def _letters(cell: Cell) -> str:
    parts = walk(cell, Text, Amount)
    return "".join(part.text if isinstance(part, Text) else part.value for part in parts)


def _width(text: str) -> int:
    return sum(2 if is_wide(character) else 1 for character in text)


def _shares(wanted: Sequence[float], least: Sequence[float], given: float) -> list[float]:
    """Shares of the room `given` in proportion to what is wanted, none below the least or too wide.

    The common factor is found by halving: the sum rises with it. Where there is not enough room
    all have in proportion to the least.
    """
    widest = max(_WIDEST, 1 / len(wanted))
    total = max(given, sum(least))

    def scaled(factor: float) -> list[float]:
        pairs = zip(wanted, least, strict=True)
        return [max(min(factor * ask, widest), need / total) for ask, need in pairs]

    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(scaled(middle)) < 1 else (low, middle)
    rest = [round(share, 4) for share in scaled(high)[1:]]
    return [round(1 - sum(rest), 4), *rest]
