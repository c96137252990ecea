"""Elements of WordprocessingML: `w("p", w("pPr", w("jc", val="both")), w("r", text("…")))`.

A word processor refuses files whose elements are out of order. Containers whose content the
standard fixes as a sequence (ECMA-376, part 1, annex A) are sorted here, so that callers may give
children in any order; a child that does not belong there raises KeyError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TypeAlias

from docgen.render.docx.markup import Element as Element
from docgen.render.docx.markup import shared as shared

Child: TypeAlias = "Element | Iterable[Element] | None"
Value: TypeAlias = "str | int | None"

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
RANKS = {
    name: {f"w:{child}": rank for rank, child in enumerate(children.split())}
    for name, children in _SEQUENCES.items()
}
"""The order of the children of containers by their names."""


class _Names(dict[str, str]):
    """Attributes as they are given, `r_id`, by their names, `r:id`; without prefix, `w:`."""

    def __missing__(self, key: str) -> str:
        prefix, _, name = key.rpartition("_")
        self[key] = f"{prefix or 'w'}:{name}"
        return self[key]


_NAMES = _Names()
_NONE: dict[str, str] = {}
"""The attributes of elements without any: nobody puts something into them."""


def w(name: str, /, *children: Child, **attributes: Value) -> Element:
    """The element `w:name`; None among `children` and `attributes` is left out.

    Attributes are in the same namespace; `r_id` stands for `r:id`, `xml_space` for `xml:space`.
    """
    given = _NONE
    if attributes:
        given = {_NAMES[key]: str(said) for key, said in attributes.items() if said is not None}
    content = _flat(children) if children else []
    if content and name in RANKS:
        ranks = RANKS[name]
        content.sort(key=lambda child: ranks[child.tag])
    return Element(f"w:{name}", given, content, None, ("r",) if "r_id" in attributes else ())


@lru_cache(4096, typed=True)
def mark(name: str, /, **attributes: Value) -> Element:
    """An element `w:name` without content: one for all its places."""
    return shared(w(name, **attributes))


def node(name: str, attributes: Mapping[str, Value], *children: Child) -> Element:
    """An element of another namespace, such as `wp:inline`, with attributes of no namespace.

    An attribute may have a prefix too (`r:embed`).
    """
    given = {key: str(said) for key, said in attributes.items() if said is not None}
    prefixes = [key.partition(":")[0] for key in (name, *given) if ":" in key]
    return Element(name, given, _flat(children), None, tuple(prefixes))


_KEPT = {"xml:space": "preserve"}


def text(characters: str) -> Element:
    """The characters of a run, with the spaces at their ends kept."""
    kept = _KEPT if characters != characters.strip() else _NONE
    return Element("w:t", kept, [], characters)


def run(properties: Element | None, *content: Element) -> Element:
    """A run of `content` with the `w:rPr` `properties`."""
    return Element("w:r", _NONE, [properties, *content] if properties else [*content])


def holding(name: str, children: list[Element]) -> Element:
    """The element `w:name` without attributes, with `children` that are in order."""
    return Element(f"w:{name}", _NONE, children)


@cache
def tab() -> Element:
    """A run with a tab: one element for all tabs."""
    return shared(run(None, w("tab")))


def twips(points: float) -> int:
    """Points → twentieths of a point, the unit of lengths in Word."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points → half points, the unit of type sizes in Word."""
    return round(points * 2)


def emu(points: float) -> int:
    """Points → English metric units, the unit of lengths in drawings."""
    return round(points * 12700)


def _flat(children: Iterable[Child]) -> list[Element]:
    found: list[Element] = []
    for child in children:
        if isinstance(child, Element):
            found.append(child)
        elif child is not None:
            found += child
    return found
