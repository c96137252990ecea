"""The `[compose]` table of a language → Composition: which text is composed, and by which facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from docgen.records import dataclass

WORDS = "word_squeeze"
"""The key of a `[compose]` table that is of lines of words."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The facts that lines of a language are composed by; lengths are parts of a Han character.

    Sets of characters: `open` and `close` are marks, of which full ones have a blank half that can
    be taken, `latin` signs that count as Latin letters do, `no_start` what else must not begin a
    line, `no_end` what else must not end one, `unbroken` what is not divided from its like, `tight`
    what neither stretches nor lets the gaps around it stretch.

    Lengths: `gap` stands between Han and Latin, at least `min_gap` of it when a line is pushed in;
    `trim_start`, `trim_end` and `trim_pair` are taken from a mark at the start of a line, at its
    end and before another mark, `trim_mark` before the mark of a note, `squeeze` at most from a
    mark elsewhere, and `squeeze_most` where the paragraph would have a very loose line otherwise.

    `orphan` is the least number of letters and Han characters on a last line.
    """

    langs: frozenset[str]
    open: frozenset[str]
    close: frozenset[str]
    latin: frozenset[str]
    no_start: frozenset[str]
    no_end: frozenset[str]
    unbroken: frozenset[str]
    tight: frozenset[str]
    gap: float
    min_gap: float
    trim_start: float
    trim_end: float
    trim_pair: float
    trim_mark: float
    squeeze: float
    squeeze_most: float
    orphan: int

    def composes(self, lang: str | None) -> bool:
        """Whether text with the BCP 47 tag `lang` is in one of the languages composed."""
        return any(f"{lang}-".lower().startswith(f"{tag}-".lower()) for tag in self.langs)


def composition(facts: Mapping[str, Any]) -> tuple[Composition | None, float]:
    """What a `[compose]` table says of lines without word spaces, if anything, and of word spaces.

    `word_squeeze` is the part of a word space that can be taken in justified lines of words; where
    there is none such lines are filled one after the other. Raises TypeError for a key too many or
    too few.
    """
    values = dict(facts)
    squeeze = float(values.pop(WORDS, 0))
    return _composition(values) if values else None, squeeze


def _composition(values: dict[str, Any]) -> Composition:
    sets = {field.name for field in fields(Composition) if "frozenset" in str(field.type)}
    return Composition(**(values | {key: frozenset(values[key]) for key in sets & values.keys()}))


def mils(ems: float) -> int:
    """A length in thousandths of an em, the unit in which PDF files move letters."""
    return round(1000 * ems)
