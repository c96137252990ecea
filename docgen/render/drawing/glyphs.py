"""Runs of glyphs → what shows them in a PDF, joined from pieces that are kept.

WeasyPrint asks Pango for the numbers of one glyph after another and writes each anew. The same
glyph with the same numbers is shown by the same piece, which is made once for a font and a size.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, pango

from docgen.render.drawing.runs import Run

GLYPHS = Struct("=16s4x")
GLYPH = Struct("=Iiii")
"""A glyph of Pango: its number, its width, how far it is moved to the right and down; the last
four bytes, which say where clusters begin, are for the most part left as they were."""

KEPT = 4096
"""So many pieces are kept of a font in one size."""

SHOWN = "shown"
"""The attribute of a font of the PDF that holds what is kept, by the size of the letters."""


class Unusual(Exception):
    """There are glyphs that WeasyPrint draws in ways of their own."""


def moved(back: float) -> bytes:
    """What moves the letter after a glyph `back`, by thousandths of its size.

    WeasyPrint cuts decimals off. With space between letters lines would then end up to a point
    short of their edge, each by a length of its own.
    """
    rounded = round(back, 1)
    return b">%g<" % rounded if rounded else b""


def shown(font: Any, size: float) -> Shown:
    """What shows glyphs of `font`, a font of the PDF, in a `size` in CSS pixels."""
    known: dict[float, Shown] = vars(font).setdefault(SHOWN, {})
    if size not in known:
        known[size] = Shown(font, size)
    return known[size]


class Shown:
    """What is kept of a font in one size; it raises Unusual if the font is not one of outlines."""

    def __init__(self, font: Any, size: float) -> None:
        if font.bitmap or font.png or font.svg or font.colr:
            raise Unusual
        self.font, self.size = font, size
        self.pieces: dict[bytes, bytes] = {}

    def operand(self, run: Run, text: str, stream: Any) -> bytes:
        """The strings and moves that show `run` of the line `text`; raises Unusual."""
        pieces = self.pieces
        try:
            found = [pieces[glyph] for (glyph,) in GLYPHS.iter_unpack(run.raw)]
        except KeyError:
            glyphs = enumerate(GLYPHS.iter_unpack(run.raw))
            found = [self._piece(at, glyph, run, text, stream) for at, (glyph,) in glyphs]
        joined = b"".join([b"<", *found])
        return joined[:-1] if joined.endswith(b"<") else joined + b">"

    def _piece(self, at: int, glyph: bytes, run: Run, text: str, stream: Any) -> bytes:
        """What shows the glyph at a place in its run."""
        found = self.pieces.get(glyph)
        if found is None:
            found = self._made(at, glyph, run, text, stream)
            if len(self.pieces) >= KEPT:
                self.pieces.clear()
            self.pieces[glyph] = found
        return found

    def _made(self, at: int, glyph: bytes, run: Run, text: str, stream: Any) -> bytes:
        """What shows a glyph that is new; its font gets to know it.

        A place to break or to join shows nothing. WeasyPrint writes a shift by nothing for it,
        after which PDFium, the reader of Chrome, forgets the shift behind the next letter.
        """
        number, width, right, down = GLYPH.unpack(glyph)
        if number == pango.PANGO_GLYPH_EMPTY:
            return b">%a<" % (-width / self.size) if width else b""
        if down or number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            raise Unusual
        if number not in self.font.to_unicode:
            self.font.to_unicode[number] = run.letters(at, text)
        if number not in self.font.widths:
            self.font.widths[number] = self._width(number, run.font, stream)
        offset = right / self.size
        kerning = self.font.widths[number] + offset - width * 1000 * FROM_UNITS / self.size
        before = b">%a<" % -offset if offset else b""
        return before + b"%04x" % number + moved(kerning)

    def _width(self, number: int, font: Any, stream: Any) -> int:
        """The width of a glyph of Pango's `font`, in thousandths of its size."""
        pango.pango_font_get_glyph_extents(font, number, stream.ink_rect, stream.logical_rect)
        return round(float(stream.logical_rect.width * 1000 * FROM_UNITS / self.size))
