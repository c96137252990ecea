"""The units of a Word file → drafts: each paragraph and table by its style, number and wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.bundle import Bundle
from docgen.importing import captions, contents, frames, heads, paragraphs, roles
from docgen.importing.counts import Counts
from docgen.importing.drafts import Block, Caption, Draft
from docgen.importing.labels import Labels, Typed
from docgen.importing.lists import Lists
from docgen.importing.notices import Notices
from docgen.importing.sorter import Sorter
from docgen.importing.spans import Spans, cut, raw, trimmed
from docgen.importing.units import Unit
from docgen.model import FacetForm
from docgen.word import Paragraph, Picture, Plot, Table

_STARS = re.compile(r"\s*(?P<stars>\*{1,4})[\s\u00a0]+(?=\S)")


@dataclass(slots=True)
class Sorting:
    """Sorts units into `draft`; `framed` where the text of a frame is sorted.

    `stars` are the notes of lines of the head, by annex (0 is the report) and asterisks;
    `listing` says whether the list of contents is being passed.
    """

    bundle: Bundle
    labels: Labels
    notices: Notices
    draft: Draft
    facets: tuple[FacetForm, ...] = ()
    framed: bool = False
    counts: Counts = field(default_factory=Counts)
    lists: Lists = field(default_factory=Lists)
    frames: dict[str, int] = field(default_factory=dict)
    stars: dict[tuple[int, str], Spans] = field(default_factory=dict)
    listing: bool = False

    def sort(self, units: Sequence[Unit]) -> None:
        """Sort all units, in their order."""
        index = 0
        while index < len(units):
            index += self._take(units, index)

    @property
    def blocks(self) -> list[Block]:
        """Where the next block goes: the last annex, or the report."""
        annexes = self.draft.annexes
        return annexes[-1].blocks if annexes else self.draft.blocks

    def inner(self, draft: Draft) -> Sorter:
        """A sorter of the text of a frame, into a draft of its own."""
        return replace(self, draft=draft, framed=True, lists=Lists())

    def table(self, units: Sequence[Unit], index: int, caption: Caption) -> int:
        """Take the table at `index` under its caption → how many units these are."""
        return frames.take(self, units, index, caption)

    def add(self, block: Block) -> None:
        """Put a block after those that are there."""
        self.blocks.append(block)

    def typed(self, unit: Unit, block: Paragraph) -> Typed | None:
        """The number of a paragraph: that of its list, or one that is typed."""
        if block.label:
            of = self.labels.read(block.label)
            return Typed("•" if block.bullet else block.label, unit.words, of, tabbed=True)
        return self.labels.typed(unit.words)

    def _take(self, units: Sequence[Unit], index: int) -> int:
        """Sort the unit at `index` and what belongs to it → how many units these are."""
        unit = units[index]
        if contents.take(self, unit):
            return 1
        if count := captions.take(self, units, index):
            return count
        if isinstance(unit.block, Table):
            return frames.take(self, units, index)
        if count := heads.annex(self, units, index):
            return count
        self._paragraph(unit, unit.block)
        return 1

    def _paragraph(self, unit: Unit, block: Paragraph) -> None:
        for piece in block.pieces:
            if isinstance(piece, Picture | Plot):
                captions.figure(self, piece, unit)
        if not unit.words or self._is_starred(unit, block):
            return
        typed = self.typed(unit, block)
        if not heads.heading(self, unit, block, typed):
            paragraphs.take(self, unit, block, typed)

    def _is_starred(self, unit: Unit, block: Paragraph) -> bool:
        """Take the note of a line of the first page: framed, or small, after asterisks."""
        found = _STARS.match(raw(unit.words))
        small = block.layout.framed or roles.other(block) == "note"
        key = len(self.draft.annexes), found["stars"] if found else ""
        if not found or not small or key in self.stars:
            return False
        self.stars[key] = trimmed(cut(unit.words, found.end()))
        return True
