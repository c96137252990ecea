"""The spaces of a line that was shaped × what justification adds to them, as Pango would do it.

For Pango every word and every space of a justified line is a run of its own, which is shaped by
itself. So a space is not kerned with the letters beside it, and half of what is added to it stands
before it; at the ends of the line the outer half is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from re import compile as pattern
from typing import Any, NamedTuple

from weasyprint.text.ffi import TO_UNITS, pango

from docgen.render.drawing.fonts import PangoFont
from docgen.render.drawing.runs import Run

SPACE = pattern(b" |\xc2\xa0")
NUMBERS = 5
"""The numbers that Pango has of a glyph: its own, its width, how far it is moved to the right and
down, and what says where clusters begin."""

UNIT = 1024
"""The units of Pango in a pixel, which are not divided if whole pixels are added."""


class Uneven(Exception):
    """A space is no glyph of its own, or a letter has several."""


class _Spacing(NamedTuple):
    """What is added to letters and to spaces of a line of so many bytes, in units of Pango."""

    letters: int
    spaces: int
    length: int


def widened(
    runs: Sequence[Run], layout: Any, style: Any, fonts: Mapping[Any, PangoFont]
) -> list[Run] | None:
    """`runs` with the spaces of a justified line; None where Pango has to find that out."""
    spacing, text = style["letter_spacing"], layout.text.encode()
    letters = 0 if spacing == "normal" else int(spacing * TO_UNITS)
    added = style["word_spacing"] + layout.justification_spacing
    known = _Spacing(letters, int(added * TO_UNITS + letters), len(text))
    spaces = [match.span() for match in SPACE.finditer(text)]
    try:
        return [_widened(run, spaces, known, fonts[run.font]) for run in runs]
    except Uneven:
        return None


def _widened(
    run: Run, spaces: Sequence[tuple[int, int]], spacing: _Spacing, font: PangoFont
) -> Run:
    places = [run.start + place for place in run.places()]
    glyphs = dict(zip(places, range(len(places)), strict=True))
    if run.leftward or len(glyphs) < len(places):
        raise Uneven
    raw = bytearray(run.raw)
    numbers = memoryview(raw).cast("i")
    for start, stop in spaces:
        if run.start <= start < run.start + run.length:
            if start not in glyphs:
                raise Uneven
            at = glyphs[start]
            if at:
                _letter(numbers, at - 1, places[at - 1] == 0, spacing, font)
            _space(numbers, at, start, stop, spacing, font)
    return run._replace(raw=bytes(raw))


def _letter(
    numbers: memoryview, at: int, first: bool, spacing: _Spacing, font: PangoFont
) -> None:
    """Take the kerning from the glyph before a space."""
    glyph = numbers[NUMBERS * at]
    if glyph < pango.PANGO_GLYPH_EMPTY:
        outer = _left(spacing.letters) if first else 0
        numbers[NUMBERS * at + 1] = font.advance(glyph) + spacing.letters - outer


def _space(
    numbers: memoryview, at: int, start: int, stop: int, spacing: _Spacing, font: PangoFont
) -> None:
    added = spacing.spaces * (2 if start in (0, spacing.length - 1) else 1)
    left = _left(added)
    first, last = start == 0, stop == spacing.length
    outer = (left if first else 0) + (added - left if last else 0)
    numbers[NUMBERS * at + 1] = font.advance(numbers[NUMBERS * at]) + added - outer
    numbers[NUMBERS * at + 2] = 0 if first else left


def _left(added: int) -> int:
    """How much of what is added to a glyph stands before it."""
    half = int(added / 2)
    return half if added % UNIT else (half + UNIT // 2) // UNIT * UNIT
