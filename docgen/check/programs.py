"""Font programs in a PDF → the glyphs that they have for its codes."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docgen.check.fonts import Font

BROKEN = (ValueError, LookupError, AssertionError, EOFError, struct.error, RuntimeError)
"""What the reader of fonts raises where a program is not what it says."""

OUTLINES = {"/CIDFontType0": "CFF ", "/CIDFontType2": "glyf"}
"""Which table the outlines of a font of each kind are in."""


class Damaged(Exception):
    """A program that cannot be read, or is not of the kind that its font says."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """What a font has for a code: a width in thousandths, and whether it shows anything."""

    width: float
    ink: bool


class Program:
    """The outlines of a font, found by CIDs as ISO 32000-1, 9.7.4.2 has it.

    There are readers that take a CID for the number of a glyph, and show what others cannot.
    Raises Damaged.
    """

    def __init__(self, font: Font) -> None:
        from fontTools.ttLib import TTFont, TTLibError

        try:
            self.font = TTFont(io.BytesIO(font.program.read_bytes()), lazy=True)
            _require(font, self.font)
            self.number = _charset(self.font) if "CFF " in self.font else _map(font.places)
            self.names = self.font.getGlyphOrder()
            self.scale = 1000 / self.font["head"].unitsPerEm
        except (*BROKEN, TTLibError) as error:
            raise Damaged(str(error) or type(error).__name__) from error

    def __contains__(self, cid: int) -> bool:
        """Whether there is a glyph for `cid` besides the one for all that is missing."""
        return 0 < self.number(cid) < len(self.names)

    def glyph(self, cid: int) -> Glyph | None:
        """The glyph for `cid`, None where there is none."""
        from fontTools.pens.boundsPen import ControlBoundsPen

        if cid not in self:
            return None
        try:
            drawn = self.font.getGlyphSet()
            pen, glyph = ControlBoundsPen(drawn), drawn[self.names[self.number(cid)]]
            glyph.draw(pen)
        except BROKEN as error:
            raise Damaged(str(error)) from error
        return Glyph(glyph.width * self.scale, pen.bounds is not None)


def _require(font: Font, program: Any) -> None:
    table = OUTLINES.get(font.kind, "glyf" if "glyf" in program else "CFF ")
    if table not in program:
        raise LookupError(f"no table {table.strip()}")
    if table == "glyf":
        program["glyf"]


def _charset(program: Any) -> Callable[[int], int]:
    """The numbers of glyphs by CIDs, in a font that knows none the CIDs themselves; 0 for none."""
    (top,) = program["CFF "].cff.topDictIndex
    if not hasattr(top, "ROS"):
        return int
    numbers = {int(name.removeprefix("cid")): at for at, name in enumerate(top.charset) if at}
    return lambda cid: numbers.get(cid, 0)


def _map(places: Any) -> Callable[[int], int]:
    """The same by the map of a TrueType font, where there is one."""
    if places in (None, "/Identity"):
        return int
    table = places.read_bytes()
    return lambda cid: int.from_bytes(table[2 * cid : 2 * cid + 2])
