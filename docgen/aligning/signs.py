"""A document as read → for each of its texts what tells it again in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model import Document, ItemList, Note, Paragraph, Section
from docgen.units import Unit, units
from docgen.walk import walk

_FIGURES = re.compile(r"\d+(?:[ ,.\u00a0\u2009\u202f]\d{3})*(?!\d)")
_CODE = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|[*\[\]\\]")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Sign:
    """A unit, its `mark` (the number or level that every language gives it) and its figures.

    `place` is where people find it: "paragraph 12 (2)" is the second item under that paragraph.
    """

    unit: Unit
    mark: str
    place: str
    figures: frozenset[str]
    length: int

    @property
    def is_note(self) -> bool:
        """Whether it is the text of a note."""
        return self.unit.id.startswith("fn-")

    @property
    def start(self) -> str:
        """The beginning of the text, to show it."""
        return self.unit.text[:_SHOWN]


def signs(document: Document) -> list[Sign]:
    """The signs of all units of `document`, in the order of reading."""
    marks = dict(_marks(document))
    return [_sign(unit, marks) for unit in units(document)]


def _sign(unit: Unit, marks: dict[str, str]) -> Sign:
    words = _CODE.sub("", unit.text)
    figures = frozenset(re.sub(r"\D", "", found) for found in _FIGURES.findall(words))
    mark = marks.get(unit.id) or unit.id.partition(".")[2]
    return Sign(unit, mark, f"{unit.kind.lower()} {mark}".strip(), figures, max(1, len(words)))


def _marks(document: Document) -> Iterator[tuple[str, str]]:
    """Numbers of paragraphs, places in lists, levels of headings, numbers of notes, by id."""
    number = notes = 0
    for node in walk(document):
        match node:
            case Section(title=title, level=level):
                yield title.id, f"level {level}"
            case Paragraph(text=text, form="numbered", start=start):
                number = start or number + 1
                yield text.id, str(number)
            case ItemList(items=items, level=level):
                for index, item in enumerate(items, node.start):
                    yield item.text.id, f"{number} ({level}.{index})"
            case Note(text=text):
                notes += 1
                yield text.id, f"{notes}"
