"""Numbers in words, in Han or in Roman numerals → their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.check.translation.number_facts import NumberFacts

THOUSAND = 1000
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def spelled(words: str, facts: NumberFacts) -> Iterator[Decimal]:
    """What number words in a row can mean, all or some of them taken together."""
    values = list(_values(words, facts))
    for start in range(len(values)):
        yield from (value(values[start : end + 1]) for end in range(start, len(values)))


def _values(words: str, facts: NumberFacts) -> Iterator[Decimal]:
    """At each place the longest word holds: quatre-vingt-dix is 90, and not 4."""
    place = 0
    while place < len(words):
        matches = ((word.match(words, place), number) for word, number in facts.word_values)
        found = [(match.end(), number) for match, number in matches if match]
        if found:
            place, number = max(found)
            yield number
        else:
            place += 1


def value(parts: Sequence[Decimal]) -> Decimal:
    """The number that is said with `parts`: 2, 100, 14 is 214, and 2, 0, 4, 4 is 2044.

    A thousand and more multiply all before them, ten and a hundred the part before them.
    """
    if all(part < 10 and part == int(part) for part in parts):
        return Decimal("".join(str(int(part)) for part in parts))
    total = section = last = Decimal(0)
    for part in parts:
        if part >= THOUSAND:
            total += (section + last or Decimal(1)) * part
            section = last = Decimal(0)
        elif part in (10, 100):
            section += (last or Decimal(1)) * part
            last = Decimal(0)
        else:
            last += part
    return total + section + last


def roman(numeral: str) -> int:
    """The value of a Roman numeral; of letters in an impossible order their sum."""
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-own if own < after else own for own, after in zip(values, following, strict=True))
