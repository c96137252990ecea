"""Elements of the text → the pieces that pages are filled with, measured by their styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import chain, repeat

from docgen.records import dataclass
from docgen.render.docx.markup import Element
from docgen.render.docx.pages.flow import Piece
from docgen.render.docx.pages.forms import (
    PARAGRAPH,
    SECTION,
    TWIPS,
    Form,
    Forms,
    by_name,
    points,
    properties,
    value,
)
from docgen.render.docx.pages.lines import Lines, Setting, broken
from docgen.style import Stylesheet

_P, _TABLE, _ROW, _CELL, _RUN = "w:p", "w:tbl", "w:tr", "w:tc", "w:r"
_EMU = 12700


@dataclass(slots=True)
class Measure:
    """What pieces are measured by: the forms of paragraphs, notes by id, and the page."""

    sheet: Stylesheet
    forms: Forms
    notes: Mapping[str, Element]
    landscape: bool = False
    _heights: dict[str, float] = field(default_factory=dict)

    def pieces(self, body: Iterable[Element], *, opens: bool = False) -> Iterator[Piece]:
        """The pieces of the body of a document, or of a part of it, in their order.

        The first one `opens` a page if it says so. A section that does not end here is upright.
        """
        elements = list(_flat(body))
        ends = [_turned(section) for section in map(self._section, elements) if section]
        turned = chain(ends, repeat(False))
        self.landscape = next(turned)
        for element in elements:
            for piece in self._of(element, self._width()):
                piece.opens = piece.opens or opens
                piece.capacity = self.height() if opens else 0
                opens = False
                yield piece
            if self.ends(element):
                self.landscape, opens = next(turned), True

    def ends(self, element: Element) -> bool:
        """Whether a section ends with an element, so that what follows opens a page."""
        return element.tag == _P and self._section(element) is not None

    def height(self) -> float:
        """The height of the text of a page, in points."""
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.height - page.top - page.bottom

    def _width(self) -> float:
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.measure

    def _of(self, element: Element, width: float) -> Iterator[Piece]:
        if element.tag == _P:
            form = self._form(element)
            if not form.framed:
                yield self._paragraph(element, form, width)
        elif element.tag == _TABLE:
            yield from self._table(element)

    # ---- paragraphs -----------------------------------------------------------------------------

    def _form(self, paragraph: Element) -> Form:
        return self.forms[properties(paragraph, PARAGRAPH)]

    def _section(self, element: Element) -> Element | None:
        """The properties of the section that ends with an element of the body."""
        return element if element.tag == SECTION else self._form(element).section

    def _paragraph(self, element: Element, form: Form, width: float) -> Piece:
        names, drawn = list[str](), list[float]()
        _look_through(element, names, drawn)
        lines, leading = Lines(), max(drawn, default=form.leading)
        if form.role and not drawn:
            room = width - form.left - form.right
            lines = broken(element, Setting(form.role, room, form.first))
        return Piece(
            lines.count,
            leading,
            form.before,
            form.after,
            {at: sum(map(self._note, ids)) for at, ids in lines.notes.items()},
            names,
            form.keep,
            form.whole,
            opens=form.opens,
        )

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
        height, leading = max(height for height, _, _ in cells), max(first for _, first, _ in cells)
        inner = [piece for _, _, pieces in cells for piece in pieces]
        lines = max(1, round(height / leading)) if leading and not whole else 1
        return Piece(
            lines,
            height / lines,
            notes={0: sum(sum(piece.notes.values()) for piece in inner)},
            names=[name for piece in inner for name in piece.names],
            keep=bool(cells) and any(piece.keep for piece in cells[0][2][-1:]),
            whole=whole,
        )

    def _cell(self, cell: Element) -> tuple[float, float, list[Piece]]:
        """The height of a cell, that of its lines, and the pieces in it."""
        said = by_name(properties(cell, "w:tcPr"))
        width = points(said, "w:tcW", "w:w", 0)
        margins = said["w:tcMar"].children if "w:tcMar" in said else ()
        room = [int(side.attributes.get("w:w", "0")) / TWIPS for side in margins]
        pieces = [piece for child in cell.children for piece in self._of(child, width)]
        merged = value(said, "w:vMerge", "w:val") == "continue"
        heights = (one.before + one.lines * one.leading + one.after for one in pieces)
        height = 0.0 if merged else sum(heights) + sum(room)
        return height, max((one.leading for one in pieces), default=0.0), pieces


def _look_through(inside: Element, names: list[str], drawn: list[float]) -> None:
    """Gather the bookmarks of a paragraph and the heights of the pictures in its lines."""
    for element in inside.children:
        if element.tag == _RUN:
            for part in element.children:
                if part.tag == _DRAWING and part.child(_INLINE):
                    drawn.append(_height(part))
        elif element.tag == "w:bookmarkStart":
            names.append(element.attributes["w:name"])
        elif element.children and element.tag != PARAGRAPH:
            _look_through(element, names, drawn)


_DRAWING, _INLINE, _EXTENT = "w:drawing", "wp:inline", "wp:extent"


def _height(drawing: Element) -> float:
    return next(int(size.attributes["cy"]) / _EMU for size in drawing.iter(_EXTENT))


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
                    yield from _rows(inner) if inner.tag == _TABLE else ()


def _turned(section: Element) -> bool:
    size = section.child("w:pgSz")
    return size is not None and size.attributes.get("w:orient") == "landscape"
