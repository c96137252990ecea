"""What the checks pass to each other: texts with their languages, and faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen import symbols
from docgen.check.translation.facts import REFERENCE, Facts
from docgen.model import Amount, CrossRef, Emphasis, Inline, Link, NoteRef, Prose, Strong, Text

NOTE = "\ufffc"
ADDRESS = "\ufffa"
"""What stands in a text for the mark of a note, and for a web address."""


@dataclass(frozen=True)
class Passage:
    """The text of one unit in one language, `prose` as parsed; `kind` says what it is."""

    prose: Prose
    facts: Facts
    kind: str = ""

    @property
    def id(self) -> str:
        """The id of the unit."""
        return self.prose.id

    @cached_property
    def text(self) -> str:
        """The words, with one sign for every mark of a note, reference and web address."""
        return "".join(_signs(self.prose.inlines))

    @cached_property
    def symbols(self) -> list[symbols.Found]:
        """The document symbols in the text."""
        return list(symbols.find(self.text))

    @cached_property
    def uncited(self) -> str:
        """The text with blanks for its document symbols."""
        text = self.text
        for found in self.symbols:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
        return text


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, and what to do about it."""

    message: str
    hint: str = ""


def _signs(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Amount(text=text):
                yield text
            case NoteRef():
                yield NOTE
            case CrossRef():
                yield REFERENCE
            case Link(children=(Text(text=text),)) if inline.address.endswith(text):
                yield ADDRESS
            case Link(children=children) | Strong(children=children) | Emphasis(children=children):
                yield from _signs(children)


def excerpt(text: str, start: int, end: int) -> str:
    """The part of a text from `start` to `end` with a few characters on both sides."""
    return f"…{text[max(0, start - 8) : end + 8].strip()}…".translate(_HIDDEN)


_HIDDEN = {ord(NOTE): "", ord(REFERENCE): "№", ord(ADDRESS): ""}
