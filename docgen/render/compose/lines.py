"""The text boxes of a paragraph × the room WeasyPrint has → the piece of each that is in a line."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

from weasyprint.text.ffi import TO_UNITS

from docgen.render.compose.composer import Composer, Measured, Plan
from docgen.render.compose.course import Rooms
from docgen.render.compose.flow import Stretch, runs

NEAR = 0.01
"""Positions less than this apart, in CSS pixels, are the same."""

WITHIN = 0.001
"""By how much a piece that fills its line stays within it: WeasyPrint's edges differ by less."""

SLACK = 0.5
"""By how many CSS pixels shaping a piece alone may change its width unnoticed."""


class Place(NamedTuple):
    """Where a text box stands: in which run of the paragraph, and as which of its leaves."""

    stretch: Stretch
    run: int
    leaf: int

    def cluster(self, byte: int) -> int:
        """The cluster of the passage that stands at `byte` of the text box."""
        offsets = self.stretch.offsets[self.leaf]
        return self.stretch.firsts[self.leaf] + bisect_right(offsets, byte) - 1


class Begun(NamedTuple):
    """The plan at work in a line: for which run, and to what place the line has room."""

    plan: Plan
    run: int
    right: float

    def holds(self, run: int, start: int, right: float) -> bool:
        """Whether the plan tells what to do with cluster `start` of `run` and room to `right`."""
        inside = self.run == run and self.plan.start <= start < self.plan.stop
        return inside and abs(self.right - right) < NEAR


class Paragraph:
    """Where the composed text boxes of a paragraph stand, and which of its runs is the first."""

    def __init__(self, linebox: Any, composer: Composer) -> None:
        self.places: dict[int, Place] = {}
        self.begun: set[int] = set()
        self.first_run = -1
        for run, (leaves, ends) in enumerate(runs(linebox)):
            found = composer.stretch(leaves, ends)
            for index, leaf in enumerate(leaves):
                self.places[id(leaf.box)] = Place(found, run, index)
            if self.first_run < 0 and found.passage.letters[-1]:
                self.first_run = run

    def begins(self, run: int) -> bool:
        """Whether no line has been asked for yet that has part of a run."""
        new = run not in self.begun
        self.begun.add(run)
        return new


class Line:
    """A line of a paragraph that WeasyPrint is filling, text box by text box."""

    def __init__(self, linebox: Any, paragraph: Paragraph, composer: Composer) -> None:
        self.linebox = linebox
        self.paragraph = paragraph
        self.composer = composer
        self.beginning: tuple[int, int] | None = None
        self.begun: Begun | None = None
        self.widest: dict[tuple[int, int], float] = {}

    def piece(self, box: Any, room: float, skip: int) -> Measured | None:
        """The part of a text box from the byte `skip` on that stands in this line.

        `room` is the width that is left, in CSS pixels. A text box that is not composed, or that
        is not of this paragraph, has none; nor has what is left of one that is at its end.
        """
        place = self.paragraph.places.get(id(box))
        if place is None or skip >= place.stretch.offsets[place.leaf][-1]:
            return None
        start, right = place.cluster(skip), box.position_x + room
        if self.begun is None or not self.begun.holds(place.run, start, right):
            self.begun = self._begin(place, start, box.position_x, right)
        found, length, resume, natural, *sizes = self.composer.cut(
            self.begun.plan, place.leaf, start
        )
        fills = room - WITHIN < natural < room + SLACK
        width = room - WITHIN if fills else natural
        layout = found.changed(found.after, found.lead)
        layout.excess = natural - width
        return Measured(layout, length, resume, width, *sizes)

    def _begin(self, place: Place, start: int, left: float, right: float) -> Begun:
        """Plan how the line goes on.

        Asked again with less room, because what follows does not fit, WeasyPrint looks for an
        earlier break, pixel by pixel: pushing in would hide it.
        """
        widest = self.widest.setdefault((place.run, start), right)
        opens = self._opens(place.run, start, left)
        rooms = Rooms(start, _units(right - left), _units(right - self.linebox.position_x), opens)
        begins = self.paragraph.begins(place.run)
        line = self.composer.line(place.stretch, rooms, begins, right > widest - NEAR)
        plan = self.composer.plan(place.stretch, start, opens, line)
        return Begun(plan, place.run, right)

    def _opens(self, run: int, start: int, left: float) -> bool:
        """Whether the line begins here: nothing stands before, or only the paragraph's number."""
        if self.beginning is None:
            self.beginning = run, start
        line = self.linebox.position_x + self.linebox.text_indent
        leading = left < line + NEAR or (run, start) == (self.paragraph.first_run, 0)
        return leading and self.beginning == (run, start)


def _units(width: float) -> int:
    """The room of a line in Pango units, with what makes up for rounding."""
    return round(float((width + NEAR) * TO_UNITS))
