"""Table → which of its rows stay together where a page turns, and where its cells stand."""

from __future__ import annotations

from itertools import pairwise

from docgen.model import Row, Table

FIRST, LAST = 4, 2
"""How many rows a page has at least: of the beginning of a table, as less would not fill a quarter
of a page, and of its end."""


def kept(table: Table) -> list[bool]:
    """For each row of the body whether it stays on the page of what follows it.

    A total stays with the row before it, and the last row with what stands under the table.
    """
    body, noted = table.body, bool(table.notes or table.sources or table.remarks)
    last = len(body) - LAST
    return [
        *(
            place < FIRST - 1 or place >= last or _belong(*rows)
            for place, rows in enumerate(pairwise(body))
        ),
        *([noted] if body else []),
    ]


def _belong(row: Row, after: Row) -> bool:
    return row.kind == "group" or after.kind == "total"


def is_worded(table: Table) -> bool:
    """Whether words stand beside words, which are read from the first line of their row.

    Numbers stand beside the last line of what they belong to.
    """
    return any(column.align == "start" for column in table.columns[1:])
