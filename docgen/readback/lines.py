"""What a reader sees, line by line: the values that two files are compared by.

A line is a paragraph, a note, a table row with its cells, or a picture by its description. Its
text has one sign for every note mark and every live number, so that words can be compared alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from docgen.fingerprint import LIVE
from docgen.model import Prose

Kind = Literal["text", "note", "row", "cell", "picture", "running"]

_SPACE = re.compile(r"[^\S\t\n]")
_HYPHEN = "\u2011"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style of letters means: bold, emphasis in the manner of the language, a link."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one look; a live sign has what it leads to (`target`) and what it prints."""

    text: str
    look: Look = PLAIN
    target: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    `place` names it for people, `number` is the count of its paragraph in the file. A row has its
    cells as `parts`, each with its `column` from 0. `unit` is the text of the content that it was
    made from, and `lead` what is printed before that ("Source: ").
    """

    kind: Kind
    spans: tuple[Span, ...]
    label: str = ""
    style: str = ""
    place: str = ""
    number: int = 0
    bookmarks: tuple[str, ...] = ()
    parts: tuple[Line, ...] = ()
    unit: Prose | None = None
    lead: str = ""
    column: int = -1

    @property
    def text(self) -> str:
        """The characters, kinds of spaces made alike, a sign for whatever is live."""
        if self.parts:
            return "\t".join(part.text for part in self.parts)
        return plain("".join(span.text for span in self.spans))

    @property
    def shown(self) -> str:
        """The text as it is printed, note marks as ⟨1⟩."""
        if self.parts:
            return " | ".join(part.shown for part in self.parts)
        return "".join(span.shown or span.text for span in self.spans)

    @property
    def live(self) -> tuple[Span, ...]:
        """The note marks and live numbers, in their order."""
        return tuple(span for span in self.spans if span.text == LIVE)


def plain(text: str) -> str:
    """`text` with plain spaces and hyphens; it keeps its length."""
    if text.isascii():
        return text
    return _SPACE.sub(" ", text).replace(_HYPHEN, "-")


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in which neighbours of one look are one; empty ones are left out."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last and last.look == span.look and LIVE not in (last.text, span.text):
            found[-1] = Span(last.text + span.text, span.look)
        elif span.text:
            found.append(span)
    return tuple(found)


def trimmed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without the white space at both ends."""
    found = list(joined(spans))
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = _replaced(found[0], found[0].text.lstrip())
        found[-1] = _replaced(found[-1], found[-1].text.rstrip())
    return tuple(found)


def _replaced(span: Span, text: str) -> Span:
    return Span(text, span.look, span.target, span.shown)


def without_lead(spans: Iterable[Span], lead: str) -> tuple[Span, ...]:
    """Spans without what is printed before a unit; as they are when that is not there."""
    left, found = plain(lead), list(spans)
    while left and found and (left.startswith(plain(found[0].text)) and len(found) > 1):
        left = left.removeprefix(plain(found.pop(0).text))
    if found and plain(found[0].text).startswith(left):
        found[0] = _replaced(found[0], found[0].text[len(left) :])
        return joined(found)
    return tuple(spans)
