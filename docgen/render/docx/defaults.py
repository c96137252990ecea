"""The styles that are no roles: what Word takes for granted, Normal, and a few of our own."""

from __future__ import annotations

from docgen.render.docx.looks import (
    OFF,
    ON,
    Properties,
    emphasized,
    fonts,
    style,
    switch,
    write,
)
from docgen.render.docx.wml import Element, twips, w
from docgen.style import Stylesheet

SPACER, PICTURE = "Spacer", "Picture"
FOOTNOTE_MARK, LETTER_MARK = "footnote reference", "Table Note Reference"
HYPERLINK, STRONG, EMPHASIS = "Hyperlink", "Strong", "Emphasis"

_LINK_COLOR = "0000FF"
_BUILT_IN_STYLES = 376


def document(sheet: Stylesheet) -> list[Element]:
    """The fonts and languages of the document; styles that Word has besides stay out of sight."""
    properties = write(
        "rPr",
        fonts(sheet.faces[sheet.roles["base"].font]),
        w("lang", val=sheet.word["lang"], eastAsia=sheet.word["lang_han"]),
    )
    hidden = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defQFormat": 0}
    return [
        w("docDefaults", w("rPrDefault", properties), w("pPrDefault", w("pPr"))),
        w("latentStyles", **hidden, defUnhideWhenUsed=1, count=_BUILT_IN_STYLES),
    ]


def normal(paragraph: Properties, letters: Properties, direction: str) -> Element:
    """Normal: the role "base", with the rules of East Asian lines."""
    # No line grid: on one, a heading of 14 points takes two lines.
    rules = ["suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "widowControl"]
    rules += ["autoSpaceDE", "autoSpaceDN", *(["bidi"] if direction == "rtl" else [])]
    wanted = {name: paragraph[name] for name in ("spacing", "jc")} | switch(True, *rules)
    said = {name: attributes for name, attributes in letters.items() if attributes != OFF}
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        write("pPr", wanted | switch(False, "topLinePunct")),
        write("rPr", said),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def automatic() -> list[Element]:
    """What Word takes for granted of letters, tables and lists."""
    sides = ("top", "left", "bottom", "right")
    margins = w("tblCellMar", [w(side, w=0, type="dxa") for side in sides])
    table = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    return [
        _automatic("character", "Default Paragraph Font"),
        _automatic("table", "Normal Table", table),
        _automatic("numbering", "No List"),
    ]


_AUTOMATIC_IDS = {"Normal Table": "TableNormal"}


def _automatic(kind: str, name: str, *properties: Element) -> Element:
    return w(
        "style",
        w("name", val=name),
        [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")],
        properties,
        type=kind,
        default=1,
        styleId=_AUTOMATIC_IDS.get(name, name.replace(" ", "")),
    )


def own(sheet: Stylesheet) -> list[Element]:
    """The styles of emphasis, links and note marks, and those of pictures and gaps."""
    raised: Properties = {"vertAlign": {"val": "superscript"}}
    mark = raised | {
        "w": {"val": round(sheet.roles["base"].scale)},
        "spacing": {"val": twips(sheet.roles["note"].tracking)},
    }
    link: Properties = {"color": {"val": _LINK_COLOR}, "u": {"val": "none"}}
    letter = raised | switch(True, "i", "iCs")
    gap: Properties = {"spacing": {"line": 120, "lineRule": "exact"}}
    picture: Properties = {"spacing": {"line": 240, "lineRule": "auto"}, "keepNext": ON}
    return [
        style("character", STRONG, write("rPr", switch(True, "b", "bCs"))),
        style("character", EMPHASIS, write("rPr", emphasized(sheet.faces))),
        style("character", HYPERLINK, write("rPr", link)),
        style("character", FOOTNOTE_MARK, write("rPr", mark)),
        style("character", LETTER_MARK, write("rPr", letter)),
        style("paragraph", SPACER, write("pPr", gap), write("rPr", {"sz": {"val": 10}})),
        style("paragraph", PICTURE, write("pPr", picture)),
    ]
