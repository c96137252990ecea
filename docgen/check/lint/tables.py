"""Tables: cells that end with a paragraph, rows that fill the grid, columns with widths."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts, W, attribute, local, value


def _cells(parts: Parts) -> Iterator[str]:
    for cell in parts.everywhere("tc"):
        blocks = [local(one) for one in cell if local(one) in ("p", "tbl", "sdt", "tcPr")]
        if blocks[-1:] != ["p"]:
            yield "a table cell does not end with a paragraph"


def _rows(parts: Parts) -> Iterator[str]:
    for table in parts.everywhere("tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if not columns:
            yield "a table has no grid"
            continue
        rows = table.findall(f"{W}tr")
        if not rows:
            yield "a table has no rows"
        for row in rows:
            filled = _around(row) + sum(
                _span(cell) for cell in row.iter(f"{W}tc") if _in(cell, row)
            )
            if filled != columns:
                yield f"a table row fills {filled} of {columns} columns"


def _in(cell: Element, row: Element) -> bool:
    """Whether a cell belongs to this row and not to a table within it."""
    return next(cell.iterancestors(f"{W}tr")) is row


def _span(cell: Element) -> int:
    return _number(value(cell, "tcPr/gridSpan") or "1")


def _around(row: Element) -> int:
    """The columns that a row leaves free before and after its cells."""
    return sum(_number(value(row, f"trPr/{name}") or "0") for name in ("gridBefore", "gridAfter"))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _merged(parts: Parts) -> Iterator[str]:
    """A cell that continues another stands below one at the same column."""
    for table in parts.everywhere("tbl"):
        above: dict[int, int] = {}
        for row in table.findall(f"{W}tr"):
            begun, column = {}, 0
            for cell in row.findall(f"{W}tc"):
                width, merge = _span(cell), cell.find(f"{W}tcPr/{W}vMerge")
                continues = merge is not None and attribute(merge) in ("", "continue")
                if continues and above.get(column) != width:
                    yield "a table cell continues none above it"
                if merge is not None:
                    begun[column] = width
                column += width
            above = begun


def _widths(parts: Parts) -> Iterator[str]:
    """In a table of fixed widths the grid adds up to the width of the table."""
    for table in parts.everywhere("tbl"):
        layout, whole = table.find(f"{W}tblPr/{W}tblLayout"), table.find(f"{W}tblPr/{W}tblW")
        if layout is None or whole is None or attribute(layout, "type") != "fixed":
            continue
        grid = [attribute(one, "w") for one in table.findall(f"{W}tblGrid/{W}gridCol")]
        if attribute(whole, "type") == "dxa" and sum(map(_number, grid)) != _number(
            attribute(whole, "w")
        ):
            yield f"the columns of a table are {'+'.join(grid)} wide, not {attribute(whole, 'w')}"


CHECKS = (_cells, _rows, _merged, _widths)
