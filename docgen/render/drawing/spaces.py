"""The spaces of a line that was shaped × what justification adds to them, as Pango would do it.

For Pango every word and every space of a justified line is a run of its own, which is shaped by
itself. So a space is not kerned with the letters beside it, and half of what is added to it stands
before it; at the ends of the line the outer half is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from re import compile as pattern
from typing import Any

from weasyprint.text.ffi import TO_UNITS, pango

from docgen.render.drawing.fonts import PangoFont
from docgen.render.drawing.runs import NUMBERS, RIGHT, WIDTH, Run

SPACE = pattern(b" |\xc2\xa0")

UNIT = 1024
"""The units of Pango in a pixel, which are not divided if whole pixels are added."""


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
    except KeyError:
        return None


class _Line:
    """A text, and what is added to each of its letters and spaces, in units of Pango."""

    def __init__(self, text: bytes, letters: int, spaces: int) -> None:
        self.length, self.letters, self.spaces = len(text), letters, spaces
        self.places = [match.span() for match in SPACE.finditer(text)]
        self.inner = spaces, _left(spaces)

    def widened(self, run: Run, font: PangoFont) -> Run:
        """`run` with its spaces; raises KeyError where one of them is no glyph of its own."""
        glyphs, numbers, stop = _glyphs(run), run.changeable(), run.start + run.length
        places = [place for place in self.places if run.start <= place[0] < stop]
        self._part(numbers, [glyphs[start] for start, _ in places], run.start == 0, font)
        for start, stop in places:
            at = NUMBERS * glyphs[start]
            inner = start > 0 and stop < self.length
            width, left = self.inner if inner else self._end(start, stop)
            numbers[at + WIDTH] = font.advances[numbers[at]] + width
            numbers[at + RIGHT] = left
        return run._replace(raw=numbers.tobytes())

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


def _glyphs(run: Run) -> dict[int, int]:
    """The glyphs of a run by the bytes of the line at which they begin; raises KeyError.

    Each has to be a cluster of its own, and they have to run to the right.
    """
    places = run.places()
    glyphs = {run.start + place: at for at, place in enumerate(places)}
    if run.leftward or len(glyphs) < len(places):
        raise KeyError(run.start)
    return glyphs


def _left(added: int) -> int:
    """How much of what is added to a glyph stands before it."""
    half = int(added / 2)
    return half if added % UNIT else (half + UNIT // 2) // UNIT * UNIT
