"""Characters → the pieces that are compared: words, single letters of Han and the like, marks.

What a piece is follows from properties of Unicode, not from a language: a letter that is as wide as
it is high stands for itself, other letters and digits go together to words.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

_JOINING = "-'’.,·‑"
"""Marks that hold a word or a number together when they stand between its letters."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The pieces of `text` in their order; joined they are `text` again."""
    classes = [_class(text, at) for at in range(len(text))]
    found: list[str] = []
    for kind, places in groupby(range(len(text)), classes.__getitem__):
        piece = "".join(text[at] for at in places)
        found += [piece] if kind in ("word", "space") else list(piece)
    return tuple(found)


@cache
def weight(text: str) -> int:
    """How much of a reader's attention a piece takes: its letters, a Han letter for two."""
    return sum(2 if is_wide(letter) else 1 for letter in text if not letter.isspace())


@cache
def is_wide(letter: str) -> bool:
    """Whether a letter is written without spaces around words: Han, Kana, Hangul."""
    return unicodedata.category(letter) == "Lo" and unicodedata.east_asian_width(letter) in "WF"


def _class(text: str, at: int) -> str:
    letter = text[at]
    if letter.isspace():
        return "space"
    if is_wide(letter):
        return "wide"
    if unicodedata.category(letter)[0] in "LNM" or _joins(text, at):
        return "word"
    return "mark"


def _joins(text: str, at: int) -> bool:
    """Whether the mark at a place stands between letters or digits of one word."""
    return text[at] in _JOINING and _narrow(text[at - 1 : at]) and _narrow(text[at + 1 : at + 2])


def _narrow(letter: str) -> bool:
    return bool(letter) and letter.isalnum() and not is_wide(letter)
