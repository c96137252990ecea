"""Passage × rooms → Course: all lines to the end of a paragraph, none looser than need be.

Lines are filled one by one (`breaker`). Where one of them turns out loose, or takes all that its
marks can lend, the breaks of all are sought that disturb them least together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from docgen.render.compose.breaker import Line, line, lonely, reach
from docgen.render.compose.justify import weight
from docgen.render.compose.passage import Passage
from docgen.render.compose.ways import best

LOOSE = 0.02
"""What part of its room a line can lack without other breaks being sought."""

TAKEN = 0.8
"""What part of what a line can lend is taken without other breaks being sought."""

VISIBLE = 0.03
"""The gap between Han characters, in ems, that disturbs as much as taking all that can be lent."""

BACK = 3
"""How many places to break before the last that fits are tried."""

EACH = 0.2
"""What every line costs, so that there are no more of them for little."""

FORCED = 100.0
"""How much a line is disturbed that breaks where none should, or leaves too little for the last."""


class Rooms(NamedTuple):
    """The room of a line that begins with cluster `start`, and that of all `others` after it.

    `opens` tells that nothing stands before the cluster in its line.
    """

    start: int
    room: int
    others: int
    opens: bool

    def after(self, stop: int) -> Rooms:
        """The rooms of the next line, which begins with `stop`."""
        return Rooms(stop, self.others, self.others, True)


Course = dict[Rooms, Line]
"""Lines by where they begin and what room they have."""


def course(passage: Passage, rooms: Rooms) -> Course:
    """The lines of `passage` from where `rooms` begin; it must be one that ends with a line."""
    found = _filled(passage, rooms)
    if all(_calm(passage, *each) for each in found.items()):
        return found
    return _Search(passage, rooms).better(found)


def _filled(passage: Passage, rooms: Rooms) -> Course:
    """Lines filled one by one."""
    found: Course = {}
    while rooms.start < passage.end:
        found[rooms] = one = line(passage, rooms.start, rooms.room, rooms.opens)
        rooms = rooms.after(one.stop)
    return found


def _calm(passage: Passage, rooms: Rooms, one: Line) -> bool:
    """Whether a line is set without much ado: it lacks little that a character could fill."""
    width, give = passage.extent(rooms.start, one.stop, rooms.opens)
    if one.stop == passage.end or one.squeeze:
        return one.squeeze <= TAKEN * give
    return rooms.room - width <= LOOSE * rooms.room + rooms.room % passage.ems[rooms.start]


class _Search:
    """The search for lines from `first` on that cost less than those filled one by one."""

    def __init__(self, passage: Passage, first: Rooms) -> None:
        self.passage = passage
        self.first = first
        self.gaps = _gaps(passage)

    def better(self, found: Course) -> Course:
        """The lines that cost least; those `found` if none cost less."""
        begin, most = self.first.start, sum(self._cost(*each) for each in found.items())
        ways = best(begin, self.passage.end, (self.first, Line(begin)), self._costed, most)
        return dict(line for _, line in ways) or found

    def _costed(self, start: int, _: Any) -> Iterator[tuple[int, tuple[Rooms, Line], float]]:
        """The lines that can begin with cluster `start`: where they end, and what they cost."""
        rooms = self.first if start == self.first.start else self.first.after(start)
        for one in self._lines(rooms):
            yield one.stop, (rooms, one), self._cost(rooms, one)

    def _lines(self, rooms: Rooms) -> Iterator[Line]:
        """The lines that can begin where `rooms` do; if none can, what there is in need."""
        passage, (start, room, _, opens) = self.passage, rooms
        fits = False
        for stop in reach(passage, start, room, BACK):
            width, give = passage.extent(start, stop, opens)
            if width - give <= room or width - give - passage.spare(start, stop) <= room:
                fits = True
                yield Line(stop, max(0.0, width - room))
        if not fits:
            yield line(passage, start, room, opens)

    def _cost(self, rooms: Rooms, one: Line) -> float:
        """What a line costs: the more it is disturbed, the more so."""
        alone = one.stop < self.passage.end and lonely(self.passage, one.stop)
        return EACH + (FORCED if alone else min(self._disturbed(rooms, one), FORCED)) ** 3

    def _disturbed(self, rooms: Rooms, one: Line) -> float:
        """How much a line is disturbed by what is taken from it, or what it lacks.

        One is what is just visible: a gap of `VISIBLE`, or all that is lent.
        """
        passage, start, (stop, squeeze) = self.passage, rooms.start, one
        width, give = passage.extent(start, stop, rooms.opens)
        if squeeze > give:
            spare = passage.spare(start, stop)
            return 1.0 + ((squeeze - give) / spare if spare else 0.0)
        if squeeze:
            return squeeze / give
        if width > rooms.room:
            return FORCED
        if stop == passage.end:
            return 0.0
        gaps = self.gaps[passage.last(stop)] - self.gaps[start]
        return (rooms.room - width) / gaps / VISIBLE if gaps else FORCED


def _gaps(passage: Passage) -> Sequence[float]:
    """The sizes of all gaps that stretch before each cluster, summed up with their weights."""
    traits, ems, sizes, previous = passage.traits, passage.ems, [0.0], 0
    for i in range(1, len(traits)):
        if traits[i].void:
            sizes.append(0.0)
            continue
        part = weight(traits[previous], traits[i], passage.allowed[i])
        sizes.append(part * ems[previous])
        previous = i
    return [*accumulate(sizes)]
