"""Translations that are much too short or too long for their source, or their source itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.translation.facts import REFERENCE
from docgen.check.translation.values import ADDRESS, NOTE, Fault, Passage

SHORT = 40
"""Texts up to so many characters, as English would have them, can be of any length."""
TOLERANCE = 2.2
"""A translation has at most so many times the characters expected, and at least the inverse."""

_LETTERS = 4
_WORDS = 3
_SIGNS = re.compile(f"[{NOTE}{REFERENCE}{ADDRESS}]")


def length_differs(source: Passage, target: Passage) -> Iterator[Fault]:
    """Whether something was left out or added, by the usual proportion of the two languages."""
    here, there = len(source.text), len(target.text)
    if here / source.facts.length <= SHORT:
        return
    expected = here * target.facts.length / source.facts.length
    if there > expected * TOLERANCE:
        yield Fault(f"has {there} characters where about {expected:.0f} are usual", _ADDED)
    elif there < expected / TOLERANCE:
        yield Fault(f"has {there} characters where about {expected:.0f} are usual", _LOST)


_ADDED = "Look whether something was added."
_LOST = "Look whether something was left out."


def copied(source: Passage, target: Passage) -> Iterator[Fault]:
    """A text left in the language of its source.

    Languages of one script share words such as “Introduction”: there it takes three words.
    """
    one_script = source.facts.script == target.facts.script
    same = source.text.strip() == target.text.strip()
    if same and _says_something(target.uncited, one_script=one_script):
        yield Fault("is the same as its source", "Translate it, or accept it if it is a name.")


def _says_something(text: str, *, one_script: bool) -> bool:
    words = [word for word in _SIGNS.sub(" ", text).split() if any(map(str.isalpha, word))]
    letters = sum(map(str.isalpha, "".join(words)))
    return letters >= _LETTERS and (not one_script or len(words) >= _WORDS)
