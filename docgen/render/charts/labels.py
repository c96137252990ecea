"""Names of series and of what is counted → lines of words, and where they fit on a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count

from docgen.model import Prose
from docgen.records import dataclass
from docgen.render.text import is_wide, plain

LETTER, FIGURE, ROW = 0.48, 0.5, 1.25
"""The mean width of a letter that is not Han, that of a figure and the height of a line, in ems."""

AFTER = 1.8
"""The room after the name of a series, in ems."""

_FIRST_HAN = "\u2e80"
_PIECE = re.compile(r"\S+\s*|\s+")


@cache
def _piece_with_han() -> re.Pattern[str]:
    """The pattern of pieces between which a line can end, with Han characters in the text.

    A number stays with what it counts, and a mark with what it closes.
    """
    return re.compile(
        r"\d*[\u2e80-\uffff][\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b]*"
        r"|[^\s\d\u2e80-\uffff]+\s*|\d+(?![\d\u2e80-\uffff])\s*|\s+"
    )


def words(prose: Prose) -> str:
    """The words of a name in one line."""
    return plain(prose.inlines)


def width(text: str, size: float) -> float:
    """About how wide letters of a `size` are, in its unit."""
    return size * sum(map(_ems, text))


def _ems(letter: str) -> float:
    return 1 if is_wide(letter) else FIGURE if letter.isdigit() else LETTER


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The lines of a text; one with a longer word is wider than the `room`."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width(lines[-1] + piece.rstrip(), size) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    pattern = _piece_with_han() if max(text, default="") >= _FIRST_HAN else _PIECE
    return pattern.findall(text)


@dataclass(frozen=True, slots=True)
class Name:
    """Where the name of a series begins, in which row above the field, and its lines."""

    x: float
    row: int
    lines: tuple[str, ...]


def beside(names: Sequence[str], room: float, size: float, sample: float) -> Iterator[Name]:
    """The names of series, each behind a sample of so many ems, side by side as far as they fit."""
    x, row, rows = 0.0, 0, 0
    for name in names:
        lines = tuple(wrapped(name, room - sample * size, size))
        needed = max(width(line, size) for line in lines) + (sample + AFTER) * size
        if x and x + needed > room:
            x, row = 0.0, rows
        yield Name(x, row, lines)
        x, rows = x + needed, max(rows, row + len(lines))


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands below the field of a chart: the lines of every label, none of one left out.

    `upright` ones are read from below.
    """

    lines: tuple[tuple[str, ...], ...]
    size: float
    upright: bool = False

    @property
    def height(self) -> float:
        """How much room they need below the field."""
        if self.upright:
            return max(width(line, self.size) for lines in self.lines for line in lines)
        return ROW * self.size * max(map(len, self.lines))


def fitted(names: Sequence[str], room: float, size: float, *, thinned: bool) -> Labels:
    """The labels of places that are `room` wide each.

    Where they do not fit side by side some are left out of those that may be `thinned`, as years
    may; others stand upright, as many as there is room for.
    """
    lines = [wrapped(name, room, size) for name in names]
    upright = not thinned and not _fit(lines, room, size)
    if upright:
        lines = list(_upright(names, room, size))
    elif not _fit(lines, room, size):
        lines = _thinned(names, room, size)
    return Labels(tuple(map(tuple, lines)), size, upright)


def _fit(lines: Sequence[Sequence[str]], room: float, size: float) -> bool:
    return all(width(line, size) <= room for each in lines for line in each)


def _thinned(names: Sequence[str], room: float, size: float) -> list[list[str]]:
    """Every second label, every third, … until they fit, or the first alone."""
    for step in range(2, len(names)):
        shown = [wrapped(name, step * room - size, size) for name in names[::step]]
        if _fit(shown, step * room - size, size):
            break
    else:
        step = len(names)
    return [
        _shown(name, place, step, (step - 0.5) * room, size) for place, name in enumerate(names)
    ]


def _shown(name: str, place: int, step: int, room: float, size: float) -> list[str]:
    return [] if place % step else wrapped(name, room, size)


def _upright(names: Sequence[str], room: float, size: float) -> Iterator[list[str]]:
    """Each label in as many lines as stand side by side, the shorter the better."""
    step = next(step for step in count(1) if step * room >= size)
    most = max(1, int(step * room / (ROW * size)))
    for place, name in enumerate(names):
        tries = (wrapped(name, ems * size, size) for ems in count(8, 4))
        fitting = next(lines for lines in tries if len(lines) <= most)
        yield [] if place % step else fitting
