"""“Above” and “below” beside references, against the place of what they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docgen.check.translation.facts import REFERENCE
from docgen.check.translation.patterns import Pattern
from docgen.check.translation.values import Fault, Passage, excerpt
from docgen.model import CrossRef, Document, Note, NoteRef, Prose
from docgen.report import Origin
from docgen.walk import find, walk


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts and the texts of a document stand in the order of reading."""

    parts: dict[str, tuple[int, Any]] = field(default_factory=dict)
    texts: dict[str | Origin, int] = field(default_factory=dict)

    def of(self, prose: Prose) -> int | None:
        """Where a text stands, in whatever language; one without id by its line."""
        return self.texts.get(prose.id or prose.origin)


def places(document: Document) -> Places:
    """The places in a document as read; a note stands where it is called first."""
    found = Places()
    calls: dict[str, int] = {}
    for step, node in enumerate(walk(document)):
        match node:
            case Prose():
                found.texts.setdefault(node.id or node.origin, step)
            case NoteRef(key=key):
                calls.setdefault(key, step)
            case object(id=str() as id) if id:
                found.parts[id] = step, node
    for note in find(document, Note):
        found.texts[note.text.id or note.text.origin] = calls.get(note.key, -1)
    return found


def wrong_directions(passage: Passage, where: Places) -> Iterator[Fault]:
    """References that are said to be above and stand below, or the reverse, or hold the text."""
    facts = passage.facts
    yield from _wrong(passage, where, facts.above, "above")
    yield from _wrong(passage, where, facts.below, "below")


def _wrong(passage: Passage, where: Places, pattern: Pattern, said: str) -> Iterator[Fault]:
    own = where.of(passage.prose)
    for match in pattern.finditer(passage.text):
        references = [reference.target for reference in find(passage.prose, CrossRef)]
        first = passage.text.count(REFERENCE, 0, match.start())
        for target in references[first : first + match[0].count(REFERENCE)]:
            true = _direction(where.parts.get(target), own)
            if true and true != said:
                yield Fault(
                    f"says that [](#{target}) is {said}, and it is {true}: "
                    f"{excerpt(passage.text, *match.span())}",
                    "Correct the word, or the reference.",
                )


def _direction(part: tuple[int, Any] | None, own: int | None) -> str:
    """Where a part stands as seen from the step `own`; empty when that is not known."""
    if part is None or own is None:
        return ""
    start, node = part
    if start > own:
        return "below"
    inside = own < start + sum(1 for _ in walk(node))
    return "the part in which the text itself stands" if inside else "above"
