"""Font programs in a PDF → which codes they have a glyph for, and whether they can be read."""

from __future__ import annotations

import io
import struct
from collections.abc import Container, Iterator
from typing import Any

from docgen.check.press.state import Painted

Codes = Container[int]
BROKEN = (ValueError, KeyError, IndexError, AssertionError, EOFError, struct.error)
"""What the reader of fonts raises where a program is not what it says."""


class Programs:
    """The font programs of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], Codes | None] = {}

    def faults(self, painted: Painted) -> Iterator[str]:
        """What is wrong with the letters of text that was `painted`.

        ISO 15930-7, 6.6 wants every font to be in the file, with the glyphs of all its text.
        """
        font = painted.font
        if font is None or not font.embedded:
            return
        key = font.program.objgen
        if key not in self.known:
            self.known[key] = _codes(font.program)
        codes = self.known[key]
        if codes is None:
            yield f"the font {font.name} is damaged"
        elif font.by_glyph and not all(code in codes for code in font.codes(painted.codes)):
            yield f"the font {font.name} lacks letters that are used"


def _codes(program: Any) -> Codes | None:
    """The codes of glyphs in a font program; None for one that cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        return _cids(font) if "CFF " in font else range(len(font["glyf"].glyphOrder))
    except (*BROKEN, TTLibError, RuntimeError):
        return None


def _cids(font: Any) -> Codes:
    """The numbers by which a PDF finds glyphs: CIDs where there are any (ISO 32000-1, 9.7.4.2)."""
    (top,) = font["CFF "].cff.topDictIndex
    if not hasattr(top, "ROS"):
        return range(len(top.charset))
    return {0, *(int(name.removeprefix("cid")) for name in top.charset[1:])}
