"""Typed numbers: the labels of a language by the sequences and values that they can stand for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.bundle import Bundle
from docgen.importing.spans import Spans, cut, raw
from docgen.numerals import label

_MOST = {"paragraph": 2000, "note": 0, "note.asterisk": 0, "note.letter": 0}
_USUAL = 120
_BEGINS = re.compile(r"section|paragraph|item|option")
_BULLETS = "•●▪■◦○·∙–—-*➢✓□"
_TYPED = re.compile(
    r"[\s\u3000]*(?P<label>\S{1,9}?(?: bis| ter)?)(?P<gap>\t|[ \u00a0\u2002\u2003\u3000]+|$)"
)
_DECIMAL = re.compile(r"(?:[A-Z]{1,3})?\d{1,3}(?:\.\d{1,3})+\.?|\d{1,4}\.?(?: bis| ter)\.?")
_BARE = re.compile(r"[\s\u3000]*(?P<label>(?:[（(][a-zA-Z\d]{1,4}[)）]|\d{1,3}\.(?!\d)))(?P<gap>)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number at the begin of a text, and the text without it.

    `tabbed` says whether a tab stands behind it; `of` what it can count, by sequence.
    """

    label: str
    rest: Spans
    of: Mapping[str, int] = field(default_factory=dict)
    tabbed: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """What every label of a language can count, by sequence."""

    readings: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, bundle: Bundle) -> Labels:
        """The labels of a language."""
        readings: dict[str, dict[str, int]] = defaultdict(dict)
        for sequence, pattern in bundle.labels.items():
            for value in range(1, _MOST.get(sequence, _USUAL) + 1 if "{" in pattern else 2):
                readings[even(label(pattern, value))].setdefault(sequence, value)
        return cls(readings)

    def read(self, text: str) -> Mapping[str, int]:
        """What a label can count; nothing when it is none."""
        return self.readings.get(even(text), {})

    def typed(self, found: Spans) -> Typed | None:
        """The number that a text begins with: any before a tab, a known one before a blank."""
        text = raw(found)
        for pattern in (_TYPED, _BARE):
            if one := pattern.match(text):
                typed, rest = one["label"], cut(found, one.end())
                tabbed = one["gap"] == "\t"
                of = {key: value for key, value in self.read(typed).items() if _BEGINS.match(key)}
                if of or is_number(typed):
                    return Typed(typed, rest, of, tabbed)
        return None


def even(text: str) -> str:
    """A label with marks of normal width and single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def is_bullet(text: str) -> bool:
    """Whether a label is a dash or another bullet."""
    return len(text) == 1 and text in _BULLETS


def is_number(text: str) -> bool:
    """Whether a label is a bullet or a number of a kind that is not counted here, as 24.11."""
    return is_bullet(text) or bool(_DECIMAL.fullmatch(text))
