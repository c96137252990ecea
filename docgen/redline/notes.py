"""Notes of the older and the newer state: which are the same, and which ids those that go get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from itertools import count

from docgen.redline.align import Unit, align
from docgen.redline.plan import plain
from docgen.redline.words import words
from docgen.redline.xml import Element, name

_ID = name("id")


class Notes:
    """The notes of both states.

    Whether two that are alike are shown as one that stays is known when the marks in the text have
    been compared: `stay` and `gone` are told so.
    """

    def __init__(self, old: Element, new: Element) -> None:
        self.old, self.new = _by_id(old), _by_id(new)
        self.kept: dict[str, str] = {}
        self.added: dict[str, str] = {}
        before, after = list(self.old), list(self.new)
        pairs = align([_unit(self.old[one]) for one in before], [_unit(self.new[o]) for o in after])
        self._pairs = {
            before[one]: after[other]
            for one, other in pairs
            if one is not None and other is not None
        }
        numbers = [int(identity) for identity in self.new]
        self._free = count(max(numbers, default=0) + 1)

    def pair_of_old(self, reference: Element) -> Hashable:
        """What a mark of the older state leads to: a note of the newer one, or one that is gone."""
        said = reference.get(_ID, "")
        return self._pairs.get(said, ("gone", said))

    def pair_of_new(self, reference: Element) -> Hashable:
        """What a mark of the newer state leads to."""
        return reference.get(_ID, "")

    def stay(self, old: Element, new: Element) -> None:
        """Say that two marks are the same one."""
        self.kept[new.get(_ID, "")] = old.get(_ID, "")

    def gone(self, old: str) -> str:
        """The id of a note whose mark goes."""
        if old not in self.added:
            self.added[old] = str(next(self._free))
        return self.added[old]

    def lines(self, identity: str) -> tuple[list[Element], list[Element]]:
        """The paragraphs of both states in the note with an id of the file with both."""
        new = self.new.get(identity)
        gone = {added: old for old, added in self.added.items()}
        before = gone.get(identity) if new is None else self.kept.get(identity)
        return list(self.old[before]) if before else [], [] if new is None else list(new)


def _by_id(part: Element) -> dict[str, Element]:
    """The notes of a part; the lines above notes are none."""
    notes = part.findall(name("footnote"))
    return {note.get(_ID, ""): note for note in notes if note.get(name("type")) is None}


def _unit(note: Element) -> Unit:
    text = "\n".join(plain(line) for line in note.iter(name("p")))
    return Unit("note", text, Counter(piece for piece in words(text) if piece[0].isalnum()))
