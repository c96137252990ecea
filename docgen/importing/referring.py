"""Numbers cited in the text → references, where they are those of this document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.bundle import Bundle
from docgen.importing.drafts import (
    Block,
    Draft,
    Figure,
    Frame,
    Heading,
    Item,
    Option,
    Table,
    Text,
    inside,
)
from docgen.importing.labels import Labels
from docgen.numerals import label
from docgen.style import Sequence as Counted

_PLACE = "{}"
_NUMBER = r"[0-9A-Za-z一二三四五六七八九十百]+(?:\.[A-Z0-9]+)*(?:[ \u00a0]?\([a-z]{1,4}\))*"
_REFERENCE = "[](#{})"
_BRACKET = re.compile(r"[ \u00a0]?\([a-z]{1,4}\)$")

Targets = Mapping[tuple[str, str], str]
"""The id of a node by what it is, such as `paragraph`, and by how it is cited."""


@dataclass(slots=True)
class Citing:
    """Works out how the nodes of a draft are cited, as the finished document will do it."""

    bundle: Bundle
    labels: Labels
    sequences: Mapping[str, Counted]
    last: dict[str, str] = field(default_factory=dict)

    def targets(self, draft: Draft) -> Iterator[Targets]:
        """What can be cited in the report, then in each annex; frames and annexes everywhere."""
        everywhere: dict[tuple[str, str], str] = {}
        parts = []
        for blocks in draft.parts():
            self.last = {}
            own: dict[tuple[str, str], str] = {}
            for block in inside(blocks):
                key = self._key(block)
                if key and isinstance(block, Table | Figure | Frame):
                    everywhere.setdefault(key, block.id)
                elif key:
                    own.setdefault(key, block.id)
            parts.append(own)
        for annex in draft.annexes:
            everywhere["annex", self._cited("annex", annex.label)] = annex.id
        return ({**everywhere, **own} for own in parts)

    def _key(self, block: Block) -> tuple[str, str] | None:
        sequence, typed = _counted(block)
        if not typed:
            return None
        cited = self._cited(sequence, typed)
        kind = "paragraph" if sequence.startswith("item") else sequence.partition(".")[0]
        return (kind, cited) if cited else None

    def _cited(self, sequence: str, typed: str) -> str:
        """How a node with the label `typed` is cited; empty when it is not counted so."""
        value = self.labels.read(typed).get(sequence)
        pattern = self.bundle.citations.get(sequence, "")
        if not value:
            return ""
        known = self.sequences.get(sequence)
        parent = self.last.get(known.parent, "") if known else ""
        self.last[sequence] = label(pattern.replace("{parent}", parent), value)
        return self.last[sequence]


def _counted(block: Block) -> tuple[str, str]:
    """The sequence of a block, and its label."""
    match block:
        case Heading(level=level, label=typed):
            return f"section.{level}", typed
        case Item(ordered=True, level=level, label=typed):
            return f"item.{level}", typed
        case Text(label=typed):
            return "paragraph", typed
        case Table() | Figure():
            return type(block).__name__.lower(), block.caption.label
        case Frame(label=typed):
            return "box", typed
        case Option(label=typed):
            return "option", typed
    return "", ""


@dataclass(slots=True)
class Referring:
    """Puts references to `targets` into text, as the patterns of a language have them."""

    patterns: Sequence[tuple[str, re.Pattern[str]]]
    targets: Targets = field(default_factory=dict)

    @classmethod
    def of(cls, bundle: Bundle) -> Referring:
        """The patterns of a language."""
        facts = bundle.facts["references"]
        joint = f"(?:{facts['joint']})"
        numbers = f"(?P<numbers>{_NUMBER}(?:{joint}{_NUMBER})*)"
        patterns = [
            (kind, re.compile(one.replace(_PLACE, numbers)))
            for kind, several in facts.items()
            if kind != "joint"
            for one in several
        ]
        return cls(patterns)

    def refer(self, text: str) -> str:
        """`text` with a reference for each number that is one of a node."""
        for kind, pattern in self.patterns:
            text = pattern.sub(self._filled(kind), text)
        return text

    def _filled(self, kind: str) -> Callable[[re.Match[str]], str]:
        def fill(found: re.Match[str]) -> str:
            start, end = (at - found.start() for at in found.span("numbers"))
            numbers = re.sub(_NUMBER, lambda one: self._one(kind, one[0]), found["numbers"])
            return found[0][:start] + numbers + found[0][end:]

        return fill

    def _one(self, kind: str, number: str) -> str:
        """The reference for a number; of “12 (a)” perhaps for the 12 alone."""
        rest = ""
        while True:
            id = self.targets.get((kind, number.replace("\u00a0", " ")))
            if id:
                return _REFERENCE.format(id) + rest
            bracket = _BRACKET.search(number)
            if not bracket:
                return number + rest
            number, rest = number[: bracket.start()], bracket[0] + rest
