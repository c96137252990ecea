"""Faces → the font table and the theme that Word expects in every file.

The theme gives the colours and fonts that Word offers to people who go on working on the file.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.render.docx.wml import Element, node, w
from docgen.style import Face

_NAME = "docgen"
_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2937",
    "lt2": "F3F4F6",
    "accent1": "009EDB",
    "accent2": "F58220",
    "accent3": "72BF44",
    "accent4": "A05FB4",
    "accent5": "FFC20E",
    "accent6": "ED1847",
    "hlink": "0000FF",
    "folHlink": "954F72",
}
_LATIN, _HAN = "00", "86"
"""Character sets by their number in Windows: by it, a machine without a font finds a like one."""


def table(faces: Mapping[str, Face]) -> Element:
    """The font table: every font that the file names, in the order of the alphabet."""
    fonts = {face.word: _LATIN for face in faces.values()}
    fonts |= {face.word_han: _HAN for face in faces.values()}
    return w(
        "fonts",
        [
            w("font", w("charset", val=charset), name=name)
            for name, charset in sorted(fonts.items())
        ],
    )


def theme(faces: Mapping[str, Face]) -> Element:
    """A theme with the fonts of text and headings (ECMA-376-1, 20.1.6)."""
    colors = [
        node(f"a:{name}", {}, node("a:srgbClr", {"val": rgb})) for name, rgb in _COLORS.items()
    ]
    fonts = (_font("a:majorFont", faces["heading"]), _font("a:minorFont", faces["text"]))
    return node(
        "a:theme",
        {"name": _NAME},
        node(
            "a:themeElements",
            {},
            node("a:clrScheme", {"name": _NAME}, colors),
            node("a:fontScheme", {"name": _NAME}, fonts),
            _formats(),
        ),
    )


def _font(name: str, face: Face) -> Element:
    chosen = {"a:latin": face.word, "a:ea": face.word_han, "a:cs": face.word}
    return node(name, {}, [node(kind, {"typeface": font}) for kind, font in chosen.items()])


def _formats() -> Element:
    """Three plain fills, lines and effects: a theme must have three of each."""
    return node(
        "a:fmtScheme",
        {"name": _NAME},
        node("a:fillStyleLst", {}, [_fill() for _ in range(3)]),
        node("a:lnStyleLst", {}, [node("a:ln", {"w": 6350}, _fill()) for _ in range(3)]),
        node("a:effectStyleLst", {}, [_effect() for _ in range(3)]),
        node("a:bgFillStyleLst", {}, [_fill() for _ in range(3)]),
    )


def _fill() -> Element:
    return node("a:solidFill", {}, node("a:schemeClr", {"val": "phClr"}))


def _effect() -> Element:
    return node("a:effectStyle", {}, node("a:effectLst", {}))
