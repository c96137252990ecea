"""Units → a Word file with a table of them, on landscape pages of the size A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.interchange.codes import Piece, pieces
from docgen.interchange.values import Exchange, Unit
from docgen.interchange.wordtable.names import DOCUMENT, FORMER, FROM, HEAD, TO
from docgen.render.docx.package import CORE_PROPERTIES, OFFICE_TYPE, PACKAGE_TYPE, Package, root_of
from docgen.render.docx.wml import Element, run, text, w

_WIDTHS = (1900, 5000, 5000, 2500)
_STATE, _STAMP, _FORMER = "ExchangeState", "ExchangeStamp", "ExchangeFormer"
_CODE, _HEADING, _ID = "ExchangeCode", "ExchangeHeading", "ExchangeId"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM, _TYPES = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_OWN_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FADES = {"stale": "FFF2CC", "untranslated": "FCE4D6", "approved": "E2EFDA"}
"""The shade of the first cell of a row, by the state of its unit."""


def dump(exchange: Exchange) -> bytes:
    """The units as a Word file on landscape pages of the size A4."""
    package = Package()
    main = package.add_story("document", "document.main", _document(exchange))
    package.root.relate("officeDocument", main)
    main.relate("styles", package.add_story("styles", "styles", _styles(exchange)))
    kind = "custom-properties"
    custom = package.add("docProps/custom.xml", f"{OFFICE_TYPE}.{kind}+xml", _properties(exchange))
    package.root.relate(kind, custom)
    kind = f"{PACKAGE_TYPE}.core-properties+xml"
    package.root.relate(CORE_PROPERTIES, package.add("docProps/core.xml", kind, _core(exchange)))
    return package.data()


def _properties(exchange: Exchange) -> Element:
    root = root_of(_CUSTOM, "Properties", vt=_TYPES)
    for number, (name, value) in enumerate(
        ((DOCUMENT, exchange.document), (FROM, exchange.source), (TO, exchange.target)), 2
    ):
        own = {"fmtid": _OWN_SET, "pid": str(number), "name": name}
        root.append(Element("property", own, [Element("vt:lpwstr", {}, [], value or None)]))
    return root


def _core(exchange: Exchange) -> Element:
    root = root_of(_CORE, "coreProperties", dc=_DUBLIN)
    root.append(Element("dc:title", {}, [], _title(exchange)))
    root.append(Element("dc:language", {}, [], exchange.target))
    return root


def _title(exchange: Exchange) -> str:
    return f"{exchange.document}: {exchange.source} → {exchange.target}"


def _document(exchange: Exchange) -> Element:
    page = w(
        "sectPr",
        w("pgSz", w=16838, h=11906, orient="landscape"),
        w("pgMar", top=1134, right=1134, bottom=1134, left=1134, header=567, footer=567, gutter=0),
        w("cols", space=708),
    )
    rows = [_row(unit, exchange) for unit in exchange.units]
    return w(
        "document",
        w(
            "body",
            _paragraph(_title(exchange), _HEADING),
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
        for name, width in zip(HEAD, _WIDTHS, strict=True)
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
    lang = w("lang", val=exchange.source, eastAsia=exchange.target, bidi=exchange.target)
    plain = w("rPr", fonts, w("sz", val=20), w("szCs", val=20), lang)
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", plain), w("pPrDefault")),
        _style("Normal", "Normal", default=1),
        _style(_HEADING, "Exchange heading", w("b"), w("bCs")),
        _style(_ID, "Exchange id", w("b"), w("noProof"), w("sz", val=16)),
        _style(_STATE, "Exchange state", w("noProof"), w("sz", val=16)),
        _style(_STAMP, "Exchange stamp", w("noProof"), w("color", val="767676"), w("sz", val=12)),
        _style(_FORMER, FORMER, w("strike"), w("color", val="767676")),
        _style(_CODE, "Exchange code", w("noProof"), w("color", val="A02020"), kind="character"),
    )


def _style(
    id: str, name: str, *look: Element, kind: str = "paragraph", default: int | None = None
) -> Element:
    properties = w("rPr", list(look)) if look else None
    return w("style", w("name", val=name), properties, type=kind, default=default, styleId=id)
