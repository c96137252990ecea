"""Neighbours → what the space between them changes by: marks side by side, gaps between scripts.

All lengths are thousandths of an em. A change after a cluster moves what follows: so the blank half
of an opening mark is taken, too, except at the start of a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.render.compose.classes import Kind, Trait
from docgen.render.compose.facts import Composition, mils

_SCRIPTS = {(Kind.HAN, Kind.LATIN), (Kind.LATIN, Kind.HAN)}


class Change(NamedTuple):
    """What is added after a cluster, and what can be taken there when a line is pushed in.

    `spare` can be taken besides, where that spares the paragraph a line that is very loose.
    """

    after: int = 0
    lent: int = 0
    spare: int = 0


class Changes(dict[tuple[Trait, Trait | None], Change]):
    """The change between two neighbours by their traits; the last cluster has none after it."""

    def __init__(self, facts: Composition) -> None:
        super().__init__()
        self.facts = facts

    def __missing__(self, key: tuple[Trait, Trait | None]) -> Change:
        trait, following = key
        if trait.void or following is None:
            self[key] = Change()
        else:
            self[key] = between(trait, following, self.facts)
        return self[key]


def between(a: Trait, b: Trait, facts: Composition) -> Change:
    """The change between `a` and its neighbour `b` (clreq 3.1.6 marks, 3.2.2 mixed scripts).

    Of two marks side by side, one loses its blank half; a mark beside other text can lend some of
    it. Only full marks change: a quotation mark from a Latin face has no blank half.
    """
    if between_scripts(a, b):
        return Change(mils(facts.gap), mils(facts.gap - facts.min_gap))
    closes, opens = a.full and a.kind == Kind.CLOSE, b.full and b.kind == Kind.OPEN
    if (closes and b.full) or (opens and a.full):
        return Change(-mils(facts.trim_pair))
    if closes and b.attached:
        return Change(-mils(facts.trim_mark))
    if closes or opens:
        return Change(0, mils(facts.squeeze), mils(facts.squeeze_most - facts.squeeze))
    return Change()


def between_scripts(a: Trait, b: Trait) -> bool:
    """Whether `a` and `b` are a Han character and a Latin letter or digit of running text."""
    return (a.kind, b.kind) in _SCRIPTS and not (a.attached or b.attached)


def changes(traits: Sequence[Trait], known: Changes) -> list[Change]:
    """The change after every cluster of a text; void clusters are no neighbours."""
    following: Trait | None = None
    neighbours: list[Trait | None] = []
    for trait in reversed(traits):
        neighbours.append(following)
        if not trait.void:
            following = trait
    return [known[pair] for pair in zip(traits, reversed(neighbours), strict=True)]


def at_end(trait: Trait, after: int) -> int:
    """What is added after the last cluster of a line, `after` elsewhere."""
    return min(trait.end, after)
