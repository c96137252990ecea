"""Notes that a translation calls in another order than its source, which numbers them otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.translation.values import Fault, Passage
from docgen.model import NoteRef
from docgen.walk import find


def order_differs(source: Passage, target: Passage) -> Iterator[Fault]:
    """The same notes in another order: their numbers differ from those of the source."""
    here, there = _keys(source), _keys(target)
    if here != there and sorted(here) == sorted(there):
        named = " ".join(f"[^{key}]" for key in there)
        yield Fault(
            f"calls its notes in the order {named}, and so numbers them otherwise than its source",
            "If the language allows it, follow the order of the source.",
        )


def _keys(passage: Passage) -> list[str]:
    return [note.key for note in find(passage.prose, NoteRef)]
