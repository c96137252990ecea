"""Table → what the numbers of its columns lack at their end, so that units stand below units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.model import Amount, Cell, Table, Text
from docgen.spans import Slot, placed
from docgen.walk import find

_END = re.compile(r"(?P<decimals>(?:\D\d+)?)(?P<closing>\D*)")
_SHARE = re.compile(r"\D?\d[\d\s]*(?P<decimals>(?:[.,]\d+)?)(?P<closing>\s*[%‰]\)?)")


class End(NamedTuple):
    """What follows the units of a number: of "(1 234.5)" the decimals ".5" and the closing ")".

    The sign of a percentage that is written behind a number closes it as well.
    """

    decimals: str = ""
    closing: str = ""


def paddings(table: Table) -> list[list[str]]:
    """For every slot of the body, row by row, the characters that its number is short of.

    They are as wide as what the longest numbers of the column have after their units. Writers
    leave that much room at the end of the cell, and never print them.
    """
    rows = placed(table.body)
    longest = [
        _longest(_cells(rows, column)) if kind.align == "end" else End()
        for column, kind in enumerate(table.columns)
    ]
    return [[_padding(slot.cell, longest[slot.start]) for slot in row] for row in rows]


def amounts(cell: Cell) -> Iterator[Amount]:
    """The numbers of a cell, which stand in no other text: a cell has one with its note marks."""
    return (inline for inline in cell.text.inlines if isinstance(inline, Amount))


def _cells(rows: list[list[Slot]], column: int) -> Iterable[Cell]:
    return (slot.cell for row in rows for slot in row if slot.start == column)


def _longest(cells: Iterable[Cell]) -> End:
    ends = [end for end in map(_end, cells) if end]
    decimals = max((end.decimals for end in ends), key=len, default="")
    return End(decimals, max((end.closing for end in ends), key=len, default=""))


def _padding(cell: Cell, longest: End) -> str:
    """What `cell` lacks; a sign such as “–” lacks all of it, as it stands for the units."""
    own = _end(cell) or (End() if _is_sign(_letters(cell)) else longest)
    return longest.decimals[len(own.decimals) :] + longest.closing[len(own.closing) :]


def _end(cell: Cell) -> End | None:
    """What follows the units of the number in `cell`, if there is one."""
    amount = next(amounts(cell), None)
    if amount:
        return _after_units(amount)
    found = _SHARE.fullmatch(_letters(cell))
    return End(found["decimals"], found["closing"]) if found else None


def _letters(cell: Cell) -> str:
    return "".join(text.text for text in find(cell, Text)).strip()


def _is_sign(letters: str) -> bool:
    return bool(letters) and not any(map(str.isalnum, letters))


def _after_units(amount: Amount) -> End:
    if amount.text.isdecimal():
        return End()
    units = sum(map(str.isdigit, amount.value.partition(".")[0]))
    digits = [index for index, sign in enumerate(amount.text, 1) if sign.isdigit()]
    found = _END.fullmatch(amount.text, digits[units - 1] if digits else 0)
    return End(found["decimals"], found["closing"]) if found else End()
