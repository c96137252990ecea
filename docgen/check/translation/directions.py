"""“Above” and “below” beside references, against the place of what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docgen.check.translation.facts import REFERENCE
from docgen.check.translation.values import Fault, Passage, excerpt
from docgen.model import CrossRef, Document, Note, NoteRef, Prose
from docgen.report import Origin
from docgen.walk import find, walk

Part = tuple[int, Any]
"""The step at which a part begins, and the part."""

Mention = tuple[str, str, Part | None, tuple[int, int]]
"""The direction that a text says, what of, where that stands, and the place in the text."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts and the texts of a document stand in the order of reading.

    Parts are known by id, and by what they are and the number that a reader cites.
    """

    parts: dict[str, Part] = field(default_factory=dict)
    cited: dict[tuple[str, str], list[Part]] = field(default_factory=dict)
    texts: dict[str | Origin, int] = field(default_factory=dict)

    def of(self, prose: Prose) -> int | None:
        """Where a text stands, in whatever language; one without id by its line."""
        return self.texts.get(prose.id or prose.origin)

    def numbered(self, kind: str, number: str) -> Part | None:
        """The part with a number; none if there are several, in annexes for instance."""
        parts = self.cited.get((kind, number), [])
        return parts[0] if len(parts) == 1 else None


def places(document: Document) -> Places:
    """The places in a document; numbers are known in a resolved one.

    A note stands where it is called first.
    """
    found = Places()
    calls: dict[str, int] = {}
    for step, node in enumerate(walk(document)):
        match node:
            case Prose():
                found.texts.setdefault(node.id or node.origin, step)
            case NoteRef(key=key):
                calls.setdefault(key, step)
            case object(id=str(), number=_):
                _add(found, step, node)
    for note in find(document, Note):
        if note.key in calls:
            found.texts[note.text.id or note.text.origin] = calls[note.key]
    return found


def _add(found: Places, step: int, node: Any) -> None:
    if node.id:
        found.parts[node.id] = step, node
    if node.number:
        kind = node.number.sequence.partition(".")[0]
        cited = "".join(each.text for each in node.number.citation)
        found.cited.setdefault((kind, cited), []).append((step, node))


def wrong_directions(passage: Passage, where: Places) -> Iterator[Fault]:
    """References that are said to be above and stand below, or the reverse, or hold the text."""
    own = where.of(passage.prose)
    for said, name, part, span in _mentions(passage, where):
        true = _direction(part, own)
        if true and true != said:
            place = excerpt(passage.text, *span)
            message = f"says that {name} is {said}, and it is {true}: {place}"
            yield Fault(message, "Correct the word, or the reference.")


def _mentions(passage: Passage, where: Places) -> Iterator[Mention]:
    for said, facts in passage.facts.directions.items():
        for match in facts.reference.finditer(passage.text):
            for target in _targets(passage, match):
                yield said, f"[](#{target})", where.parts.get(target), match.span()
        for kind, pattern in facts.typed:
            for match in pattern.finditer(passage.text):
                for number in filter(None, match.groups()):
                    yield said, f"{kind} {number}", where.numbered(kind, number), match.span()


def _targets(passage: Passage, match: re.Match[str]) -> Sequence[str]:
    """The ids that the references in `match` lead to."""
    targets = [reference.target for reference in find(passage.prose, CrossRef)]
    first = passage.text.count(REFERENCE, 0, match.start())
    return targets[first : first + match[0].count(REFERENCE)]


def _direction(part: Part | None, own: int | None) -> str:
    """Where a part stands as seen from the step `own`; empty when that is not known."""
    if part is None or own is None:
        return ""
    start, node = part
    if start > own:
        return "below"
    inside = own < start + sum(1 for _ in walk(node))
    return "the part in which the text itself stands" if inside else "above"
