"""Fonts of a PDF: whether a file has them in it, what they are called, how wide their text is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Name

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"^/?([A-Z]{6}\+)?")


@dataclass(frozen=True, slots=True)
class Font:
    """A font by the name without the letters of a subset, and how wide its characters are.

    `program` are its outlines, where the file has them; those of Type 3 fonts are drawings. Codes
    are `by_glyph` where each is a CID; `places` are the numbers of glyphs by CIDs, of TrueType.
    `kind` is the subtype, of a composite font that of what it is made of.
    """

    name: str
    program: Any = field(default=None, compare=False)
    by_glyph: bool = False
    code_length: int = 1
    widths: Mapping[int, float] = field(default_factory=dict)
    default: float = 0
    kind: str = ""
    places: Any = field(default=None, compare=False)

    @property
    def embedded(self) -> bool:
        """Whether the file has its outlines."""
        return self.program is not None

    def codes(self, text: bytes) -> list[int]:
        """The codes of the characters of `text`."""
        step = self.code_length
        return [int.from_bytes(text[at : at + step]) for at in range(0, len(text), step)]

    def width(self, code: int) -> float:
        """How wide a character is, in thousandths of the size."""
        return self.widths.get(code, self.default)

    def advance(self, text: bytes) -> float:
        """How far `text` moves on, in units of the size."""
        return sum(map(self.width, self.codes(text))) / 1000


def read(font: Any) -> Font:
    """The font dictionary `font` of a PDF."""
    name = _SUBSET.sub("", str(font.get("/BaseFont", "without a name")))
    if "/DescendantFonts" in font:
        inner = font.DescendantFonts[0]
        by_glyph = font.get("/Encoding") == Name("/Identity-H")
        default = float(inner.get("/DW", 1000))
        kind, places = str(inner.get("/Subtype", "")), inner.get("/CIDToGIDMap")
        program, widths = _program(inner), _cid_widths(inner)
        return Font(name, program, by_glyph, 2, widths, default, kind, places)
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) for at, width in enumerate(font.get("/Widths", ()))}
    return Font(name, _program(font), widths=widths, kind=str(font.get("/Subtype", "")))


def _program(font: Any) -> Any:
    descriptor = font.get("/FontDescriptor", {})
    return next((descriptor[key] for key in FILES if key in descriptor), None)


def _cid_widths(font: Any) -> dict[int, float]:
    """The array W of a CID font (ISO 32000-1, 9.7.4.3): `c [w …]` and `first last w`."""
    widths: dict[int, float] = {}
    entries = iter(font.get("/W", ()))
    for first, second in zip(entries, entries, strict=False):
        if isinstance(second, Array):
            widths |= {int(first) + at: float(width) for at, width in enumerate(second)}
        else:
            widths |= dict.fromkeys(range(int(first), int(second) + 1), float(next(entries)))
    return widths
