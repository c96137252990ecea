"""Translated texts → the one that a new text can go on from, the same text before a similar one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.interchange.codes import pieces
from docgen.memory.nearness import Finder


@dataclass(frozen=True, slots=True)
class Segment:
    """A text with its translation; `name` is the file or document it is from, `id` that there."""

    source: str
    target: str
    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A segment for a text, and how near it is in whole per cent; 100 is for the same text."""

    segment: Segment
    score: int


class Memory:
    """Segments of one pair of languages; `spaces` is whether the source has them between words."""

    def __init__(
        self, segments: Sequence[Segment], *, spaces: bool, quick: bool | None = None
    ) -> None:
        self.segments, self.spaces, self.quick = segments, spaces, quick
        self._same: dict[str, list[Segment]] = defaultdict(list)
        for segment in segments:
            self._same[segment.source].append(segment)

    @cached_property
    def _finder(self) -> Finder:
        texts = [words(segment.source) for segment in self.segments]
        return Finder(texts, spaces=self.spaces, quick=self.quick)

    def find(self, id: str, text: str, least: int) -> Match | None:
        """The best match for the unit `id` with `text`, of at least so many per cent.

        Of segments with the same text that of the same id is the best, else the first. Codes do
        not count for how near a similar text is, but it is never the same.
        """
        if same := self._same.get(text):
            return Match(next((one for one in same if one.id == id), same[0]), 100)
        near = self._finder.nearest(words(text), least) if self.segments else None
        return Match(self.segments[near.place], min(99, int(near.score))) if near else None


def words(text: str) -> str:
    """A text without its codes."""
    return "".join(piece.text for piece in pieces(text) if piece.role == "text")
