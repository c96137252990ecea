"""Which of many texts is nearest to another: by rapidfuzz where it is installed, or by difflib.

With rapidfuzz a text is compared with all others (Levenshtein distance over the longer length);
without it with the few that share most of its rarest words or pairs of characters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol

_WORD = re.compile(r"\w+")
_RAREST, _CANDIDATES, _COMMON = 12, 8, 1500
"""How many words are looked up, how many texts are compared, and where a word is too common."""


class Near(NamedTuple):
    """The number of a text, and how near it is, from 0 to 100."""

    place: int
    score: float


class Finder(Protocol):
    """What finds the nearest of many texts."""

    def nearest(self, text: str, least: float) -> Near | None:
        """The nearest text, if it scores at least so much."""
        ...


def finder(texts: Sequence[str], *, spaces: bool, quick: bool | None = None) -> Finder:
    """A finder for `texts`; `spaces` says that their language has spaces between words.

    `quick` chooses rapidfuzz or difflib; without it the former is taken if it is there.
    """
    if quick is False:
        return _Index(texts, spaces=spaces)
    try:
        return _Compared(texts)
    except ImportError:
        if quick:
            raise
        return _Index(texts, spaces=spaces)


class _Compared:
    """Compares with all texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        self.texts, self.best, self.scorer = (
            list(texts),
            process.extractOne,
            Levenshtein.normalized_similarity,
        )

    def nearest(self, text: str, least: float) -> Near | None:
        found = self.best(text, self.texts, scorer=self.scorer, score_cutoff=least / 100)
        return Near(found[2], found[1] * 100) if found else None


class _Index:
    """Compares with texts that share the rarest parts."""

    def __init__(self, texts: Sequence[str], *, spaces: bool) -> None:
        self.texts, self.spaces = texts, spaces
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for part in set(self._parts(text)):
                self.places[part].append(place)

    def nearest(self, text: str, least: float) -> Near | None:
        matcher = SequenceMatcher(b=text, autojunk=False)
        best = Near(-1, least)
        for place in self._candidates(text):
            matcher.set_seq1(self.texts[place])
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) * 100 < best.score:
                continue
            score = matcher.ratio() * 100
            if score > best.score or (score == best.score and best.place < 0):
                best = Near(place, score)
        return best if best.place >= 0 else None

    def _candidates(self, text: str) -> Iterator[int]:
        known = [held for part in set(self._parts(text)) if (held := self.places.get(part))]
        known.sort(key=len)
        counts: Counter[int] = Counter()
        for number, held in enumerate(known[:_RAREST]):
            if number and len(held) > _COMMON and counts:
                break
            counts.update(held)
        return (place for place, _ in counts.most_common(_CANDIDATES))

    def _parts(self, text: str) -> list[str]:
        """Words; in a language without spaces the pairs of neighbouring characters."""
        if self.spaces:
            return _WORD.findall(text.lower())
        return [text[start : start + 2] for start in range(len(text) - 1)] or [text]
