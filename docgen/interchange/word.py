"""Units ↔ a table in a Word file, for those who translate and revise without other programs.

A row has the id of a unit with its state and stamp, the source, the translation, and remarks. The
text before the last change stands below the source, struck out. Whoever edits the third column
changes the translation; a line break there is a blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.interchange.codes import Piece, pieces
from docgen.interchange.values import STATES, Exchange, Unit, told
from docgen.interchange.xml import add, root_of
from docgen.model import State
from docgen.render.docx.package import OFFICE_TYPE, Package
from docgen.render.docx.wml import Element, run, text, w
from docgen.report import DocgenError, Origin
from docgen.word import Cell, Paragraph, Run, Table, WordFile, read

_HEAD = ("Unit", "Source", "Translation", "Remarks")
_WIDTHS = (1900, 5000, 5000, 2500)
_STATE, _STAMP, _FORMER = "ExchangeState", "ExchangeStamp", "ExchangeFormer"
_CODE, _HEADING, _ID = "ExchangeCode", "ExchangeHeading", "ExchangeId"
_FORMER_NAME = "Exchange former text"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM, _TYPES = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
_OWN_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DOCUMENT, _FROM, _TO = "docgen document", "docgen from", "docgen to"
_FADES = {"stale": "FFF2CC", "untranslated": "FCE4D6", "approved": "E2EFDA"}
"""The shade of the first cell of a row, by the state of its unit."""


# ---- writing --------------------------------------------------------------------------------


def dump(exchange: Exchange) -> bytes:
    """The units as a Word file on landscape pages of the size A4."""
    package = Package()
    main = package.add_story("document", "document.main", _document(exchange))
    package.root.relate("officeDocument", main)
    main.relate("styles", package.add_story("styles", "styles", _styles(exchange)))
    kind = "custom-properties"
    custom = package.add("docProps/custom.xml", f"{OFFICE_TYPE}.{kind}+xml", _properties(exchange))
    package.root.relate(kind, custom)
    return package.data()


def _properties(exchange: Exchange) -> Element:
    root = root_of(_CUSTOM, "Properties", vt=_TYPES)
    for number, (name, value) in enumerate(
        ((_DOCUMENT, exchange.document), (_FROM, exchange.source), (_TO, exchange.target)), 2
    ):
        own = {"fmtid": _OWN_SET, "pid": str(number), "name": name}
        add(add(root, "property", attributes=own), f"{{{_TYPES}}}lpwstr", value)
    return root


def _document(exchange: Exchange) -> Element:
    heading = f"{exchange.document}: {exchange.source} → {exchange.target}"
    page = w(
        "sectPr",
        w("pgSz", w=16838, h=11906, orient="landscape"),
        w("pgMar", top=1134, right=1134, bottom=1134, left=1134, header=567, footer=567, gutter=0),
    )
    rows = [_row(unit, exchange) for unit in exchange.units]
    return w(
        "document",
        w(
            "body",
            _paragraph(heading, _HEADING),
            w("tbl", _look(), _grid(), _head(), rows),
            w("p"),
            page,
        ),
    )


def _look() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = [w(side, val="single", sz=4, space=0, color="999999") for side in sides]
    margins = [w(side, w=80, type="dxa") for side in ("top", "left", "bottom", "right")]
    return w(
        "tblPr",
        w("tblW", w=sum(_WIDTHS), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblBorders", rules),
        w("tblCellMar", margins),
    )


def _grid() -> Element:
    return w("tblGrid", [w("gridCol", w=width) for width in _WIDTHS])


def _head() -> Element:
    cells = [
        _cell(width, [_paragraph(name, _HEADING)], "D9D9D9")
        for name, width in zip(_HEAD, _WIDTHS, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), cells)


def _row(unit: Unit, exchange: Exchange) -> Element:
    named = [
        _paragraph(unit.id, _ID),
        _paragraph(unit.state, _STATE),
        _paragraph(unit.stamp, _STAMP),
    ]
    source = [_coded(unit.source, exchange.source)]
    if unit.previous:
        source.append(_paragraph(unit.previous, _FORMER))
    target = [_coded(unit.target, exchange.target, rtl=exchange.rtl)]
    remarks = [_paragraph(note) for note in unit.notes] or [_paragraph("")]
    shades = (_FADES.get(unit.state, ""), "", "", "")
    cells = [
        _cell(width, content, shade)
        for width, content, shade in zip(
            _WIDTHS, (named, source, target, remarks), shades, strict=True
        )
    ]
    return w("tr", w("trPr", w("cantSplit")), cells)


def _cell(width: int, content: Sequence[Element], shade: str) -> Element:
    fill = w("shd", val="clear", color="auto", fill=shade) if shade else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), fill), content)


def _paragraph(words: str, style: str = "") -> Element:
    properties = w("pPr", w("pStyle", val=style)) if style else None
    return w("p", properties, list(_runs(words, None)))


def _coded(words: str, lang: str, *, rtl: bool = False) -> Element:
    """A text whose codes stand out and are passed over by the spelling check."""
    direction = w("pPr", w("bidi")) if rtl else None
    return w("p", direction, [one for piece in pieces(words) for one in _piece(piece, lang, rtl)])


def _piece(piece: Piece, lang: str, rtl: bool) -> Iterator[Element]:
    code = piece.role != "text"
    properties = w(
        "rPr",
        w("rStyle", val=_CODE) if code else None,
        w("noProof") if code else None,
        w("rtl") if rtl and not code else None,
        None if code else w("lang", val=lang, eastAsia=lang, bidi=lang),
    )
    return _runs(piece.text, properties)


def _runs(words: str, properties: Element | None) -> Iterator[Element]:
    """Runs of `words`, whose tabs and line breaks are elements of their own."""
    parts: list[Element] = []
    for number, line in enumerate(words.split("\n")):
        parts += [w("br")] if number else []
        for place, part in enumerate(line.split("\t")):
            parts += [w("tab")] if place else []
            parts += [text(part)] if part else []
    if parts:
        yield run(properties, *parts)


def _styles(exchange: Exchange) -> Element:
    fonts = w("rFonts", ascii="Calibri", hAnsi="Calibri", eastAsia="SimSun", cs="Arial")
    plain = w("rPr", fonts, w("sz", val=20), w("szCs", val=20))
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", plain), w("pPrDefault")),
        _style("Normal", "Normal", default=1),
        _style(_HEADING, "Exchange heading", w("b"), w("bCs")),
        _style(_ID, "Exchange id", w("b"), w("noProof"), w("sz", val=16)),
        _style(_STATE, "Exchange state", w("noProof"), w("sz", val=16)),
        _style(_STAMP, "Exchange stamp", w("noProof"), w("color", val="767676"), w("sz", val=12)),
        _style(_FORMER, _FORMER_NAME, w("strike"), w("color", val="767676")),
        _style(_CODE, "Exchange code", w("noProof"), w("color", val="A02020"), kind="character"),
    )


def _style(
    id: str, name: str, *look: Element, kind: str = "paragraph", default: int | None = None
) -> Element:
    properties = w("rPr", list(look)) if look else None
    return w("style", w("name", val=name), properties, type=kind, default=default, styleId=id)


# ---- reading --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """The paragraphs of the four cells of a row, and where it stands."""

    named: Sequence[Paragraph]
    source: Sequence[Paragraph]
    target: Sequence[Paragraph]
    remarks: Sequence[Paragraph]
    place: Origin


def load(data: bytes, name: str) -> list[Exchange]:
    """The units in the tables of a Word file; DocgenError when it has none.

    Tracked changes count as accepted.
    """
    file = read(data)
    rows = list(_rows(file, name))
    known = file.properties
    if not rows or _DOCUMENT not in known:
        hint = "Take the table in a file that `docgen i18n export --to=docx` wrote."
        raise DocgenError("this file has no table of translations", hint, Origin(name))
    units = tuple(_unit(row) for row in rows)
    return [Exchange(known[_DOCUMENT], known.get(_FROM, ""), known.get(_TO, ""), units)]


def _rows(file: WordFile, name: str) -> Iterator[_Row]:
    for table in file.blocks:
        if isinstance(table, Table) and table.rows and _is_head(table):
            for number, row in enumerate(table.rows[1:], 2):
                cells = [_paragraphs(cell) for cell in row.cells]
                if len(cells) != len(_HEAD):
                    hint = "A row has four cells: unit, source, translation, remarks."
                    message = f"row {number} of the table has {len(cells)} cells"
                    raise DocgenError(message, hint, Origin(name))
                named, source, target, remarks = cells
                yield _Row(named, source, target, remarks, Origin(name, number))


def _is_head(table: Table) -> bool:
    cells = table.rows[0].cells
    return tuple("".join(map(_text, _paragraphs(cell))).strip() for cell in cells) == _HEAD


def _paragraphs(cell: Cell) -> list[Paragraph]:
    return [block for block in cell.blocks if isinstance(block, Paragraph)]


def _unit(row: _Row) -> Unit:
    id, state, mark = _named(row.named)
    target = _joined(row.target)
    former = [one for one in row.source if one.style_name == _FORMER_NAME]
    source = [one for one in row.source if one.style_name != _FORMER_NAME]
    notes = tuple(map(_text, row.remarks))
    return Unit(
        id,
        _joined(source),
        target,
        told(state, mark, target),
        _joined(former),
        notes=notes if any(notes) else (),
        stamp=mark,
        origin=row.place,
    )


def _named(found: Sequence[Paragraph]) -> tuple[str, State, str]:
    """The id of the unit, its state, and the stamp, whatever styles the lines have now."""
    words = [word for one in found for word in _text(one).split()]
    id, *rest = words or [""]
    state: State = next((state for state in STATES if state in rest), "translated")
    return id, state, next((word for word in reversed(rest) if word not in STATES), "")


def _joined(found: Iterable[Paragraph]) -> str:
    return " ".join(words for one in found if (words := _text(one)))


def _text(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if isinstance(piece, Run))
