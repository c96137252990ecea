"""The lines that can follow each other in a text → those that cost least together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import TypeVar

Line = TypeVar("Line")


def best(
    start: int,
    end: int,
    first: Line,
    lines: Callable[[int, Line], Iterable[tuple[int, Line, float]]],
    most: float = inf,
) -> list[tuple[int, Line]]:
    """Where the lines of the best way from `start` to `end` end, with what there is to say of each.

    There are none if no way costs less than `most`. `lines` gives what can begin at a place after
    the line before, or after `first` at the start: where each ends, what there is to say of it, and
    what it costs. Of all ways to a place only the best goes on.
    """
    ways = {start: (0.0, first, start)}
    for origin in range(start, end):
        if origin in ways:
            cost, before, _ = ways[origin]
            for stop, line, more in lines(origin, before):
                if cost + more < (ways[stop][0] if stop in ways else most):
                    ways[stop] = cost + more, line, origin
    found, place = list[tuple[int, Line]](), end
    while place in ways and place != start:
        _, line, origin = ways[place]
        found.append((place, line))
        place = origin
    return found[::-1]
