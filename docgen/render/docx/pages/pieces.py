"""Elements of the text → the pieces that pages are filled with, measured by their styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from docgen.records import dataclass
from docgen.render.docx.markup import Element
from docgen.render.docx.pages.flow import Piece
from docgen.render.docx.pages.forms import (
    PARAGRAPH,
    SECTION,
    Cells,
    Form,
    Forms,
    by_name,
    properties,
)
from docgen.render.docx.pages.lines import Lines, broken
from docgen.render.docx.pages.parts import parts
from docgen.style import Stylesheet

_Formed: TypeAlias = "tuple[Element, Form]"
_ONE_LINE = Lines(1, {})
_P, _TABLE, _ROW, _CELL = "w:p", "w:tbl", "w:tr", "w:tc"


@dataclass(slots=True)
class Measure:
    """What pieces are measured by: the forms of paragraphs, notes by id, and the page."""

    sheet: Stylesheet
    forms: Forms
    notes: Mapping[str, Element]
    landscape: bool = False
    cells: Cells = field(default_factory=Cells)
    _heights: dict[str, float] = field(default_factory=dict)

    def pieces(self, body: Iterable[Element], *, opens: bool = False) -> Iterator[Piece]:
        """The pieces of the body of a document, or of a part of it, in their order.

        The first one `opens` a page if it says so.
        """
        for elements, turned in self._sections(body):
            self.landscape = turned
            width = self._width()
            for element, form in elements:
                for piece in self._of(element, form, width):
                    if opens:
                        piece.opens, piece.capacity, opens = True, self.height(), False
                    yield piece
            opens = True

    def _sections(self, body: Iterable[Element]) -> Iterator[tuple[list[_Formed], bool]]:
        """The paragraphs and tables of each section, with whether its pages are turned.

        Those of one that does not end here are upright.
        """
        elements: list[_Formed] = []
        for element in _flat(body):
            form = self._form(element)
            elements.append((element, form))
            section = element if element.tag == SECTION else form.section
            if section:
                yield elements, _turned(section)
                elements = []
        yield elements, False

    def ends(self, element: Element) -> bool:
        """Whether a section ends with an element, so that what follows opens a page."""
        return self._form(element).section is not None

    def height(self) -> float:
        """The height of the text of a page, in points."""
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.height - page.top - page.bottom

    def _width(self) -> float:
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.measure

    def _of(self, element: Element, form: Form, width: float) -> Iterable[Piece]:
        if element.tag == _TABLE:
            return self._table(element)
        if element.tag != _P or form.framed:
            return ()
        return (self._paragraph(element, form, width),)

    # ---- paragraphs -----------------------------------------------------------------------------

    def _form(self, paragraph: Element) -> Form:
        return self.forms[properties(paragraph, PARAGRAPH)]

    def _paragraph(self, element: Element, form: Form, width: float) -> Piece:
        inside = parts(element)
        if form.role and not inside.drawn:
            leading, room = form.leading, width - form.left - form.right
            lines = broken(inside, form.role, room, form.first)
        else:
            leading, lines = max(inside.drawn, default=form.leading), _ONE_LINE
        return Piece(
            lines.number,
            leading,
            form.before,
            form.after,
            self._heights_of(lines.notes) if lines.notes else {},
            inside.names,
            form.keep,
            form.whole,
            opens=form.opens,
        )

    def _heights_of(self, notes: Mapping[int, list[str]]) -> dict[int, float]:
        """The height of the notes on each line."""
        return {line: sum(map(self._note, ids)) for line, ids in notes.items()}

    def _note(self, identity: str) -> float:
        """The height of a note, which is measured once."""
        if identity not in self._heights:
            pieces = [
                self._paragraph(paragraph, self._form(paragraph), self._width())
                for paragraph in self.notes[identity].children
            ]
            self._heights[identity] = sum(piece.height + piece.after for piece in pieces)
        return self._heights[identity]

    # ---- tables ---------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[Piece]:
        head = 0.0
        for row in _rows(table):
            said = by_name(properties(row, "w:trPr"))
            piece = self._row(row, whole="w:cantSplit" in said)
            piece.head = head
            if "w:tblHeader" in said:
                head += piece.height
                piece.keep, piece.head = True, 0.0
            yield piece

    def _row(self, row: Element, *, whole: bool) -> Piece:
        """A row, as high as its highest cell; one that can be split has the lines of that cell."""
        cells = [self._cell(cell) for cell in row.children if cell.tag == _CELL]
        height = max([height for height, _, _ in cells])
        leading = max([leading for _, leading, _ in cells])
        inner = [piece for _, _, pieces in cells for piece in pieces]
        notes = sum([sum(piece.notes.values()) for piece in inner if piece.notes])
        lines = max(1, round(height / leading)) if leading and not whole else 1
        return Piece(
            lines,
            height / lines,
            notes={0: notes} if notes else {},
            names=[name for piece in inner for name in piece.names],
            keep=bool(cells) and any(piece.keep for piece in cells[0][2][-1:]),
            whole=whole,
        )

    def _cell(self, cell: Element) -> tuple[float, float, list[Piece]]:
        """The height of a cell, that of its lines, and the pieces in it."""
        form = self.cells[properties(cell, "w:tcPr")]
        pieces: list[Piece] = []
        height = leading = 0.0
        for child in cell.children:
            for piece in self._of(child, self._form(child), form.width):
                pieces.append(piece)
                height += piece.before + piece.lines * piece.leading + piece.after
                leading = max(leading, piece.leading)
        return 0.0 if form.merged else height + form.room, leading, pieces


def _flat(body: Iterable[Element]) -> Iterator[Element]:
    """The paragraphs and tables of the body, those in content controls too."""
    for element in body:
        content = element.child("w:sdtContent") if element.tag == "w:sdt" else None
        yield from (element,) if content is None else content.children


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, and after each those of the tables in it."""
    for row in table.children:
        if row.tag == _ROW:
            yield row
            for cell in row.children:
                for inner in cell.children:
                    if inner.tag == _TABLE:
                        yield from _rows(inner)


def _turned(section: Element) -> bool:
    size = section.child("w:pgSz")
    return size is not None and size.attributes.get("w:orient") == "landscape"
