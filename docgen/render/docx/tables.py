"""Statistical tables: rules around the head and at the end, figures at the right, bold totals.

Thickness of rules and room between them as measured in issued Word files: ½ point at the top, 1½
under the head and at the end. Nothing is ruled between columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.model import Cell, Column, Marks, NoteRef, Row, RowKind, Table
from docgen.records import dataclass
from docgen.render.decimals import amounts, paddings
from docgen.render.docx import captions, furniture
from docgen.render.docx.grid import Rules, cell, row, table, whole_twips
from docgen.render.docx.inline import bare, words
from docgen.render.docx.paragraphs import keep, line, paragraph, spacer
from docgen.render.docx.press import Press, Room
from docgen.render.docx.roles import GROUP, TOTAL
from docgen.render.docx.wml import Element, mark, twips
from docgen.render.rows import is_worded, kept
from docgen.spans import Slot, placed
from docgen.walk import find

THIN, THICK = 0.5, 1.5
HEAD_GAP = 5.75
TOTAL_INDENT = 14.4
GUTTER = {"left": 4.3, "right": 2.0}
DIGIT, SIGN, BRACKET, PERCENT = 0.5, 0.25, 0.333, 0.833
MARK = 0.3
BETWEEN = 0.15
"""Widths in ems of Times and its like: of a digit, a decimal sign, a bracket, a sign of percentage,
a raised letter, and a raised comma between two of those."""

_ROLES = {"data": "table.cell", "group": GROUP, "total": TOTAL}


def write(source: Table, press: Press, room: Room) -> Iterator[Element]:
    """The elements of a table, on pages of its own when it is a landscape one."""
    if not source.landscape:
        yield from _set(source, press, room)
        return
    yield furniture.section_end(press)
    yield from _set(source, press, room)
    yield furniture.section_end(press, landscape=True)


def _set(source: Table, press: Press, room: Room) -> Iterator[Element]:
    """A table with all that stands above and below it."""
    yield from captions.above(press, room, source)
    if source.headnote:
        yield line(press, room.role("table.headnote"), source.headnote)
    if source.title.inlines or source.headnote:
        yield keep(spacer())
    place = _place(source, press, room)
    columns = _Columns.of(source, place.width, press)
    gap = [_gap(columns)] if source.head else []
    rows = [*_head(source.head, columns), *gap, *_body(source, columns)]
    title = bare(source.title.inlines)
    yield table(
        press,
        columns.widths,
        rows,
        left=place.left,
        description=title,
        has_head=bool(source.head),
    )
    yield keep(spacer()) if captions.has_notes(source) else captions.end()
    yield from captions.below(press, place, source)


def _place(source: Table, press: Press, room: Room) -> Room:
    """The full width of the page for a table that the measure is too narrow for."""
    page = press.sheet.page
    if source.landscape:
        return Room(room.text, 0, page.turned().measure, framed=True)
    if room.framed or len(source.columns) <= press.sheet.fit.columns:
        return room
    return Room(room.text, 0, page.measure, framed=True)


def _head(rows: tuple[Row, ...], columns: _Columns) -> Iterator[Element]:
    """The head: a thick rule under its last row, a thin one under what spans columns above it."""
    for index, slots in enumerate(placed(rows)):
        top = {"top": THIN} if index == 0 else {}
        last = index == len(rows) - 1
        cells = [columns.head(slot, top | _under(slot, last)) for slot in slots]
        yield row(cells, head=True, whole=True)


def _under(slot: Slot, last: bool) -> dict[str, float]:
    if last:
        return {"bottom": THICK}
    return {"bottom": THIN} if slot.cell.span > 1 and not slot.rest else {}


def _gap(columns: _Columns) -> Element:
    """The room below the head, a row of it as in the template, so that it is repeated as well."""
    rules = {"top": THICK}
    cells = [cell(width, [keep(spacer())], rules=rules) for width in columns.widths]
    return row(cells, head=True, whole=True, height=HEAD_GAP)


def _body(source: Table, columns: _Columns) -> Iterator[Element]:
    """The body: totals between rules, a thick rule at the end; some rows stay together."""
    rows = zip(source.body, placed(source.body), paddings(source), kept(source), strict=True)
    count = len(source.body)
    for index, (entry, slots, room, stays) in enumerate(rows):
        rules = {"top": THIN} if index == 0 and not source.head else {}
        rules |= _rules(entry.kind, index, index == count - 1)
        role, short = _ROLES[entry.kind], columns.is_short(entry)
        cells = [
            columns.cell(slot, role, rules, short_of, stays and short)
            for slot, short_of in zip(slots, room, strict=True)
        ]
        yield row(cells, whole=short)


def _rules(kind: RowKind, index: int, last: bool) -> Rules:
    total = kind == "total"
    rules = {"top": THIN} if total and index else {}
    return rules | ({"bottom": THICK} if last else {"bottom": THIN} if total else {})


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one table with their `widths` in points."""

    columns: tuple[Column, ...]
    widths: list[float]
    press: Press
    worded: bool

    @classmethod
    def of(cls, source: Table, width: float, press: Press) -> _Columns:
        """The columns of a table that is `width` points wide."""
        widths = whole_twips([column.share * width for column in source.columns])
        return cls(source.columns, widths, press, is_worded(source))

    def is_short(self, source: Row) -> bool:
        """Whether a row can be kept on one page."""
        letters = (len(bare(cell.text.inlines)) for cell in source.cells)
        return max(letters, default=0) <= self.press.sheet.fit.letters

    def head(self, slot: Slot, rules: Rules) -> Element:
        """A cell of the head; one over several columns is centred above them."""
        align = "center" if slot.cell.span > 1 else self.columns[slot.start].align
        return self._made(slot, "table.head", rules, _aligned(align))

    def cell(self, slot: Slot, role: str, rules: Rules, short_of: str, stays: bool) -> Element:
        """A cell of the body, aligned as its column is, `short_of` some characters at its end."""
        indent = self._indent(slot, role, short_of)
        last = mark("keepNext") if stays else None
        align = _aligned(self.columns[slot.start].align)
        return self._made(slot, role, rules, last, indent, align)

    def _indent(self, slot: Slot, role: str, short_of: str) -> Element | None:
        """Room for the characters that a number is short of, less what its marks take.

        A decimal tab would do so by itself, but takes a thin space for the end of the number.
        The words of a total are set in.
        """
        source, look = slot.cell, self.press.roles[role]
        if role == TOTAL and not slot.start:
            return mark("ind", left=twips(TOTAL_INDENT))
        marks = _marks(source) if len(source.text.inlines) > 1 and any(amounts(source)) else 0
        ems = sum(map(_em, short_of)) - marks
        points = ems * look.size * look.scale / 100 + len(short_of) * look.tracking
        return mark("ind", right=twips(points)) if points else None

    def _upright(self, source: Cell) -> str:
        """Where words stand in a cell of the body that is taller than they are."""
        if self.worded:
            return "top"
        return "center" if source.rows > 1 else "bottom"

    def _made(self, slot: Slot, role: str, rules: Rules, *properties: Element | None) -> Element:
        source, start = slot.cell, slot.start
        said = [] if slot.below else words(source.text, self.press)
        return cell(
            sum(self.widths[start : start + source.span]),
            [paragraph(self.press, role, said, *properties)],
            span=source.span,
            merge="continue" if slot.below else "restart" if source.rows > 1 else "",
            rules=rules,
            margins=GUTTER if start else {},
            align="bottom" if role == "table.head" else self._upright(source),
        )


def _aligned(align: str) -> Element | None:
    return mark("jc", val=align) if align != "start" else None


def _marks(source: Cell) -> float:
    """The width of the marks of notes in a cell, in ems."""
    commas = sum(len(group.marks) - 1 for group in find(source, Marks))
    return commas * BETWEEN + sum(MARK for _ in find(source, NoteRef))


def _em(character: str) -> float:
    """The width of a character of a number in ems."""
    if character.isdigit():
        return DIGIT
    if character in "%‰":
        return PERCENT
    return BRACKET if unicodedata.category(character) == "Pe" else SIGN
