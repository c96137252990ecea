"""Statistical tables: rules around the head and at the end, figures at the right, bold totals.

Thickness of rules and room between them as measured in issued Word files: ½ point at the top, 1½
under the head and at the end. Nothing is ruled between columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model import Cell, Column, Row, Table
from docgen.render.docx import captions
from docgen.render.docx.grid import Rules, cell, row, table, whole_twips
from docgen.render.docx.inline import bare, words
from docgen.render.docx.paragraphs import line, paragraph, spacer
from docgen.render.docx.press import Press, Room
from docgen.render.docx.roles import GROUP, TOTAL
from docgen.render.docx.wml import Element, w

THIN, THICK = 0.5, 1.5
HEAD_GAP = 5.75
GUTTER = {"left": 4.3, "right": 2.0}
FITTING_COLUMNS = 4
"""A table of more columns takes the full width of the page instead of the measure."""

_ROLES = {"data": "table.cell", "group": GROUP, "total": TOTAL}


def write(source: Table, press: Press, room: Room) -> Iterator[Element]:
    """The elements of a table, with all that stands above and below it."""
    yield from captions.above(press, room, source)
    if source.headnote:
        yield line(press, room.role("table.headnote"), source.headnote)
    place = _place(source, press, room)
    columns = _Columns(source.columns, place.width, press)
    rows = [*_head(source.head, columns), *_body(source.body, columns)]
    title = bare(source.title.inlines)
    yield table(press, columns.widths, rows, left=place.left, description=title)
    yield spacer()
    yield from captions.below(press, place, source)


def _place(source: Table, press: Press, room: Room) -> Room:
    """The full width of the page for a table that the measure is too narrow for."""
    if room.framed or len(source.columns) <= FITTING_COLUMNS:
        return room
    return Room(room.text, 0, press.sheet.page.measure, framed=True)


def _head(rows: tuple[Row, ...], columns: _Columns) -> Iterator[Element]:
    """The head: a thick rule under its last row, a thin one under what spans columns above it."""
    for index, entry in enumerate(rows):
        top = {"top": THIN} if index == 0 else {}
        under = {"bottom": THICK} if index == len(rows) - 1 else {}
        cells = [
            columns.head(one, start, top | (under or ({"bottom": THIN} if one.span > 1 else {})))
            for one, start in _placed(entry)
        ]
        yield row(cells, head=True, whole=True)


def _body(rows: tuple[Row, ...], columns: _Columns) -> Iterator[Element]:
    """The body: totals between rules, a thick rule at the end."""
    for index, entry in enumerate(rows):
        last, total = index == len(rows) - 1, entry.kind == "total"
        rules = {"top": THIN} if total and index else {}
        rules |= {"bottom": THICK} if last else {"bottom": THIN} if total else {}
        gap = {"top": HEAD_GAP} if index == 0 else {}
        role = _ROLES[entry.kind]
        cells = [columns.cell(one, start, role, rules, gap) for one, start in _placed(entry)]
        yield row(cells, whole=True)


def _placed(entry: Row) -> Iterator[tuple[Cell, int]]:
    """Every cell of a row with the column in which it begins."""
    start = 0
    for one in entry.cells:
        yield one, start
        start += one.span


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one table that is `width` points wide."""

    columns: tuple[Column, ...]
    width: float
    press: Press

    @property
    def widths(self) -> list[float]:
        return whole_twips([column.share * self.width for column in self.columns])

    def head(self, source: Cell, start: int, rules: Rules) -> Element:
        """A cell of the head; one over several columns is centred above them."""
        align = "center" if source.span > 1 else self.columns[start].align
        return self._made(source, start, "table.head", align, rules, {})

    def cell(self, source: Cell, start: int, role: str, rules: Rules, gap: Rules) -> Element:
        """A cell of the body, aligned as its column is."""
        return self._made(source, start, role, self.columns[start].align, rules, gap)

    def _made(
        self, source: Cell, start: int, role: str, align: str, rules: Rules, gap: Rules
    ) -> Element:
        direction = w("jc", val=align) if align != "start" else None
        content = paragraph(self.press, role, words(source.text, self.press), direction)
        return cell(
            sum(self.widths[start : start + source.span]),
            [content],
            span=source.span,
            rules=rules,
            margins=dict(gap) | (GUTTER if start else {}),
            align="bottom",
        )
