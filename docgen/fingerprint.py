"""Inline text → its wording, and a short print of that, by which a change of it is known.

The wording leaves out what changes with other units: numbers of references, marks of notes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from docgen.model import (
    Amount,
    CrossRef,
    Emphasis,
    Inline,
    Link,
    Marks,
    NoteRef,
    Step,
    Strong,
    Text,
)

LIVE = "\ufffc"
"""What stands in a wording for a note mark, and for each live number of a reference."""

_LENGTH = 10


def wording(inlines: Iterable[Inline]) -> str:
    """The characters of resolved inline text, every kind of space as a plain one."""
    return even("".join(map(_wording, inlines)))


def even(text: str) -> str:
    """`text` with one plain space wherever it has any kind and number of them."""
    return " ".join(text.split())


def fingerprint(wording: str) -> str:
    """A short print of a wording; two wordings hardly ever have the same."""
    return hashlib.sha256(wording.encode()).hexdigest()[:_LENGTH]


def _wording(inline: Inline) -> str:
    match inline:
        case Text(text=characters) | Amount(text=characters):
            return characters
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return "".join(map(_wording, children))
        case CrossRef(steps=steps):
            return "".join(map(_step, steps))
        case NoteRef(number=number):
            return LIVE if number else ""
        case Marks(marks=marks, separator=separator):
            return separator.join(map(_wording, marks))


def _step(step: Step) -> str:
    return LIVE if step.target else step.text
