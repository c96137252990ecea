"""Places where a title may break → those by which its last line is no short rest.

The lines of a title are filled one after the other, as far as its words allow: a line ends after no
short word such as a preposition, and not within a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from docgen.render.compose.fit import Places

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
    end = len(places.ends) - 1
    costs, chosen = {end: 0.0}, dict[int, int]()
    for origin in range(end - 1, start - 1, -1):
        width = others if origin > start else first
        ways = _ways(places, weak, origin, width, costs)
        costs[origin], chosen[origin] = min(ways, default=(inf, end))
    return [*_followed(chosen, start, end)] if costs[start] < inf else []


def _ways(
    places: Places, weak: Sequence[bool], origin: int, width: float, costs: dict[int, float]
) -> Iterator[tuple[float, int]]:
    """What all lines from `origin` on cost, by the place where the first of them ends."""
    for stop in range(origin + 1, len(places.ends)):
        part = (places.ends[stop] - places.starts[origin]) / width
        if part > 1:
            return
        last = stop == len(places.ends) - 1
        fault = SHORT * max(0.0, LEAST - part) / LEAST if last else (1 - part) ** 2
        yield LINE + fault + WEAK * weak[stop] + costs[stop], stop


def _followed(chosen: dict[int, int], place: int, end: int) -> Iterator[int]:
    while place != end:
        place = chosen[place]
        yield place


def weak(text: str, at: int) -> bool:
    """Whether a line of a title should not end before the character `at` of its `text`."""
    *_, before = text[:at].rsplit(maxsplit=1) or [""]
    after = text[at : at + 1]
    small = before.islower() and before.isalpha() and len(before) <= SHORTEST
    name = before[:1].isupper() and before[-1:].isalnum() and after.isupper()
    return bool(after) and (small or name or text[at - 1] != " ")
