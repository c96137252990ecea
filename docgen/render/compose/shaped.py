"""Texts of words shaped once: where their lines may break, how wide each part of them is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

from docgen.render.compose.apart import Apart, apart, raw
from docgen.render.compose.glyphs import _runs

INTEGERS, WIDTH = 5, 1
"""A glyph of Pango in memory is so many integers, of which this one is its width."""

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
    def shape(self) -> Shape:
        """What lines of the text are found by; only now is it read, and Pango let go."""
        made = _shape(self.text, self.style, self._layout.layout, self._line)
        del self._layout, self._line
        return made

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
        spacing = self.style["letter_spacing"]
        units, added = self.extent(start, stop), 0 if spacing == "normal" else spacing
        left, right = halves(int(added * TO_UNITS))
        units -= (left if start else 0) + (right if stop < len(self.text) else 0)
        return float(units * FROM_UNITS + added)

    def shown(self, start: int, stop: int) -> int:
        """The end of a line without the spaces that it ends with."""
        return start + len(self.text[start:stop].rstrip(" "))

    def parted(self, start: int, stop: int) -> bool:
        """Whether what is between two characters is shaped as it would be alone."""
        if not (self.shape.apart and any(map(str.isalpha, self.text[start:stop]))):
            return False
        return self._edge(start, start - 1, start) and self._edge(stop, stop, stop - 1)

    def _edge(self, at: int, outside: int, inside: int) -> bool:
        """Whether the text can be cut before the character `at`, by the letters at its sides."""
        if at in (0, len(self.text)):
            return True
        apart = self.shape.apart
        return self.text[outside] == " " and apart is not None and apart.leaves(self.text[inside])

    def _along(self, at: int) -> int:
        return self.shape.advance[bisect_right(self.shape.starts, at) - 1]


def halves(spacing: int) -> tuple[int, int]:
    """What Pango adds left and right of each letter within a line, of the space between letters."""
    left = int(spacing / 2)
    if spacing % PANGO_SCALE == 0:
        left = (left + PANGO_SCALE // 2) // PANGO_SCALE * PANGO_SCALE
    return left, spacing - left


def _shape(text: str, style: Any, layout: Any, line: Any) -> Shape:
    """Read what Pango knows of the one line of a layout."""
    runs = [*_runs(line)]
    places, widths = list[int](), list[int]()
    for _, offset, glyphs in runs:
        clusters = ffi.unpack(glyphs.log_clusters, glyphs.num_glyphs)
        places += [offset + place for place in clusters] if offset else clusters
        widths += memoryview(raw(glyphs)).cast("i")[WIDTH::INTEGERS].tolist()
    attributes = pango.pango_layout_get_log_attrs_readonly(layout, ffi.NULL)
    size = ffi.sizeof(attributes[0])
    return Shape(
        bytes(ffi.buffer(attributes, size * len(text)))[::size],
        *_clusters(text, places, widths),
        apart(style) if len(runs) == 1 and style["direction"] == "ltr" else None,
        any(item.analysis.level % 2 for item, _, _ in runs),
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
