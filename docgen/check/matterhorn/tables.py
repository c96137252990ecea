"""Tables: what heads reach over, and cells that fill their table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count

from docgen.check.tree import Element, File

Place = tuple[int, int]
"""A row and a column, counted from 0."""


def _heads(file: File) -> Iterator[str]:
    heads = {bytes(head.raw.ID) for head in file.elements("TH") if "/ID" in head.raw}
    for head in file.elements("TH"):
        if str(head.attributes.get("/Scope")) not in ("/Row", "/Column", "/Both"):
            yield "15-003: a head of a table has no scope"
    for cell in file.elements("TD"):
        if any(bytes(name) not in heads for name in cell.attributes.get("/Headers", [])):
            yield "15-003: a cell names a head that does not exist"


def _shapes(file: File) -> Iterator[str]:
    """Cells fill the rows and columns of their table, each place once (ISO 32000-1, table 349)."""
    for table in file.elements("Table"):
        taken = Counter(_places(table))
        rows = range(sum(one.role == "TR" for one in table.walk()))
        columns = range(1 + max((column for _, column in taken), default=-1))
        if taken != Counter((row, column) for row in rows for column in columns):
            yield "15: the cells of a table do not fill it, each place once"


def _places(table: Element) -> Iterator[Place]:
    taken: set[Place] = set()
    for row, line in enumerate(one for one in table.walk() if one.role == "TR"):
        for cell in line.children:
            start = next(column for column in count() if (row, column) not in taken)
            places = list(_covered(cell, row, start))
            taken.update(places)
            yield from places


def _covered(cell: Element, row: int, column: int) -> Iterator[Place]:
    for down in range(int(cell.attributes.get("/RowSpan", 1))):
        for right in range(int(cell.attributes.get("/ColSpan", 1))):
            yield row + down, column + right


CHECKS = (_heads, _shapes)
