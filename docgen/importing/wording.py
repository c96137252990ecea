"""The fixed wording of a language, read backwards: a printed line → its phrase and values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from docgen.bundle import Bundle

_SLOT = re.compile(r"\\\{(\w+)\\\}")
_NUMBER = re.compile(r"\d+")


def normal(text: str) -> str:
    """A line in one form: marks of normal width, single blanks, no capitals."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold().replace(" :", ":")


def match(bundle: Bundle, phrase: str, text: str) -> Mapping[str, str] | None:
    """The values in a line that is worded as `phrase`; None when it is not."""
    words = re.escape(bundle.words.get(phrase) or phrase)
    pattern = _SLOT.sub(lambda slot: f"(?P<{slot[1]}>.*?)", words).replace("\\ ", r"\s+")
    line = unicodedata.normalize("NFKC", " ".join(text.split()))
    found = re.fullmatch(unicodedata.normalize("NFKC", pattern), line, re.IGNORECASE)
    return found.groupdict() if found else None


def first(bundle: Bundle, phrases: Mapping[str, str], text: str) -> str:
    """The key of the phrase that a line is worded as; empty when it is none of them."""
    return next((key for key, one in phrases.items() if match(bundle, one, text) is not None), "")


def introduced(bundle: Bundle, phrase: str, text: str) -> int:
    """How many characters of `text` are the introducing word `phrase`, such as “Source:”."""
    words = (bundle.words.get(phrase) or phrase).rstrip(":：")
    found = re.match(rf"\s*{re.escape(words)}\s*[:：]\s*", text, re.IGNORECASE)
    return found.end() if found else 0


def day(bundle: Bundle, text: str) -> date | None:
    """The date that a line is, as the language writes it."""
    line, numbers = normal(text), [int(one) for one in _NUMBER.findall(text)]
    for found in _days(numbers):
        if normal(bundle.date(found)) == line:
            return found
    return None


def _days(numbers: list[int]) -> Iterator[date]:
    years = [number for number in numbers if 1900 <= number <= 2200]
    for year in years:
        for number in numbers:
            for month in range(1, 13):
                with suppress(ValueError):
                    yield date(year, month, number)


def languages(bundle: Bundle, text: str) -> tuple[str, ...]:
    """The codes of the languages that a line names, in its order."""
    names = {code: normal(str(name)) for code, name in bundle.facts["languages"].items()}
    line = normal(text)
    found = {code: line.find(name) for code, name in names.items() if name in line}
    return tuple(sorted(found, key=found.__getitem__))


def ordinal(bundle: Bundle, text: str) -> int | None:
    """The number that an ordinal spells out."""
    words = {normal(word): number for number, word in bundle.ordinals.items()}
    return words.get(normal(text))


def listed(bundle: Bundle, text: str) -> list[str]:
    """The things in a phrase such as “136 and 148”."""
    joint = bundle.listed(["\0", "\0"]).replace("\0", "")
    parts = re.split(rf"\s*(?:[,，、;]|{re.escape(joint.strip())})\s*", text)
    return [part for part in parts if part]


def likeness(bundle: Bundle, lines: Iterable[str]) -> int:
    """How many lines are worded as something in this language."""
    words = {normal(word) for word in bundle.words.values() if "{" not in word}
    return sum(normal(line) in words for line in lines)
