"""Pieces of text → pages, filled one after the other as a word processor fills them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from docgen.records import dataclass

RULE_ABOVE_NOTES = 13.2
"""The height of the line above the first note of a page, with the room below it, in points."""

_KEPT = 2
"""Lines of a paragraph that stand together at the foot and at the head of a page."""


@dataclass(slots=True)
class Piece:
    """A paragraph or a row of a table; heights in points.

    It has `lines` of the height `leading`, with `notes` (heights by line from 0) at the foot of
    their page. `names` are the bookmarks in it; `keep` holds it on the page of the next piece,
    `whole` on one page; `head` is the height of the rows that are repeated above it on a new page.
    `opens` begins a page, of another height where `capacity` says so.
    """

    lines: int
    leading: float
    before: float = 0
    after: float = 0
    notes: Mapping[int, float] = field(default_factory=dict)
    names: Sequence[str] = ()
    keep: bool = False
    whole: bool = False
    head: float = 0
    opens: bool = False
    capacity: float = 0

    @property
    def height(self) -> float:
        """The height of all lines with their notes."""
        height = self.lines * self.leading
        return height + sum(self.notes.values()) if self.notes else height

    @property
    def least(self) -> float:
        """The height of what must stand on the page where it begins."""
        if self.whole:
            return self.height
        kept = min(self.lines, _KEPT) if self.lines != _KEPT + 1 else self.lines
        height = kept * self.leading
        return height + sum(map(self._note, range(kept))) if self.notes else height

    def _note(self, line: int) -> float:
        return self.notes.get(line, 0)


class Pages:
    """The pages as far as they are filled, each `capacity` high, the first one `first`."""

    def __init__(self, first: float, capacity: float) -> None:
        self.number = 1
        self.places: dict[str, int] = {}
        self._capacity, self._next = first, capacity
        self._used = self._notes = 0.0
        self._waiting: Sequence[Piece] = ()

    def fill(self, pieces: Iterable[Piece], *, more: bool = False) -> None:
        """Put all `pieces` on pages; afterwards `places` has the page of every bookmark.

        Where `more` will come those at the end wait that are kept with it.
        """
        pieces = [*self._waiting, *pieces]
        end = _loose(pieces) if more else len(pieces)
        self._waiting = pieces[end:]
        for index, piece in enumerate(pieces[:end]):
            if piece.capacity:
                self._next = piece.capacity
            if piece.opens or (self._used and not self._fits(self._together(pieces, index))):
                self._turn()
                self._used += piece.head
            self._put(piece)

    def _together(self, pieces: Sequence[Piece], start: int) -> float:
        """The height from a piece to the end of what is kept with it."""
        height = 0.0
        for place in range(start, len(pieces)):  # no slice: it would copy the rest of the document
            piece = pieces[place]
            height += piece.before
            if not piece.keep:
                return height + piece.least
            height += piece.height + piece.after
            if height > self._next:
                break
        return pieces[start].before + pieces[start].least

    def _put(self, piece: Piece) -> None:
        """Put a piece line by line, on as many pages as it takes."""
        self._used += piece.before if self._used else 0
        for name in piece.names:
            self.places[name] = self.number
        notes = piece.notes
        for line in range(piece.lines):
            note = notes.get(line, 0) if notes else 0
            height = piece.leading + (self._note(note) if note else 0)
            if self._used + height > self._capacity and self._used:
                self._turn()
                self._used += piece.head
                height = piece.leading + self._note(note)
            self._used += height
            self._notes += note
        self._used += piece.after

    def _note(self, height: float) -> float:
        """The room that notes take, with the line above the first of a page."""
        return height + RULE_ABOVE_NOTES if height and not self._notes else height

    def _fits(self, height: float) -> bool:
        return self._used + height <= self._capacity

    def _turn(self) -> None:
        self.number += 1
        self._capacity = self._next
        self._used = self._notes = 0.0


def _loose(pieces: Sequence[Piece]) -> int:
    """How many pieces there are before those at the end that are kept with what follows."""
    return next((end for end in range(len(pieces), 0, -1) if not pieces[end - 1].keep), 0)
