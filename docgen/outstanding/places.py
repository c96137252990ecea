"""Finished document → where each of its texts is printed: its number, the heading above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.model import (
    Amount,
    Annex,
    Box,
    CrossRef,
    Document,
    Figure,
    Item,
    Note,
    NoteRef,
    Number,
    Option,
    Paragraph,
    Prose,
    Section,
    Table,
    Text,
)
from docgen.records import dataclass
from docgen.walk import find, rebuild, walk

CAPTIONED = frozenset({"annex", "table", "figure", "box"})
"""Sequences whose labels have a word, without which the number would be taken for a paragraph's."""

_FRAMES = (Box, Table, Figure, Option)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is printed: the number by which it is found, and the heading it stands under."""

    number: Number | None = None
    heading: str = ""

    @property
    def printed(self) -> str:
        """The number as it is cited, such as “12 (a)” or “Table 2”; empty without one."""
        if self.number is None:
            return ""
        if self.number.sequence in CAPTIONED or not self.number.citation:
            return self.number.label
        return "".join(step.text for step in self.number.citation)


def key(prose: Prose) -> str:
    """What tells texts apart: the id, and without one the place in the file."""
    return prose.id or str(prose.origin)


def words(prose: Prose) -> str:
    """What `prose` says as printed, without the marks of its notes."""
    return "".join(
        text.text
        for text in find(rebuild(prose.inlines, _printed, NoteRef, CrossRef, Amount), Text)
    )


def _printed(node: Any) -> Any:
    match node:
        case NoteRef():
            return Text("")
        case CrossRef(steps=steps):
            return Text("".join(step.text for step in steps))
        case Amount(text=text):
            return Text(text)
    return node


def places(document: Document) -> Mapping[str, Place]:
    """The places of all texts of a finished `document` by their keys, in the order of printing.

    What has no number of its own is found by that of the frame it is in, or of the paragraph
    before it.
    """
    numbers = dict(_own_numbers(document))
    found: dict[str, Place] = {}
    annex = heading = ""
    number: Number | None = None
    for node in walk(_parts(document), Annex, Section, Paragraph, Item, Prose):
        match node:
            case Annex():
                found[key(node.title)] = Place(node.number)
                annex, heading, number = _caption(node), "", None
            case Section():
                found[key(node.title)] = Place(node.number, annex)
                heading, number = _caption(node), None
            case Paragraph(number=Number() as own) | Item(number=Number() as own):
                number = own
            case Prose():
                above = ", ".join(filter(None, (annex, heading)))
                place = Place(numbers.get(key(node), number), above)
                found.setdefault(key(node), place)
    return found


def _own_numbers(document: Document) -> Iterator[tuple[str, Number]]:
    """The numbers of texts that do not belong to the paragraph before them, outer frames first."""
    parts = _parts(document)
    for note in find(parts, Note):
        if note.number:
            yield key(note.text), note.number
    for frame in walk(parts, *_FRAMES):
        if frame.number:
            for prose in find(frame, Prose):
                yield key(prose), frame.number


def _parts(document: Document) -> Any:
    return document.masthead, document.summary, document.blocks, document.annexes


def _caption(node: Annex | Section) -> str:
    label = node.number.label if node.number else ""
    return label if isinstance(node, Annex) else f"{label} {words(node.title)}".strip()
