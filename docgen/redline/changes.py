"""Atoms of an older and a newer paragraph → what is the same and what replaced what.

A common piece that is shorter than the changes on both its sides is taken into them: a reader
follows a sentence that was replaced, not letters that happen to occur in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.redline.atoms import END, Atom
from docgen.redline.words import weight

LEAST = 0.3
"""A paragraph that keeps a smaller share of its words is replaced as a whole."""


class Passage(NamedTuple):
    """Atoms of both states that are the same one by one, or that replaced each other."""

    same: bool
    old: tuple[Atom, ...]
    new: tuple[Atom, ...]

    @property
    def weight(self) -> int:
        """The weight of the heavier side."""
        return max(_weight(self.old), _weight(self.new))


def changes(old: Sequence[Atom], new: Sequence[Atom]) -> list[Passage]:
    """The passages of two paragraphs in order."""
    found = _absorbed(_matched(old, new))
    common = sum(passage.weight for passage in found if passage.same)
    if common >= LEAST * max(_weight(old), _weight(new)):
        return found
    return list(_replaced(found))


def _replaced(passages: Sequence[Passage]) -> Iterator[Passage]:
    """All that is between pinned atoms replaced as a whole."""
    waiting = Passage(False, (), ())
    for passage in passages:
        if not passage.same:
            waiting = _joined((waiting, passage))
            continue
        for old, new in zip(passage.old, passage.new, strict=True):
            same = Passage(new.is_pinned, (old,), (new,))
            if same.same:
                yield from ([waiting] if waiting.old or waiting.new else [])
                yield same
                waiting = Passage(False, (), ())
            else:
                waiting = _joined((waiting, same))


def _matched(old: Sequence[Atom], new: Sequence[Atom]) -> list[Passage]:
    keys = [atom.key for atom in old], [atom.key for atom in new]
    if keys[0] == keys[1]:
        return [Passage(True, tuple(old), tuple(new))]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    return [
        Passage(tag == "equal", tuple(old[i:j]), tuple(new[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
    ]


def _absorbed(passages: Sequence[Passage]) -> list[Passage]:
    """Passages in which no small common piece stands between larger changes."""
    done: list[Passage] = []
    for passage in passages:
        done.append(passage)
        while len(done) >= 3 and _is_lost(*done[-3:]):
            done[-3:] = [_joined(done[-3:])]
    return done


def _is_lost(before: Passage, common: Passage, after: Passage) -> bool:
    """Whether a common piece is too small to be kept; one that holds more than words never is."""
    if before.same or not common.same or after.same:
        return False
    if any(atom.run is None for atom in common.new):
        return False
    return common.weight <= min(before.weight, after.weight)


def _joined(passages: Sequence[Passage]) -> Passage:
    old = tuple(atom for passage in passages for atom in passage.old)
    new = tuple(atom for passage in passages for atom in passage.new)
    return Passage(False, old, new)


def _weight(atoms: Sequence[Atom]) -> int:
    return sum(weight(atom.text) or _blank(atom) for atom in atoms)


def _blank(atom: Atom) -> int:
    """Fields, notes and pictures weigh something even when they show no letters."""
    return 0 if atom.run is not None or atom.key == END else 1
