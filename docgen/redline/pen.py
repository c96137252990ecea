"""The marks of tracked changes: who, when, and an id that no other mark of the file has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Literal

from docgen.redline.xml import Element, child, name, w

Kind = Literal["ins", "del", "moveFrom", "moveTo"]
"""What was done with words; `moveFrom` is where a moved paragraph stood, `moveTo` where it is."""

GONE: frozenset[Kind] = frozenset({"del", "moveFrom"})
_DELETED = {name("t"): name("delText"), name("instrText"): name("delInstrText")}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes marks in the name of `author` at `date` (ISO 8601); `ids` are those not yet used."""

    author: str
    date: str
    ids: Iterator[int]

    def by(self, author: str) -> Pen:
        """A pen in another name that shares the ids."""
        return replace(self, author=author)

    def mark(self, tag: str, *content: Element, name: str | None = None) -> Element:
        """The element `w:tag` of a change."""
        identity = next(self.ids)
        return w(tag, content, id=identity, name=name, author=self.author, date=self.date)

    def around(self, kind: Kind, runs: Iterable[Element]) -> Element:
        """Runs as inserted, deleted or moved ones."""
        made = self.mark(kind, *runs)
        if kind == "del":
            for element in made.iter(*_DELETED):
                element.tag = _DELETED[element.tag]
        return made

    def mark_end(self, paragraph: Element, kind: Kind) -> None:
        """Mark the end of a paragraph, and so the paragraph, as inserted, deleted or moved."""
        properties = properties_of(paragraph)
        own = child(properties, "rPr")
        if own is None:
            own = w("rPr")
            put_before(properties, own, "sectPr", "pPrChange")
        own.insert(0, self.mark(kind))

    def mark_row(self, row: Element, kind: Kind) -> None:
        """Mark a row of a table as inserted or deleted.

        The schema wants a property before the mark; a row without any says what is so anyway.
        """
        properties = child(row, "trPr")
        if properties is None:
            properties = w("trPr", w("cantSplit", val="off"))
            row.insert(0, properties)
        properties.append(self.mark(kind))

    def was(self, tag: str, new: Element, old: Element | None, *dropped: str) -> None:
        """Note in the properties `new` what they were, without the elements called `dropped`."""
        before = w(tag) if old is None else deepcopy(old)
        for name_ in dropped:
            for found in before.findall(name(name_)):
                before.remove(found)
        new.append(self.mark(f"{tag}Change", before))


def properties_of(paragraph: Element) -> Element:
    """The properties of a paragraph, which are made if there are none."""
    found = child(paragraph, "pPr")
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found


def put_before(parent: Element, made: Element, *later: str) -> None:
    """Put `made` before the first child that has one of the names `later`, or at the end."""
    names = {name(tag) for tag in later}
    places = [place for place, element in enumerate(parent) if element.tag in names]
    parent.insert(places[0] if places else len(parent), made)
