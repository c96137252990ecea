"""A text → the numbers, months and times in it, by their values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.check.translation.citations import without_citations
from docgen.check.translation.number_facts import NumberFacts
from docgen.check.translation.numerals import roman, spelled
from docgen.check.translation.values import Passage

_DIGIT = re.compile(r"(?![0-9])\d")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLC]{1,6}(?![A-Za-z])")
_SEASON = re.compile(r"(?<!\d)((?:19|20)\d\d)/(\d\d)(?!\d)")
_NEAR = 3
"""So many characters may stand between the name of a month and the figure of a date."""
_RANGE = re.compile(r"\s?[^\s\d,.;:，。；：、]{0,4}\s?[$€£¥]?")
"""What may stand between two numbers that share a scale word: 3 to 8 million."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written; any one of `values` in the other text answers it."""

    written: str
    values: frozenset[str]


@dataclass(slots=True)
class Quantities:
    """The numbers that the other text must have, and those that it may have."""

    required: list[Quantity] = field(default_factory=list)
    spelled: set[str] = field(default_factory=set)

    @property
    def values(self) -> set[str]:
        """Every value that this text can answer for."""
        return self.spelled.union(*(quantity.values for quantity in self.required))


def quantities(passage: Passage) -> Quantities:
    """Read the numbers of a text; those in words, Roman or Han numerals are only allowed for."""
    text = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), without_citations(passage))
    return _Reader(text, passage.facts.numbers).read()


class _Reader:
    """Takes one kind of number after the other out of a text."""

    def __init__(self, text: str, facts: NumberFacts) -> None:
        self.text, self.facts, self.found = text, facts, Quantities()

    def read(self) -> Quantities:
        self._take(_SEASON, self._season)
        self._take(self.facts.times, self._time)
        self._take(self.facts.month_figures, self._month_figure)
        self._take(self.facts.months, self._month)
        self._figures()
        for word in self.facts.ordinals.finditer(self.text):
            self.found.spelled.add(str(self.facts.ordinal_values[word[0].lower()]))
        for words in self.facts.words.finditer(self.text):
            self.found.spelled |= set(map(plain, spelled(words[0], self.facts)))
        for numeral in _ROMAN.finditer(self.text):
            self.found.spelled.add(str(roman(numeral[0])))
        return self.found

    def _take(self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], None]) -> None:
        """Read every match of `pattern`, and leave blanks in its place."""
        matches = list(pattern.finditer(self.text))
        for match in matches:
            read(match)
        for match in matches:
            blank = " " * len(match[0])
            self.text = self.text[: match.start()] + blank + self.text[match.end() :]

    def _require(self, written: str, *values: str) -> None:
        self.found.required.append(Quantity(written, frozenset(values)))

    def _season(self, match: re.Match[str]) -> None:
        """2025/26 has two years, of which a language may write the second in full."""
        self._require(match[1], match[1])
        self._require(match[0], match[2], f"{match[1][:2]}{match[2]}")

    def _time(self, match: re.Match[str]) -> None:
        hour = int(match[1])
        self._require(match[0], str(hour), str(hour + 12))
        if int(match[2] or 0):
            self._require(match[0], str(int(match[2])))

    def _month_figure(self, match: re.Match[str]) -> None:
        self._require(match[0], _month(int(match[1])))

    def _month(self, match: re.Match[str]) -> None:
        """The name of a month without a figure beside it may be another word."""
        name = match[0] if match[0].lower() in self.facts.month_names else match[0].split("/")[0]
        month = _month(self.facts.month_names[name.lower()])
        around = self.text[max(0, match.start() - _NEAR) : match.end() + _NEAR + 1]
        if any(map(str.isdigit, around)):
            self._require(match[0], month)
        else:
            self.found.spelled.add(month)

    def _figures(self) -> None:
        scale, begin = 0, len(self.text)
        numbers = []
        for match in reversed(list(self.facts.figures.finditer(self.text))):
            own = _scale(match["scale"], self.facts)
            shared = scale if _RANGE.fullmatch(self.text, match.end(), begin) else 0
            scale, begin = own or shared, match.start()
            numbers.append(Quantity(match[0].strip(), _values(match, own, shared, self.facts)))
        self.found.required += reversed(numbers)
        self.text = self.facts.figures.sub(lambda match: " " * len(match[0]), self.text)


def _values(match: re.Match[str], own: int, shared: int, facts: NumberFacts) -> frozenset[str]:
    number = _decimal(match["digits"], match["sign"], facts)
    return frozenset(plain(number.scaleb(scale)) for scale in {own, own or shared})


def _decimal(digits: str, sign: str | None, facts: NumberFacts) -> Decimal:
    whole = digits.replace(sign, "") if sign else digits
    for point in facts.decimal:
        whole = whole.replace(point, ".")
    return Decimal(whole)


def _scale(word: str | None, facts: NumberFacts) -> int:
    if not word:
        return 0
    return next(power for pattern, power in facts.scales if pattern.fullmatch(word))


def _month(number: int) -> str:
    return f"month {number}"


def plain(number: Decimal) -> str:
    """A number in figures without needless zeros."""
    return format(number.normalize(), "f")
