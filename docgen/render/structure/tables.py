"""Cells of tables → where they reach, and which heads each of them has (ISO 32000-1, table 349)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.render.structure.node import Node, walk

SCOPES = {"row": "/Row", "rowgroup": "/Row"}
"""The scope of a head by the attribute of the page; all others are heads of columns."""


def attributes(box: Any) -> dict[str, Any]:
    """The attributes of the cell of `box`."""
    spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    found: dict[str, Any] = {name: count for name, count in spans.items() if count != 1}
    if box.element.tag == "th":
        found["Scope"] = SCOPES.get(box.element.get("scope"), "/Column")
    return found


def relate(document: Node) -> None:
    """Give every head an id, and every other cell the ids of its heads."""
    tables = (node for node in walk(document) if node.role == "Table")
    for number, table in enumerate(tables, start=1):
        _relate(number, dict(_grid(table)))


Grid = dict[tuple[int, int], Node]


def _relate(number: int, grid: Grid) -> None:
    for (row, column), cell in grid.items():
        if cell.role == "TH" and not cell.id:
            cell.id = f"head-{number}-{row}-{column}"
    for cell in dict.fromkeys(grid.values()):
        if cell.role == "TD" and (heads := list(_heads(cell, grid))):
            cell.table["Headers"] = heads


def _heads(cell: Node, grid: Grid) -> Iterator[str]:
    """The ids of the heads of the rows and columns of a cell, each once."""
    places = [place for place, found in grid.items() if found is cell]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    heads = {head.id: None for place, head in grid.items() if _is_over(head, place, rows, columns)}
    yield from heads


def _is_over(head: Node, place: tuple[int, int], rows: set[int], columns: set[int]) -> bool:
    if head.role != "TH":
        return False
    row, column = place
    return row in rows if head.table["Scope"] == "/Row" else column in columns and row < min(rows)


def _grid(table: Node) -> Iterator[tuple[tuple[int, int], Node]]:
    """Every place of a table, by row and column, with the cell that covers it."""
    taken: set[tuple[int, int]] = set()
    rows = [node for node in walk(table) if node.role == "TR"]
    for row, node in enumerate(rows):
        column = 0
        for cell in node.children:
            while (row, column) in taken:
                column += 1
            places = list(_places(row, column, cell))
            taken.update(places)
            yield from ((place, cell) for place in places)


def _places(row: int, column: int, cell: Node) -> Iterator[tuple[int, int]]:
    for down in range(cell.table.get("RowSpan", 1)):
        for right in range(cell.table.get("ColSpan", 1)):
            yield row + down, column + right
