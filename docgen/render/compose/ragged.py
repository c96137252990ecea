"""Places where a title may break → those by which its last line is no short rest.

The lines of a title are filled one after the other, as far as its words allow: a line ends after no
short word such as a preposition, and not within a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from docgen.render.compose.fit import Places
from docgen.render.compose.ways import best

LEAST = 1 / 3
"""The part of its room that the last line fills at least."""

LINE = 10.0
"""What every line costs; what follows counts only between ways with as few lines."""

SHORT = 1.0
"""What it costs if the last line is next to nothing; the room left at the end of another costs the
square of its part."""

WEAK = 0.3
"""What it costs if a line ends after a short word, within a name, or within a word."""

SHORTEST = 3
"""So many small letters are a preposition, an article or a conjunction."""


def stops(
    places: Places, weak: Sequence[bool], start: int, first: float, others: float
) -> list[int]:
    """The places at which the lines from the place `start` on end; none if a line has no room.

    There is room for `first` in the line that begins there; `weak` tells the places to be avoided.
    """
    lines = partial(_lines, places, weak, start, first, others)
    return [stop for stop, _ in best(start, len(places.ends) - 1, None, lines)]


def _lines(
    places: Places,
    weak: Sequence[bool],
    start: int,
    first: float,
    others: float,
    origin: int,
    before: None,
) -> Iterator[tuple[int, None, float]]:
    """Where the lines from `origin` on can end, and what each costs."""
    room, end = first if origin == start else others, len(places.ends) - 1
    for stop in range(origin + 1, end + 1):
        width = places.ends[stop] - places.starts[origin]
        if width > room or room <= 0:
            return
        part = width / room
        fault = SHORT * max(0.0, LEAST - part) / LEAST if stop == end else (1 - part) ** 2
        yield stop, None, LINE + fault + WEAK * weak[stop]


def weak(text: str, at: int) -> bool:
    """Whether a line of a title should not end before the character `at` of its `text`."""
    *_, before = text[:at].rsplit(maxsplit=1) or [""]
    after = text[at : at + 1]
    small = before.islower() and before.isalpha() and len(before) <= SHORTEST
    name = before[:1].isupper() and before[-1:].isalnum() and after.isupper()
    return bool(after) and (small or name or text[at - 1] != " ")
