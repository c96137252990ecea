"""Text as passages without a page: Han characters and marks are 1000 wide, the others 500."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import east_asian_width

from docgen.render.compose.classes import Trait
from docgen.render.compose.facts import Composition, composition
from docgen.render.compose.passage import Clusters, Passage, Rules, Wrap, passage
from tests.render.compose.sample import FACTS

EM = 1000.0


def chinese() -> Composition:
    """The facts that Chinese lines are composed by."""
    found, _ = composition(FACTS)
    assert found
    return found


RULES = Rules(chinese())
RAISED = {"¹": "1", "²": "2"}
"""How raised digits of notes are written here."""


def traits(text: str) -> list[Trait]:
    """The traits of each character of `text`, all marks of the rules but those of ASCII full."""
    return [RULES.traits[RAISED.get(char, char), _full(char), char in RAISED] for char in text]


def _full(char: str) -> bool:
    return char in RULES.marks and not char.isascii()


def unicode_breaks(text: str) -> list[bool]:
    """Where the Unicode algorithm breaks simple text: after spaces, beside Han characters.

    It knows closing marks, and keeps curly quotation marks to both sides.
    """
    return [False] + [
        a == " " or (b != " " and "W" in map(east_asian_width, (a, b)) and not {a, b} & set("“”‘’"))
        for a, b in pairwise(text)
    ]


def made(text: str, ends: bool = True, wrap: Wrap = Wrap.NORMAL) -> Passage:
    """The passage of `text`."""
    clusters = Clusters()
    for char, trait in zip(text, traits(text), strict=True):
        wide = _full(char) or east_asian_width(char) in "WF"
        clusters.add([trait], [EM if wide else EM / 2], EM, wrap)
    return passage(clusters, unicode_breaks(text), ends, RULES)
