"""Numbers in words, in Han or in Roman numerals → their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen.check.translation.number_facts import NumberFacts

THOUSAND = 1000
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def spelled(words: str, facts: NumberFacts) -> Iterator[Decimal]:
    """What number words in a row can mean: their sum, and each of them for itself."""
    values = [
        facts.values[match.lastindex - 1] for match in facts.word.finditer(words) if match.lastindex
    ]
    yield from values
    yield value(values)


def value(parts: Iterable[Decimal]) -> Decimal:
    """The number that is said with `parts`: 2, 100, 14 is 214, and 2, 0, 4, 4 is 2044.

    A thousand and more multiply all before them, ten and a hundred the part before them.
    """
    total = section = last = Decimal(0)
    for part in parts:
        if part >= THOUSAND:
            total += (section + last or Decimal(1)) * part
            section = last = Decimal(0)
        elif part in (10, 100):
            section += (last or Decimal(1)) * part
            last = Decimal(0)
        else:
            last = _joined(last, part)
    return total + section + last


def _joined(last: Decimal, part: Decimal) -> Decimal:
    """Single figures follow each other, other numbers add up."""
    figures = 0 < last < 10 and part < 10 and part == part.to_integral()
    return last * 10 + part if figures else last + part


def roman(numeral: str) -> int:
    """The value of a Roman numeral; of letters in an impossible order their sum."""
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-own if own < after else own for own, after in zip(values, following, strict=True))
