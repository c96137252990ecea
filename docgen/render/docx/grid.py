"""Tables as Word wants them: fixed widths, rows that add up, cells that end with a paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from docgen.render.docx.paragraphs import spacer
from docgen.render.docx.press import Press
from docgen.render.docx.wml import Element, holding, mark, shared, twips, w

Rules = Mapping[str, float]
"""Lines around cells: side (top, bottom, left, right, insideH, insideV) → thickness in points."""

TWIPS = 20

Lengths = tuple[tuple[str, float], ...]


def table(
    press: Press,
    widths: Sequence[float],
    rows: Sequence[Element],
    *,
    left: float = 0,
    rules: Rules | None = None,
    padding: float = 0,
    description: str = "",
    has_head: bool = True,
) -> Element:
    """A table of columns `widths` wide, all lengths in points, `left` of the text edge.

    `padding` is the room at the sides of every cell, `description` what screen readers announce.
    """
    columns = tuple(map(twips, widths))
    properties = w(
        "tblPr",
        mark("bidiVisual") if press.document.direction == "rtl" else None,
        mark("tblW", w=sum(columns), type="dxa"),
        mark("tblInd", w=twips(left), type="dxa"),
        _rules(tuple(rules.items())) if rules else None,
        mark("tblLayout", type="fixed"),
        _padding(twips(padding)),
        _look(has_head),
        w("tblCaption", val=description) if description else None,
    )
    return holding("tbl", [properties, _columns(columns), *rows])


@lru_cache(256)
def _rules(rules: Lengths) -> Element:
    return shared(w("tblBorders", borders(dict(rules))))


@lru_cache(256)
def _padding(width: int) -> Element:
    """The room at the sides of every cell, in twips."""
    return shared(w("tblCellMar", [w(side, w=width, type="dxa") for side in ("left", "right")]))


@lru_cache(256)
def _columns(widths: tuple[int, ...]) -> Element:
    return shared(w("tblGrid", [w("gridCol", w=width) for width in widths]))


def whole_twips(widths: Sequence[float]) -> list[float]:
    """Widths in points that are whole twips and have the same sum, but for less than a twip.

    Word wants the width of a cell to be that of its columns to the twip.
    """
    edges = [twips(sum(widths[:count])) for count in range(len(widths) + 1)]
    return [(end - start) / TWIPS for start, end in pairwise(edges)]


def row(
    cells: Sequence[Element], *, head: bool = False, whole: bool = False, height: float = 0
) -> Element:
    """A row; a `head` row is repeated on every page, a `whole` one is never split over two.

    One with a `height` in points is that high, whatever is in it.
    """
    plain = not (head or whole or height)
    return holding("tr", [*cells] if plain else [_row_properties(head, whole, height), *cells])


@cache
def _row_properties(head: bool, whole: bool, height: float) -> Element:
    marks = [w("cantSplit")] if whole else []
    marks += [w("trHeight", val=twips(height), hRule="exact")] if height else []
    marks += [w("tblHeader")] if head else []
    return shared(w("trPr", marks))


def cell(
    width: float,
    content: Sequence[Element],
    *,
    span: int = 1,
    merge: str = "",
    rules: Rules | None = None,
    margins: Mapping[str, float] | None = None,
    align: str = "",
) -> Element:
    """A cell over `span` columns that are `width` points wide together.

    `merge` is "restart" where a cell over several rows begins, and "continue" below that.
    """
    lines, room = tuple((rules or {}).items()), tuple((margins or {}).items())
    properties = _cell_properties(twips(width), span, merge, lines, room, align)
    ends_well = bool(content) and content[-1].tag == "w:p"
    return holding("tc", [properties, *content] if ends_well else [properties, *content, spacer()])


@lru_cache(1024)
def _cell_properties(
    width: int, span: int, merge: str, rules: Lengths, margins: Lengths, align: str
) -> Element:
    """The properties of a cell, `width` in twips: one for all cells that look the same."""
    room = [w(side, w=twips(length), type="dxa") for side, length in margins]
    made = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("vMerge", val=merge) if merge else None,
        w("tcBorders", borders(dict(rules))) if rules else None,
        w("tcMar", room) if room else None,
        w("vAlign", val=align) if align else None,
    )
    return shared(made)


def borders(rules: Rules, gap: float = 0) -> list[Element]:
    """The elements of lines, `gap` points from the text; Word counts thickness in eighths."""
    return [
        w(side, val="single", sz=round(points * 8), space=round(gap), color="auto")
        for side, points in rules.items()
    ]


def _look(has_head: bool) -> Element:
    """The first row is the head, if there is one: what accessibility checkers look for."""
    return mark(
        "tblLook",
        val="0020" if has_head else "0000",
        firstRow=int(has_head),
        lastRow=0,
        firstColumn=0,
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
