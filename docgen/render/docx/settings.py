"""Language facts → the settings part; how Word lays lines out and what the file holds."""

from __future__ import annotations

from docgen.render.docx.notes import SEPARATORS
from docgen.render.docx.template import Template
from docgen.render.docx.wml import Element, twips, w
from docgen.style import Stylesheet

_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_OFFICE = "http://schemas.microsoft.com/office/word"


def content(sheet: Stylesheet, template: Template) -> Element:
    """The settings part of a document in the language of `sheet`, which has that `template`."""
    spacing = "compressPunctuation" if sheet.word["compress_marks"] else "doNotCompress"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=twips(template.default_tab)),
        w("doNotHyphenateCaps"),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val=spacing),
        w("footnotePr", [w("footnote", id=identity) for identity in SEPARATORS.values()]),
        _compatibility(),
        w("themeFontLang", val=sheet.word["lang"], eastAsia=sheet.word["lang_han"]),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _compatibility() -> Element:
    """The behaviour of Word 2013 and later; a line that ends early is not stretched."""
    chosen = [
        w("compatSetting", name=name, uri=_OFFICE, val=value)
        for name, value in _COMPATIBILITY.items()
    ]
    return w("compat", w("doNotExpandShiftReturn"), chosen)
