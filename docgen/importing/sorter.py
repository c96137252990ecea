"""What the sorting of each kind of text asks of the sorter of the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from docgen.bundle import Bundle
from docgen.importing.counts import Counts
from docgen.importing.drafts import Block, Caption, Draft
from docgen.importing.labels import Labels, Typed
from docgen.importing.lists import Lists
from docgen.importing.notices import Notices
from docgen.importing.units import Unit
from docgen.model import FacetForm
from docgen.word import Paragraph


class Sorter(Protocol):
    """Sorts units into drafts; `framed` where the text of a frame is sorted.

    `frames` are the last numbers of tables, figures and boxes; `listing` says whether the list of
    contents is being passed.
    """

    bundle: Bundle
    labels: Labels
    notices: Notices
    draft: Draft
    counts: Counts
    lists: Lists
    framed: bool
    listing: bool
    frames: dict[str, int]
    facets: tuple[FacetForm, ...]

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the present part."""

    def add(self, block: Block) -> None:
        """Put a block after those that are there."""

    def sort(self, units: Sequence[Unit]) -> None:
        """Sort all units, in their order."""

    def inner(self, draft: Draft) -> Sorter:
        """A sorter of the text of a frame, into a draft of its own."""

    def typed(self, unit: Unit, block: Paragraph) -> Typed | None:
        """The number of a paragraph: that of its list, or one that is typed."""

    def table(self, units: Sequence[Unit], index: int, caption: Caption) -> int:
        """Take the table at `index` under its caption → how many units these are."""
