"""Characters → what they are in a line: Han, Latin, opening or closing mark, space, void."""

from __future__ import annotations

from enum import IntEnum
from typing import Any
from unicodedata import category, east_asian_width

from docgen.records import dataclass
from docgen.render.compose.facts import Composition, mils

OBJECT = "\ufffc"
"""Stands for what is no text of its own: right-to-left text within a line."""

NEIGHBOURS = 1024
"""For how many neighbours each answer of the rules is remembered; a report has some hundred."""


class Kind(IntEnum):
    """The classes of clreq that the rules of lines tell apart.

    A `WORD_SPACE` stretches, a `SPACE` has a width of its own; `VOID` is of no width.
    """

    HAN = 1
    LATIN = 2
    OPEN = 3
    CLOSE = 4
    WORD_SPACE = 5
    SPACE = 6
    VOID = 7
    OTHER = 8


MARKS = frozenset((Kind.OPEN, Kind.CLOSE))
"""The kinds that belong to the text behind or before them."""

BLANK = frozenset((Kind.WORD_SPACE, Kind.SPACE, Kind.VOID))
"""The kinds that print nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """All that the rules ask about a cluster.

    `full` marks fill the square of a Han character, with half of it blank. An `attached` cluster
    is part of a raised mark, such as that of a note, and stays with the text before it. `late` ones
    do not begin a line, `early` ones do not end one before what follows them without a space or a
    place to break, `unbroken` ones are not divided, `tight` ones do not stretch. A `blank` one
    prints nothing, a `void` one is of no width, a `square` one is as wide as high, and a `letter`
    counts as a character of a last line. What is added at the `start` of a line and at its `end` is
    in thousandths of an em: there the blank half of a mark goes (GB/T 15834, 5.1.10).

    There is one of its like in all `Traits`, so that pairs of them are looked up by what they are.
    """

    kind: Kind
    full: bool
    attached: bool
    late: bool
    early: bool
    unbroken: bool
    tight: bool
    blank: bool
    void: bool
    square: bool
    letter: bool
    start: int
    end: int


class Traits(dict[tuple[str, bool, bool], Trait]):
    """The traits of a cluster by its character, whether it fills its square, whether attached."""

    def __init__(self, facts: Composition) -> None:
        super().__init__()
        self.facts = facts
        self.known: dict[tuple[Any, ...], Trait] = {}

    def __missing__(self, key: tuple[str, bool, bool]) -> Trait:
        char, square, attached = key
        facts = self.facts
        lists = facts.no_start, facts.no_end, facts.unbroken, facts.tight
        found = kind(char, facts, square)
        told: tuple[Any, ...] = found, square, attached, *(char in chars for chars in lists)
        self[key] = trait = self.known.setdefault(told, self._made(*told))
        return trait

    def _made(self, found: Kind, square: bool, attached: bool, *listed: bool) -> Trait:
        full = square and found in MARKS
        late, early, unbroken, tight = listed
        return Trait(
            kind=found,
            full=full,
            attached=attached,
            late=late,
            early=early,
            unbroken=unbroken,
            tight=tight,
            blank=found in BLANK,
            void=found == Kind.VOID,
            square=full or found == Kind.HAN,
            letter=found in (Kind.HAN, Kind.LATIN) and not attached,
            start=-mils(self.facts.trim_start) * (full and found == Kind.OPEN),
            end=-mils(self.facts.trim_end) * (full and found == Kind.CLOSE),
        )


def kind(char: str, facts: Composition, square: bool = False) -> Kind:
    """The class of `char`; what is as wide as a Han character counts as one, unless it connects.

    So does a number in a circle, or a Roman one, that fills its square: not in all fonts it does.
    """
    if char in facts.open:
        return Kind.OPEN
    if char in facts.close:
        return Kind.CLOSE
    general = category(char)
    wide = east_asian_width(char) in "WF" or (square and general in ("No", "Nl"))
    if wide and general != "Zs" and char not in facts.tight:
        return Kind.HAN
    if char in facts.latin:
        return Kind.LATIN
    return _other(char, general)


def _other(char: str, general: str) -> Kind:
    """The class of a character that is not in the lists, by its general category in Unicode."""
    if general == "Zs":
        return Kind.WORD_SPACE if char in " \u00a0" else Kind.SPACE
    if general in ("Cf", "Mn", "Me"):
        return Kind.VOID
    return Kind.LATIN if general[0] == "L" or general == "Nd" else Kind.OTHER
