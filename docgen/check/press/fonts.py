"""Fonts of a PDF: whether a file has them in it, what they are called, how wide their text is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"^/?([A-Z]{6}\+)?")


@dataclass(frozen=True, slots=True)
class Font:
    """A font by the name without the letters of a subset, and how wide its characters are.

    `embedded` says whether its outlines are in the file; those of Type 3 fonts are drawings.
    """

    name: str
    embedded: bool
    code_length: int = 1
    widths: Mapping[int, float] = field(default_factory=dict)
    default: float = 0

    def advance(self, text: bytes) -> float:
        """How far `text` moves on, in units of the size."""
        step = self.code_length
        codes = (int.from_bytes(text[at : at + step]) for at in range(0, len(text), step))
        return sum(self.widths.get(code, self.default) for code in codes) / 1000


def read(font: Any) -> Font:
    """The font dictionary `font` of a PDF."""
    name = _SUBSET.sub("", str(font.get("/BaseFont", "without a name")))
    if "/DescendantFonts" in font:
        inner = font.DescendantFonts[0]
        return Font(name, _is_embedded(inner), 2, _cid_widths(inner), float(inner.get("/DW", 1000)))
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) for at, width in enumerate(font.get("/Widths", ()))}
    return Font(name, _is_embedded(font), 1, widths)


def _is_embedded(font: Any) -> bool:
    return any(key in font.get("/FontDescriptor", {}) for key in FILES)


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
