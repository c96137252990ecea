"""Lines cut out of a text that is shaped, where shaping them alone would give the same.

A line that begins and ends with a character that fills its square is shaped as in its text: nothing
is kerned over such an edge, and what has no script of its own takes that of the Han before it. A
mark that closes takes that of the one that opens, which must be in the line. All else is shaped
again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple
from unicodedata import category

from weasyprint.text.ffi import FROM_UNITS

from docgen.render.compose.glyphs import ComposedLayout, Glyphs, shaped

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
MARKS = re.compile(r"[^\w\s]")
CLOSING = dict(
    zip(")]}>»›”’〉》」』】〕〗〙〛）］｝", "([{<«‹“‘〈《「『【〔〖〘〚（［｛", strict=True)
)
"""The mark that opens for each that closes."""

OPENING = frozenset(CLOSING.values())

WIDE = "\u2000"
"""Characters before it, which are of Latin text, are narrow in any font."""


class Shape(NamedTuple):
    """Where the clusters of a shaped text begin, and their end, in bytes and in Pango units.

    `fonts` are known by the bytes at which they begin.
    """

    offsets: Sequence[int]
    along: Sequence[float]
    begins: Sequence[int]
    fonts: Sequence[int]

    def within(self, first: int, stop: int) -> tuple[int, ...]:
        """The fonts of the clusters from `first` to before `stop`, in the order they appear."""
        begin = bisect_right(self.begins, self.offsets[first]) - 1
        end = bisect_left(self.begins, self.offsets[stop])
        return tuple(dict.fromkeys(self.fonts[begin:end]))

    def fills(self, cluster: int, em: float) -> bool:
        """Whether a cluster is as wide as it is high, to the unit."""
        return abs(self.along[cluster + 1] - self.along[cluster] - em) <= 1


def shape(
    runs: Sequence[Glyphs], offsets: Sequence[int], widths: Sequence[float], style: Any
) -> Shape | None:
    """The shape of a text with glyphs in `runs`; None if lines cannot be cut out of it."""
    if style["word_spacing"] or any(run.leftward or not any(run.widths) for run in runs):
        return None
    along = [*accumulate(widths, initial=0)]
    return Shape(offsets, along, [run.places[0] for run in runs], [run.font for run in runs])


class Cutter:
    """Cuts lines out of texts; knows how high a line is by its fonts, once it has shaped one.

    Fonts are known by where they are in memory, where they stay as long as a text in them does.
    """

    def __init__(self, wide: re.Pattern[bytes]) -> None:
        self.wide = wide
        self.heights: dict[tuple[int, ...], tuple[float, float, Any]] = {}

    def cut(
        self, whole: ComposedLayout, shape: Shape | None, first: int, text: str, style: Any
    ) -> ComposedLayout:
        """The layout of `text`, with which `whole` goes on from the cluster `first`."""
        if text == whole.text:
            return whole
        if not shape or not balanced(text):
            return shaped(text, style, self.wide)
        stop = bisect_left(shape.offsets, shape.offsets[first] + len(text.encode()))
        if not (shape.fills(first, whole.em) and shape.fills(stop - 1, whole.em)):
            return shaped(text, style, self.wide)
        fonts = shape.within(first, stop)
        if fonts not in self.heights:
            return self._measured(fonts, text, style)
        natural = (shape.along[stop] - shape.along[first]) * FROM_UNITS
        return whole.part(text, natural, *self.heights[fonts][:2])

    def _measured(self, fonts: tuple[int, ...], text: str, style: Any) -> ComposedLayout:
        layout = ComposedLayout(text, style, self.wide)
        self.heights[fonts] = layout.height, layout.baseline, layout.layout
        layout.deactivate()
        return layout


def balanced(text: str) -> bool:
    """Whether a line has the script of each of its characters to itself, and wide edges."""
    if not HAN.match(text) or text[-1] < WIDE:
        return False
    opened: list[str] = []
    for mark in MARKS.findall(text):
        if mark in OPENING:
            opened.append(mark)
        elif closes(mark) and (not opened or opened.pop() != CLOSING.get(mark)):
            return False
    return True


@lru_cache(256)
def closes(mark: str) -> bool:
    """Whether a mark is the second of a pair."""
    return mark in CLOSING or category(mark) in ("Pe", "Pf")
