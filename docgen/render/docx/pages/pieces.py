"""Elements of the text → the pieces that pages are filled with, measured by their styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.render.docx.pages.flow import Piece
from docgen.render.docx.pages.lines import Lines, Setting, broken
from docgen.render.docx.wml import Element, qualified
from docgen.style import Role, Stylesheet

_P, _TABLE, _ROW, _CELL = (qualified("w", name) for name in ("p", "tbl", "tr", "tc"))
_PROPERTIES, _SECTION = qualified("w", "pPr"), qualified("w", "sectPr")
_BOOKMARK, _CONTENT = qualified("w", "bookmarkStart"), qualified("w", "sdtContent")
_TWIPS, _EMU = 20, 12700


@dataclass(slots=True)
class Measure:
    """What pieces are measured by: roles by the id of their style, notes by id, and the page.

    `gap` is the height of the empty lines that have no role.
    """

    sheet: Stylesheet
    roles: Mapping[str, Role]
    notes: Mapping[str, Element]
    gap: float
    landscape: bool = False
    _heights: dict[str, float] = field(default_factory=dict)

    def pieces(self, body: Element) -> Iterator[Piece]:
        """The pieces of the body of a document in their order."""
        turned = iter([_turned(section) for section in body.iter(_SECTION)])
        self.landscape = next(turned)
        opens = False
        for element in _flat(body):
            for piece in self._of(element, self._width()):
                piece.opens = piece.opens or opens
                piece.capacity = self.height() if opens else 0
                opens = False
                yield piece
            if element.find(f"{_PROPERTIES}/{_SECTION}") is not None:
                self.landscape, opens = next(turned), True

    def height(self) -> float:
        """The height of the text of a page, in points."""
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.height - page.top - page.bottom

    def _width(self) -> float:
        page = self.sheet.page.turned() if self.landscape else self.sheet.page
        return page.measure

    def _of(self, element: Element, width: float) -> Iterator[Piece]:
        if element.tag == _P:
            if element.find(f"{_PROPERTIES}/{qualified('w', 'framePr')}") is None:
                yield self._paragraph(element, width)
        elif element.tag == _TABLE:
            yield from self._rows(element)

    # ---- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, element: Element, width: float) -> Piece:
        role = self.roles.get(_said(element, "pStyle", "val"))
        drawn = [int(found.get("cy", "0")) / _EMU for found in _drawn(element)]
        if drawn or role is None:
            height = max(drawn, default=_points(element, "spacing", "line", self.gap))
            return self._piece(element, Lines(), height, role)
        left = _points(element, "ind", "left", role.left)
        right = _points(element, "ind", "right", role.right)
        first = role.tab - role.left if role.tab > role.left else 0
        lines = broken(element, Setting(role, width - left - right, first))
        return self._piece(element, lines, _points(element, "spacing", "line", role.leading), role)

    def _piece(self, element: Element, lines: Lines, leading: float, role: Role | None) -> Piece:
        return Piece(
            lines.count,
            leading,
            before=_points(element, "spacing", "before", role.before if role else 0),
            after=_points(element, "spacing", "after", role.after if role else 0),
            notes={at: sum(map(self._note, ids)) for at, ids in lines.notes.items()},
            names=_names(element),
            keep=bool(role and role.keep_next) or _has(element, "keepNext"),
            whole=bool(role and role.keep_next),
            opens=_has(element, "pageBreakBefore"),
        )

    def _note(self, identity: str) -> float:
        """The height of a note, which is measured once."""
        if identity not in self._heights:
            paragraphs = self.notes[identity].findall(_P)
            pieces = [self._paragraph(paragraph, self._width()) for paragraph in paragraphs]
            self._heights[identity] = sum(piece.height + piece.after for piece in pieces)
        return self._heights[identity]

    # ---- tables ---------------------------------------------------------------------------------

    def _rows(self, table: Element) -> Iterator[Piece]:
        head = 0.0
        for row in table.iter(_ROW):
            piece = self._row(row)
            piece.head = head
            if row.find(f"{qualified('w', 'trPr')}/{qualified('w', 'tblHeader')}") is not None:
                head += piece.height
                piece.keep, piece.head = True, 0.0
            yield piece

    def _row(self, row: Element) -> Piece:
        """A row, as high as its highest cell; one that can be split has the lines of that cell."""
        cells = [self._cell(cell) for cell in row.findall(_CELL)]
        height, leading = max(height for height, _, _ in cells), max(first for _, first, _ in cells)
        inner = [piece for _, _, pieces in cells for piece in pieces]
        split = row.find(f"{qualified('w', 'trPr')}/{qualified('w', 'cantSplit')}") is None
        lines = max(1, round(height / leading)) if split and leading else 1
        return Piece(
            lines,
            height / lines,
            notes={0: sum(sum(piece.notes.values()) for piece in inner)},
            names=[name for piece in inner for name in piece.names],
            keep=bool(cells) and any(piece.keep for piece in cells[0][2][-1:]),
            whole=not split,
        )

    def _cell(self, cell: Element) -> tuple[float, float, list[Piece]]:
        """The height of a cell, that of its lines, and the pieces in it."""
        properties = cell[0]
        width = int(_of(properties, "tcW", "w", "0")) / _TWIPS
        margins = properties.find(qualified("w", "tcMar"))
        room = [int(side.get(_W, "0")) / _TWIPS for side in (() if margins is None else margins)]
        pieces = [
            piece for child in cell.iterchildren(_P, _TABLE) for piece in self._of(child, width)
        ]
        merged = _of(properties, "vMerge", "val", "") == "continue"
        heights = (one.before + one.lines * one.leading + one.after for one in pieces)
        height = 0.0 if merged else sum(heights) + sum(room)
        return height, max((one.leading for one in pieces), default=0.0), pieces


_INLINE, _EXTENT = qualified("wp", "inline"), qualified("wp", "extent")
_W = qualified("w", "w")


def _drawn(element: Element) -> Iterator[Element]:
    """The extents of the pictures that stand in the lines of a paragraph."""
    return (size for drawn in element.iter(_INLINE) for size in drawn.iterchildren(_EXTENT))


def _flat(body: Element) -> Iterator[Element]:
    """The paragraphs and tables of the body, those in content controls too."""
    for element in body:
        content = element.find(_CONTENT)
        yield from (element,) if content is None else content


def _turned(section: Element) -> bool:
    return _of(section, "pgSz", "orient", "") == "landscape"


def _names(element: Element) -> list[str]:
    return [mark.get(qualified("w", "name"), "") for mark in element.iter(_BOOKMARK)]


def _said(element: Element, name: str, attribute: str, default: str = "") -> str:
    """An attribute of a property of a paragraph."""
    properties = element.find(_PROPERTIES)
    return default if properties is None else _of(properties, name, attribute, default)


def _of(properties: Element, name: str, attribute: str, default: str) -> str:
    found = properties.find(qualified("w", name))
    return default if found is None else found.get(qualified("w", attribute), default)


def _points(element: Element, name: str, attribute: str, default: float) -> float:
    said = _said(element, name, attribute)
    return int(said) / _TWIPS if said else default


def _has(element: Element, name: str) -> bool:
    return element.find(f"{_PROPERTIES}/{qualified('w', name)}") is not None
