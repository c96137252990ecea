"""Texts of words shaped once: where their lines may break, how wide each part of them is."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, partial
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

from docgen.render.compose.apart import Apart, apart
from docgen.render.compose.looks import between_letters
from docgen.render.drawing import fonts
from docgen.render.drawing.runs import GLYPH, NUMBERS, RIGHT, WIDTH, Run, runs

PANGO_SCALE = 1024
"""Pango's units in a CSS pixel."""

BREAK = 1
"""The bit of what Pango knows of a character that allows a line to begin with it."""


class Shape(NamedTuple):
    """Where the clusters of a text begin, in characters, and how far from its start, in units.

    `breaks` holds bits of Pango for each character. `apart` knows where the text can be cut, if it
    is in one font and one script and runs rightward; `leftward` tells that parts run leftward.
    """

    breaks: bytes
    starts: Sequence[int]
    advance: Sequence[int]
    apart: Apart | None
    leftward: bool


class Words:
    """A text in one style, shaped in one line.

    `width`, `height` and `baseline` are those of the line, in CSS pixels.
    """

    def __init__(self, text: str, style: Any) -> None:
        self.text, self.style = text, style
        self._layout = layout = Layout(style)
        layout.set_text(text)
        self._line, _ = layout.get_first_line()
        size: tuple[float, float] = line_size(self._line, style)
        self.width, self.height = size
        self.baseline = float(pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS)
        self.direction: int = layout.first_line_direction

    @cached_property
    def runs(self) -> list[Run]:
        """The glyphs of the line."""
        found = [*runs(self._line)]
        fonts.learn((run.font for run in found), self._layout.layout, self.style)
        return found

    @cached_property
    def shape(self) -> Shape:
        """What lines of the text are found by; with this all that Pango knows of it is read."""
        made = _shape(self.text, self.style, self._layout.layout, self.runs)
        del self._layout, self._line
        return made

    @property
    def cuts(self) -> list[int]:
        """The characters within the text before which a line may begin."""
        if self.style["white_space"] == "nowrap":
            return []
        return [at for at, bits in enumerate(self.shape.breaks) if bits & BREAK and at]

    @property
    def along(self) -> Sequence[int]:
        """How far from the start each character stands, with the end at last, in units."""
        starts, advance = self.shape.starts, self.shape.advance
        if len(starts) == len(self.text) + 1:
            return advance
        return [self._along(at) for at in range(len(self.text) + 1)]

    def cut(self, start: int, stop: int) -> list[Run]:
        """The glyphs of what is between two characters as a line of its own, if it is `parted`."""
        if (start, stop) == (0, len(self.text)):
            return self.runs
        (run,) = self.runs
        first, end = (len(self.text[:at].encode()) for at in (start, stop))
        places = run.places()
        begin, over = bisect_left(places, first), bisect_left(places, end)
        numbers = memoryview(bytearray(run.raw[begin * GLYPH : over * GLYPH])).cast("i")
        left, right = self._outer(start, stop)
        numbers[WIDTH] -= left
        numbers[RIGHT] -= left
        numbers[-NUMBERS + WIDTH] -= right
        clusters = array("i", [place - first for place in places[begin:over]])
        return [Run(run.font, numbers.tobytes(), clusters.tobytes(), 0, end - first, False)]

    def may_break(self, at: int) -> bool:
        """Whether a line may break before the character `at`."""
        return at == len(self.text) or bool(self.shape.breaks[at] & BREAK)

    def fits(self, start: int, room: float) -> int:
        """The last character that a line from `start` on has room for, as a break after it."""
        shape = self.shape
        end = shape.starts[bisect_right(shape.advance, self._along(start) + room) - 1]
        return end + (self.text[end : end + 1] == " ")

    def extent(self, start: int, stop: int) -> int:
        """The width from one character to another, in units."""
        return self._along(stop) - self._along(start)

    def alone(self, start: int, stop: int) -> float:
        """The width of what is between two characters as a line of its own, in CSS pixels."""
        units = self.extent(start, stop) - sum(self._outer(start, stop))
        return float(units * FROM_UNITS + between_letters(self.style))

    def shown(self, start: int, stop: int) -> int:
        """The end of a line without the spaces that it ends with."""
        return start + len(self.text[start:stop].rstrip(" "))

    def parted(self, start: int, stop: int) -> bool:
        """Whether what is between two characters is shaped as it would be alone."""
        if not (self.shape.apart and any(map(str.isalpha, self.text[start:stop]))):
            return False
        return self._edge(start, start - 1, start) and self._edge(stop, stop, stop - 1)

    def _outer(self, start: int, stop: int) -> tuple[int, int]:
        """The space that is left out at the ends of a part of the text that becomes a line."""
        left, right = halves(int(between_letters(self.style) * TO_UNITS))
        return left if start else 0, right if stop < len(self.text) else 0

    def _edge(self, at: int, outside: int, inside: int) -> bool:
        """Whether the text can be cut before the character `at`, by the letters at its sides."""
        if at in (0, len(self.text)):
            return True
        apart = self.shape.apart
        return self.text[outside] == " " and apart is not None and apart.leaves(self.text[inside])

    def _along(self, at: int) -> int:
        return self.shape.advance[bisect_right(self.shape.starts, at) - 1]


class CutLayout(Layout):  # type: ignore[misc]
    """A line of words cut out of what is shaped; `cut` gives its glyphs to who draws it."""

    ascent = underline_position = strikethrough_position = None

    def __init__(self, words: Words, start: int, stop: int, max_width: float | None) -> None:
        self.text, self.max_width, self.justification_spacing = words.text[start:stop], max_width, 0
        self.first_line_direction = words.direction
        self.cut = partial(words.cut, start, stop)


def halves(spacing: int) -> tuple[int, int]:
    """What Pango adds left and right of each letter within a line, of the space between letters."""
    left = int(spacing / 2)
    if spacing % PANGO_SCALE == 0:
        left = (left + PANGO_SCALE // 2) // PANGO_SCALE * PANGO_SCALE
    return left, spacing - left


def _shape(text: str, style: Any, layout: Any, found: Sequence[Run]) -> Shape:
    """What lines are found by in a text with the runs `found`."""
    places, widths = list[int](), list[int]()
    for run in found:
        places += [run.start + place for place in run.places()] if run.start else run.places()
        widths += run.widths()
    attributes = pango.pango_layout_get_log_attrs_readonly(layout, ffi.NULL)
    size = ffi.sizeof(attributes[0])
    return Shape(
        bytes(ffi.buffer(attributes, size * len(text)))[::size],
        *_clusters(text, places, widths),
        apart(style) if len(found) == 1 and style["direction"] == "ltr" else None,
        any(run.leftward for run in found),
    )


def _clusters(
    text: str, places: Sequence[int], widths: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """Where clusters begin, and how far from the start, with the end of the text at last.

    In most texts each character is a cluster of its own.
    """
    if len(places) == len(text) == len({*places}):
        return range(len(text) + 1), [*accumulate(widths, initial=0)]
    characters = [*accumulate((byte & 0xC0 != 0x80 for byte in text.encode()), initial=-1)][1:]
    starts = [characters[place] for place in places]
    along = [*accumulate(widths, initial=0)]
    first = [at for at, (left, right) in enumerate(pairwise([-1, *starts])) if left != right]
    return [*(starts[at] for at in first), len(text)], [*(along[at] for at in first), along[-1]]
