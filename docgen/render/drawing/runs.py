"""The runs of a line that Pango has shaped, as bytes that stay when Pango's line goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from weasyprint.text.ffi import ffi

GLYPH = ffi.sizeof("PangoGlyphInfo")
PLACE = ffi.sizeof("gint")
"""How many bytes Pango has of a glyph, and of the place of its cluster."""


NUMBERS = GLYPH // PLACE
WIDTH, RIGHT = 1, 2
"""The numbers that make a glyph: its own, its width, how far it is moved to the right and down, and
what says where clusters begin."""


class Run(NamedTuple):
    """Glyphs in one font of Pango, from left to right.

    `raw` are the glyphs, `clusters` the places of their clusters as Pango has them. The text of
    the run begins at the byte `start` of its line and has `length` bytes.
    """

    font: Any
    raw: bytes
    clusters: bytes
    start: int
    length: int
    leftward: bool

    def places(self) -> list[int]:
        """The byte at which the cluster of each glyph begins, within the run."""
        return memoryview(self.clusters).cast("i").tolist()

    def widths(self) -> list[int]:
        """The width of each glyph, in Pango units."""
        return memoryview(self.raw).cast("i")[WIDTH::NUMBERS].tolist()

    def changeable(self) -> memoryview:
        """The numbers of the glyphs, one after another, in memory of their own."""
        return memoryview(bytearray(self.raw)).cast("i")

    def letters(self, at: int, text: str) -> str:
        """The letters of the cluster of the glyph at a place, in the line `text`."""
        places = self.places()
        edge = 0 if self.leftward else len(places) - 1
        stop = self.length if at == edge else places[at - 1 if self.leftward else at + 1]
        return text.encode()[self.start + places[at] : self.start + stop].decode()


def runs(line: Any) -> Iterator[Run]:
    """The runs of the Pango `line` in their order."""
    run = line.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        analysis, count = item.analysis, glyphs.num_glyphs
        yield Run(
            analysis.font,
            ffi.buffer(glyphs.glyphs, count * GLYPH)[:],
            ffi.buffer(glyphs.log_clusters, count * PLACE)[:],
            item.offset,
            item.length,
            analysis.level % 2 > 0,
        )
        run = run.next
