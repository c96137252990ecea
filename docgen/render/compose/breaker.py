"""Passage × room → Line: where it breaks, and what is pushed in or out for it.

A line is filled as far as it goes without change; one more piece is pushed in where that changes
the line less than leaving the piece out would.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from docgen.render.compose.classes import Kind
from docgen.render.compose.passage import Passage, Wrap

EASY = 0.7
"""The share of what a line can give that pushing in takes at any time, not only in need."""

DEAR = 1.5
"""How much dearer, by length, stretching a line is than pushing in."""

OVER = 3.0
"""How far past the room of a line, in ems, a piece can lie that pushing in still reaches."""


class Line(NamedTuple):
    """A line stops before cluster `stop`, with `squeeze` taken from its width."""

    stop: int
    squeeze: float = 0.0


def line(passage: Passage, start: int, room: float, opens: bool, pushes: bool = True) -> Line:
    """The line of `passage` that begins with cluster `start` and has `room` for its width.

    `opens` tells that nothing stands before it in the line; then text may break anywhere that would
    otherwise stick out. Without `pushes`, nothing is pushed in.
    """
    loose, tight = _around(passage, start, room, opens)
    chosen = _better(passage, start, room, opens, loose, tight if pushes else None)
    if chosen is None:
        return Line(_forced(passage, start, room, opens))
    return _without_orphan(passage, start, room, opens, chosen) if pushes else chosen


def _around(
    passage: Passage, start: int, room: float, opens: bool
) -> tuple[int | None, int | None]:
    """The last cut at which the line fits as it is, and the first after it to be pushed in."""
    loose = tight = None
    for stop in reach(passage, start, room):
        width, give = passage.extent(start, stop, opens)
        if width <= room:
            loose, tight = stop, None
        elif width - give <= room and tight is None:
            tight = stop
    return loose, tight


def reach(passage: Passage, start: int, room: float, back: int = 0) -> Iterator[int]:
    """The cuts of a line from the last that certainly fits: edges only ever take from a width.

    They go to the last that pushing in still reaches, and begin so many cuts further `back`.
    """
    cuts, advance = passage.cuts, passage.advance
    full = bisect_right(advance, advance[start] + room) - 1
    over = bisect_right(advance, advance[start] + room + OVER * passage.ems[start])
    first = max(bisect_right(cuts, start), bisect_right(cuts, full) - 1 - back)
    for index in range(first, len(cuts)):
        yield cuts[index]
        if cuts[index] > over:
            break


def _better(
    passage: Passage, start: int, room: float, opens: bool, loose: int | None, tight: int | None
) -> Line | None:
    """The better of two lines, of which either may not exist."""
    if tight is None:
        return None if loose is None else Line(loose)
    width, give = passage.extent(start, tight, opens)
    need = width - room
    pushed = Line(tight, need)
    if loose is None:
        return pushed
    slack = room - passage.extent(start, loose, opens).width
    easy = need <= EASY * give or slack > passage.ems[start]
    return pushed if easy and need < DEAR * slack else Line(loose)


def _forced(passage: Passage, start: int, room: float, opens: bool) -> int:
    """Where a line breaks that is too long before its first cut: there, or anywhere if it may.

    Anywhere is between two letters or digits if that can be, not beside punctuation.
    """
    first = passage.cuts[bisect_right(passage.cuts, start)]
    if not opens or passage.wraps[start] != Wrap.ANYWHERE:
        return first
    places = range(first - 1, start, -1)
    fits = [stop for stop in places if passage.extent(start, stop, opens).width <= room]
    worded = (stop for stop in fits if _within_word(passage, stop))
    return next(worded, fits[0] if fits else start + 1)


def _within_word(passage: Passage, stop: int) -> bool:
    return passage.traits[stop - 1].kind == passage.traits[stop].kind == Kind.LATIN


def _without_orphan(passage: Passage, start: int, room: float, opens: bool, chosen: Line) -> Line:
    """The line itself, or another if it would leave too little for the last line (clreq 3.1.4)."""
    end = passage.end
    if not passage.ends or chosen.stop == end or not lonely(passage, chosen.stop):
        return chosen
    width, give = passage.extent(start, end, opens)
    if width - give <= room:
        return Line(end, max(0.0, width - room))
    index = bisect_right(passage.cuts, chosen.stop) - 1
    earlier = (cut for cut in passage.cuts[index::-1] if not lonely(passage, cut))
    cut = next(earlier, start)
    return Line(cut) if cut > start else chosen


def lonely(passage: Passage, stop: int) -> bool:
    """Whether too few characters follow from `stop` on to stand on a line of their own."""
    return passage.letters[passage.end] - passage.letters[stop] < passage.facts.orphan
