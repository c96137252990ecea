"""Which of many texts is nearest to another: by rapidfuzz where it is installed, or by difflib.

Only texts are compared that share the rarest words of the text, or in a language without spaces
the rarest pairs of characters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_RAREST, _COMMON = 12, 1500
"""How many words of a text are looked up, and in how many texts a word is too common for that."""
_COMPARED = {True: 100, False: 8}
"""How many texts are compared, by whether that is done by rapidfuzz."""


class Near(NamedTuple):
    """The number of a text, and how near it is, from 0 to 100."""

    place: int
    score: float


class Finder:
    """Finds the nearest of `texts`; `spaces` says that their language has them between words.

    `quick` chooses rapidfuzz (the Levenshtein distance over the longer length) or difflib (the
    share of characters that stand in both); without it the former is taken if it is there.
    """

    def __init__(self, texts: Sequence[str], *, spaces: bool, quick: bool | None = None) -> None:
        self.texts, self.spaces = texts, spaces
        self.quick = _installed() if quick is None else quick
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for part in set(self._parts(text)):
                self.places[part].append(place)

    def nearest(self, text: str, least: float) -> Near | None:
        """The nearest text, if it scores at least so much; the first of several."""
        places = list(self._candidates(text))
        compared = _compared if self.quick else _matched
        scores = compared(text, [self.texts[one] for one in places], least / 100)
        best = max(map(Near, places, scores), key=lambda near: near.score, default=None)
        return best if best and best.score >= least else None

    def _candidates(self, text: str) -> Iterator[int]:
        known = [held for part in set(self._parts(text)) if (held := self.places.get(part))]
        known.sort(key=len)
        counts: Counter[int] = Counter()
        for held in known[:_RAREST]:
            if counts and len(held) > _COMMON:
                break
            counts.update(held)
        most = counts.most_common(_COMPARED[self.quick])
        return (place for place, _ in sorted(most, key=lambda one: (-one[1], one[0])))

    def _parts(self, text: str) -> list[str]:
        """Words; in a language without spaces the pairs of neighbouring characters."""
        if self.spaces:
            return _WORD.findall(text.lower())
        return [text[start : start + 2] for start in range(len(text) - 1)] or [text]


def _installed() -> bool:
    try:
        import rapidfuzz  # noqa: F401
    except ImportError:
        return False
    return True


def _compared(text: str, others: Sequence[str], least: float) -> Iterator[float]:
    from rapidfuzz.distance import Levenshtein

    near = Levenshtein.normalized_similarity
    return (100 * near(text, other, score_cutoff=least) for other in others)


def _matched(text: str, others: Sequence[str], least: float) -> Iterator[float]:
    matcher, best = SequenceMatcher(b=text, autojunk=False), least
    for other in others:
        matcher.set_seq1(other)
        hopeless = min(matcher.real_quick_ratio(), matcher.quick_ratio()) < best
        score = 0.0 if hopeless else matcher.ratio()
        best = max(best, score)
        yield 100 * score
