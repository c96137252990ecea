"""The spaces of a line that was shaped × what justification adds to them, as Pango would do it.

For Pango every word and every space of a justified line is a run of its own, which is shaped and
shown by itself. So a space is not kerned with the letters beside it, and half of what is added to
it stands before it; at the ends of the line the outer half is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from re import compile as pattern
from typing import Any

from weasyprint.text.ffi import TO_UNITS, pango

from docgen.render.drawing.fonts import PangoFont
from docgen.render.drawing.runs import NUMBERS, RIGHT, WIDTH, Run

SPACE = pattern(b" |\xc2\xa0")

UNIT = 1024
"""The units of Pango in a pixel, which are not divided if whole pixels are added."""


class Uneven(Exception):
    """The line runs leftward, a letter has several glyphs, or a space has none of its own."""


def widened(
    runs: Sequence[Run], layout: Any, style: Any, fonts: Mapping[Any, PangoFont]
) -> list[Run] | None:
    """`runs` with the spaces of a justified line; None where Pango has to find them."""
    spacing = style["letter_spacing"]
    letters = 0 if spacing == "normal" else int(spacing * TO_UNITS)
    added = style["word_spacing"] + layout.justification_spacing
    line = _Line(layout.text.encode(), letters, int(added * TO_UNITS + letters))
    try:
        return [line.widened(run, fonts[run.font]) for run in runs]
    except Uneven:
        return None


class _Line:
    """A text, and what is added to each of its letters and spaces, in units of Pango."""

    def __init__(self, text: bytes, letters: int, spaces: int) -> None:
        self.length, self.letters, self.spaces = len(text), letters, spaces
        self.places = [match.span() for match in SPACE.finditer(text)]
        self.inner = spaces, _left(spaces)

    def widened(self, run: Run, font: PangoFont) -> Run:
        """`run` with its spaces; raises Uneven."""
        numbers, end = run.changeable(), run.start + run.length
        places = [place for place in self.places if run.start <= place[0] < end]
        spaces = _glyphs(run, [start for start, _ in places])
        self._part(numbers, spaces, run.start == 0, font)
        for space, (start, stop) in zip(spaces, places, strict=True):
            at, inner = NUMBERS * space, start > 0 and stop < self.length
            width, left = self.inner if inner else self._end(start, stop)
            numbers[at + WIDTH] = font.advances[numbers[at]] + width
            numbers[at + RIGHT] = left
        cuts = {*spaces}.symmetric_difference(space + 1 for space in spaces)
        cuts -= {0, len(numbers) // NUMBERS}
        return run._replace(raw=numbers.tobytes(), cuts=sorted(cuts))

    def _part(
        self, numbers: memoryview, spaces: Iterable[int], first: bool, font: PangoFont
    ) -> None:
        """Take the kerning from the letters before `spaces`; a line begins with the `first`."""
        for at in (NUMBERS * (space - 1) for space in spaces if space):
            if (letter := numbers[at]) < pango.PANGO_GLYPH_EMPTY:
                outer = 0 if at or not first else _left(self.letters)
                numbers[at + WIDTH] = font.advances[letter] + self.letters - outer

    def _end(self, start: int, stop: int) -> tuple[int, int]:
        """What is added to a space at an end of the line, and how much of it before the space."""
        added = self.spaces * (2 if start in (0, self.length - 1) else 1)
        left = _left(added)
        outer = (left if start == 0 else 0) + (added - left if stop == self.length else 0)
        return added - outer, left if start else 0


def _glyphs(run: Run, starts: Iterable[int]) -> list[int]:
    """The glyphs of a run that begin at bytes of the line; raises Uneven."""
    places = run.places()
    if run.leftward or len({*places}) < len(places):
        raise Uneven
    glyphs = [bisect_left(places, start - run.start) for start in starts]
    for glyph, start in zip(glyphs, starts, strict=True):
        if places[glyph : glyph + 1] != [start - run.start]:
            raise Uneven
    return glyphs


def _left(added: int) -> int:
    """How much of what is added to a glyph stands before it."""
    half = int(added / 2)
    return half if added % UNIT else (half + UNIT // 2) // UNIT * UNIT
