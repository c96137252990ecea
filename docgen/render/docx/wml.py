"""Elements of WordprocessingML: `w("p", w("pPr", w("jc", val="both")), w("r", text("…")))`.

A word processor refuses files whose elements are out of order. Containers whose content the
standard fixes as a sequence (ECMA-376, part 1, annex A) are sorted here, so that callers may give
children in any order; a child that does not belong there raises KeyError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element
Child: TypeAlias = "Element | Iterable[Element] | None"
Value: TypeAlias = "str | int | None"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment outlineLvl"
    " rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow noProof"
    " vanish webHidden color spacing w kern position sz szCs highlight u bdr shd vertAlign rtl"
    " cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders"
    " shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tcMar": "top left bottom right",
    "tcBorders": "top left bottom right insideH insideV",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right between bar",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgBorders lnNumType"
    " pgNumType cols vAlign noEndnote titlePg textDirection bidi",
    "settings": "zoom defaultTabStop doNotHyphenateCaps evenAndOddHeaders characterSpacingControl"
    " footnotePr compat themeFontLang decimalSymbol listSeparator",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat"
    " pPr rPr tblPr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
}
_RANKS = {
    name: {child: rank for rank, child in enumerate(children.split())}
    for name, children in _SEQUENCES.items()
}
_LOCAL = len(NAMESPACES["w"]) + 2

for _prefix, _name in NAMESPACES.items():
    if _prefix != "xml":
        etree.register_namespace(_prefix, _name)


def w(name: str, /, *children: Child, **attributes: Value) -> Element:
    """The element `w:name`; None among `children` and `attributes` is left out.

    Attributes are in the same namespace; `r_id` stands for `r:id`, `xml_space` for `xml:space`.
    """
    given = {_attribute(key): str(said) for key, said in attributes.items() if said is not None}
    element = etree.Element(_tag(name), given)  # lxml knows the prefix of its namespace
    content = _flat(children)
    if name in _RANKS:
        ranks = _RANKS[name]
        content.sort(key=lambda child: ranks[str(child.tag)[_LOCAL:]])
    element.extend(content)
    return element


def node(name: str, attributes: Mapping[str, Value], *children: Child) -> Element:
    """An element of another namespace, such as `wp:inline`, with attributes of no namespace.

    An attribute may have a prefix too (`r:embed`).
    """
    prefix, _, local = name.partition(":")
    element = etree.Element(qualified(prefix, local), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        if value is not None:
            space, _, own = key.rpartition(":")
            element.set(qualified(space, own) if space else key, str(value))
    element.extend(_flat(children))
    return element


def text(characters: str) -> Element:
    """The characters of a run, with the spaces at their ends kept."""
    element = w("t", xml_space="preserve" if characters != characters.strip() else None)
    element.text = characters
    return element


def run(properties: Element | None, *content: Element) -> Element:
    """A run of `content` with the `w:rPr` `properties`."""
    return w("r", properties, content)


def tab() -> Element:
    """A run with a tab."""
    return run(None, w("tab"))


def twips(points: float) -> int:
    """Points → twentieths of a point, the unit of lengths in Word."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points → half points, the unit of type sizes in Word."""
    return round(points * 2)


def emu(points: float) -> int:
    """Points → English metric units, the unit of lengths in drawings."""
    return round(points * 12700)


def qualified(prefix: str, name: str) -> str:
    """The full name of an element or attribute."""
    return f"{{{NAMESPACES[prefix]}}}{name}"


def _flat(children: Iterable[Child]) -> list[Element]:
    found: list[Element] = []
    for child in children:
        if isinstance(child, etree._Element):
            found.append(child)
        elif child is not None:
            found.extend(child)
    return found


@cache
def _tag(name: str) -> str:
    return qualified("w", name)


@cache
def _attribute(key: str) -> str:
    prefix, _, name = key.rpartition("_")
    return qualified(prefix or "w", name)
