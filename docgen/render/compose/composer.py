"""Stretches × where lines end → the pieces of text boxes, cut and changed as their lines want."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any, NamedTuple

from weasyprint.text.line_break import get_log_attrs

from docgen.records import dataclass
from docgen.render.compose import breaker
from docgen.render.compose.course import Rooms, course
from docgen.render.compose.facts import Composition
from docgen.render.compose.flow import Leaf, Stretch, stretch
from docgen.render.compose.glyphs import shaped
from docgen.render.compose.opportunities import opportunities
from docgen.render.compose.passage import Passage, Rules

LANGS, STRETCHES, LINES = 16, 128, 1024
"""How many of them are remembered."""


class Measured(NamedTuple):
    """What `split_first_line` of WeasyPrint returns: lengths in bytes, sizes in CSS pixels."""

    layout: Any
    length: int
    resume: int | None
    width: float
    height: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Piece:
    """What a layout shows of a passage, from cluster `start` to before `stop`.

    `offsets` holds the bytes at which the clusters of its leaf begin, from cluster `first` on.
    `closed` tells that what a line ends with is already set as the end of a line.
    """

    passage: Passage
    start: int
    stop: int
    offsets: Sequence[int]
    first: int
    closed: bool

    @property
    def final(self) -> int:
        """The last cluster of the line up to here that prints something."""
        return self.passage.shown[self.stop]

    def byte(self, cluster: int) -> int:
        """The byte of the layout's text at which `cluster` begins."""
        return self.offsets[cluster - self.first] - self.offsets[self.start - self.first]

    def bytes(self, clusters: Iterable[int]) -> list[int]:
        """The bytes of the layout's text at which `clusters` begin."""
        offsets, first = self.offsets, self.first
        begin = offsets[self.start - first]
        return [offsets[cluster - first] - begin for cluster in clusters]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How a stretch goes on from cluster `start` to before `stop` in a line.

    `lead` is added before the first cluster, `after` after each, in thousandths of an em. `pieces`
    are those cut out of it so far, by their leaf and their first cluster.
    """

    stretch: Stretch
    start: int
    stop: int
    lead: int
    after: Sequence[int]
    pieces: dict[tuple[int, int], Measured] = field(default_factory=dict)

    def changes(self, piece: Piece) -> dict[int, int]:
        """What is added after the clusters of `piece`, by the bytes at which they begin."""
        inside = [i for i in range(piece.start, piece.stop) if self.after[i - self.start]]
        mils = (self.after[i - self.start] for i in inside)
        return dict(zip(piece.bytes(inside), mils, strict=True))


class Composer:
    """The composition of a language at work, with what it has found out before.

    WeasyPrint lays out the same text again and again: notes whenever one joins them, all pages when
    a page number changes. A stretch is known by its texts and styles, a line by its place and room.
    """

    def __init__(self, facts: Composition) -> None:
        self.facts = facts
        self.rules = Rules(facts)
        self.composes = lru_cache(LANGS)(facts.composes)
        self.breaks = lru_cache(LINES)(self._breaks)
        self.stretch = lru_cache(STRETCHES)(self._stretch)
        self.plan = lru_cache(LINES)(self._plan)
        self.filled = lru_cache(LINES)(self._filled)

    def _breaks(self, text: str, lang: str | None) -> bool:
        """Whether a line may break within `text` in the language `lang`, whatever its font."""
        traits = [self.rules.traits[char, False, False] for char in text]
        attributes = get_log_attrs(text, lang)
        unicode_breaks = [bool(attributes[i].is_line_break) for i in range(len(text))]
        return any(opportunities(traits, unicode_breaks))

    def takes(self, box: Any) -> bool:
        """Whether the lines of `box` are in a language composed, and run from left to right."""
        return box.style["direction"] == "ltr" and self.composes(box.style["lang"])

    def _stretch(self, leaves: tuple[Leaf, ...], ends: bool) -> Stretch:
        return stretch(leaves, ends, self.rules)

    def _filled(self, stretch: Stretch, rooms: Rooms, pushes: bool) -> breaker.Line:
        return breaker.line(stretch.passage, rooms.start, rooms.room, rooms.opens, pushes)

    def line(self, stretch: Stretch, rooms: Rooms, begins: bool, pushes: bool) -> breaker.Line:
        """The line with these rooms; the first that `begins` finds those after it as well."""
        known = stretch.course if pushes else {}
        if begins and pushes and rooms not in known and stretch.passage.ends:
            known.update(course(stretch.passage, rooms))
        return known.get(rooms) or self.filled(stretch, rooms, pushes)

    def _plan(self, stretch: Stretch, start: int, opens: bool, line: breaker.Line) -> Plan:
        """How a line goes on from `start`."""
        passage, (stop, squeeze) = stretch.passage, line
        after = passage.settle(start, stop, opens, squeeze)
        return Plan(stretch, start, stop, passage.lead(start, opens), after)

    def cut(self, plan: Plan, leaf: int, start: int) -> Measured:
        """The piece of the text of a leaf from cluster `start` to its end or that of the line."""
        found = plan.pieces.get((leaf, start))
        if found is None:
            found = plan.pieces[leaf, start] = self._cut(plan, leaf, start)
        return found

    def _cut(self, plan: Plan, leaf: int, start: int) -> Measured:
        stretch, passage = plan.stretch, plan.stretch.passage
        first, end = stretch.firsts[leaf : leaf + 2]
        stop = min(plan.stop, end)
        closed = passage.closes(plan.stop)
        piece = Piece(passage, start, stop, stretch.offsets[leaf], first, closed)
        text, style = stretch.leaves[leaf].text, stretch.leaves[leaf].style.it
        encoded = text.encode()[piece.offsets[start - first] : piece.offsets[stop - first]]
        resume = len(encoded) if stop == plan.stop < passage.end else None
        last = passage.last(plan.stop)
        if closed and last < stop:
            encoded = encoded.rstrip(b" ") or encoded
        length = len(encoded)
        if closed and start <= last < stop:
            encoded = encoded[: piece.byte(last + 1)]
        layout = stretch.layouts[leaf]
        if layout.text != encoded.decode():
            layout = shaped(encoded.decode(), style, self.rules.wide)
        layout = layout.changed(plan.changes(piece), plan.lead if start == plan.start else 0)
        layout.piece = piece
        return Measured(layout, length, resume, layout.width, layout.height, layout.baseline)
