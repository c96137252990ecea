"""Places where lines may break → those that make the spaces of a whole paragraph even.

Line by line, a word is taken wherever there is room for it, and what follows has to do with what is
left. Here the lines of a paragraph are chosen together (Knuth and Plass, Breaking Paragraphs into
Lines, 1981): of all ways to break it, the one with the least sum of what is wrong with its lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from docgen.records import dataclass
from docgen.render.compose.ways import best

WIDER = 0.6
"""By how much of itself a space may be widened before its line looks loose."""

LOOSEST = 10.0
"""The same of a line with no spaces or next to none."""

FULL = (0.85, 0.0)
"""How much of its room the words of a line fill at least; less is tried where that cannot be."""

PART = 2500.0
"""The fault of a line that ends within a word or an address."""

SHORT = 5000.0
"""The fault of a last line that is shorter than it should be."""

UNEVEN = 1500.0
"""The fault of two lines one after the other whose spaces differ by the width of a space."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines may break, from the start of a text to its end, in any unit of length.

    `starts` is how far from the start of the text a line begins at each place, `ends` how far one
    reaches that ends there, without the space that it ends with; `before` and `within` count the
    spaces up to there. `parts` tells the places that no space stands before.
    """

    starts: Sequence[float]
    ends: Sequence[float]
    before: Sequence[int]
    within: Sequence[int]
    parts: frozenset[int]


class Room(NamedTuple):
    """The room of the first line and of the others, the width of a space, and how it may shrink.

    `give` is the part of a space that can be taken, `least` the width of a last line that is long
    enough.
    """

    first: float
    others: float
    space: float
    give: float
    least: float


def stops(places: Places, start: int, room: Room) -> list[int]:
    """The places at which the lines from the place `start` on end; none if a line has no room."""
    for full in FULL:
        lines = partial(_lines, places, start, room, full)
        if found := best(start, len(places.ends) - 1, 0.0, lines):
            return [stop for stop, _ in found]
    return []


def _lines(
    places: Places, start: int, room: Room, full: float, origin: int, before: float
) -> Iterator[tuple[int, float, float]]:
    """The lines from `origin` on that are filled by the part `full`: their ends, stretch, faults.

    `before` is the stretch of the line that ends there.
    """
    width = room.first if origin == start else room.others
    for stop, stretch in _stretched(places, origin, width, full, room):
        uneven = UNEVEN * abs(stretch - before)
        yield stop, stretch, wrong(places, origin, stop, stretch, room) + uneven


def _stretched(
    places: Places, origin: int, width: float, full: float, room: Room
) -> Iterator[tuple[int, float]]:
    """Where a line from `origin` on can end, and what is added to its spaces, as a part of them."""
    ends, within, end = places.ends, places.within, len(places.ends) - 1
    begin, before = places.starts[origin], places.before[origin]
    for stop in range(max(origin + 1, bisect_left(ends, begin + width * full)), end + 1):
        slack, spaces = width - (ends[stop] - begin), (within[stop] - before) * room.space
        if slack < -room.give * spaces:
            return
        most = 0.0 if stop == end else LOOSEST
        yield stop, min(slack / spaces if spaces else LOOSEST, most)
    if ends[end] - begin <= width * full:
        yield end, 0.0


def wrong(places: Places, origin: int, stop: int, stretch: float, room: Room) -> float:
    """What is wrong with a line, by the sixth power of how far its spaces are changed."""
    limit = WIDER if stretch > 0 else room.give or 1.0
    faults = (10 + 100 * abs(stretch / limit) ** 3) ** 2
    if stop in places.parts:
        faults += PART
    if stop == len(places.ends) - 1 and places.ends[stop] - places.starts[origin] < room.least:
        faults += SHORT
    return faults
