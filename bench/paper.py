"""A finished PDF → lines of letters, and what is wrong with them (clreq, GB/T 15834)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any
from unicodedata import category, east_asian_width

import pypdfium2
import pypdfium2.raw as pdfium

OPEN = frozenset("（《〈「『【〔〖［｛“‘")
CLOSE = frozenset("）》〉」』】〕〗］｝”’，。、；：！？．")
LATE = CLOSE | frozenset(")]}·・／/～—…%％‰℃")
"""What begins no line."""

EARLY = OPEN | frozenset("([{")
"""What ends no line."""

TIGHT = frozenset("—…·～／-–")
"""What keeps to its neighbours."""

FLUSH = 0.05
"""How far from the edge, in ems, a line still ends at it for a reader's eye."""

BLANK = 0.8
"""How much of a mark at the end of a line may lie past the edge, in ems: what of it is blank."""


SPACE = 0.13
"""What gap between letters is a space, in ems: half of one of Times and its like."""


@dataclass(frozen=True)
class Letter:
    """A character on paper: where it begins and where the next one would stand, in ems."""

    char: str
    left: float
    right: float

    @property
    def square(self) -> bool:
        """Whether it is a Han character or a mark that fills the square of one."""
        wide = east_asian_width(self.char) in "WF" or self.char in OPEN | CLOSE
        return wide and self.right - self.left > 0.9

    @property
    def han(self) -> bool:
        """Whether it is a Han character."""
        return self.square and category(self.char)[0] in "LN"

    @property
    def mark(self) -> bool:
        """Whether it is a mark with a blank half."""
        return self.square and self.char in OPEN | CLOSE


@dataclass(frozen=True)
class Line:
    """The letters on one baseline, left to right."""

    letters: Sequence[Letter]

    @property
    def stretch(self) -> float | None:
        """The greatest gap between Han characters, in ems."""
        gaps = [b.left - a.right for a, b in pairwise(self.letters) if a.han and b.han]
        return max(gaps, default=None)

    @property
    def taken(self) -> float:
        """The most that is taken from a mark amid the line, with no mark beside it, in ems."""
        return max(self._taken(), default=0.0)

    def _taken(self) -> Iterator[float]:
        for a, b in pairwise(self.letters):
            if a.mark != b.mark and not TIGHT & {a.char, b.char} and (a.square and b.square):
                yield a.right - b.left

    @property
    def spaces(self) -> list[tuple[float, float]]:
        """Where the spaces between its words begin and end, in ems."""
        pairs = ((a.right, b.left) for a, b in pairwise(self.letters))
        return [(left, right) for left, right in pairs if right - left > SPACE]

    def flush(self, edge: float) -> bool:
        """Whether the line ends at `edge`, with the blank of a mark or without it."""
        last = self.letters[-1]
        return -FLUSH - BLANK * last.mark < edge - last.right < FLUSH

    def prohibited(self) -> int:
        """How many ends of the line have a character that must not be there."""
        return (self.letters[0].char in LATE) + (self.letters[-1].char in EARLY)

    def pairs(self) -> int:
        """How many pairs of marks have the whole blank between them."""
        stretch = max(self.stretch or 0.0, 0.0)
        return sum(
            b.left - a.right > stretch - 0.2
            for a, b in pairwise(self.letters)
            if a.mark and b.mark and (a.char in CLOSE or b.char in OPEN)
        )

    def alone(self) -> bool:
        """Whether one character is all that stands in the line, besides marks."""
        return sum(letter.han or letter.char.isalnum() for letter in self.letters) < 2


def pages(file: Path, size: float, left: float) -> list[list[Line]]:
    """The lines of every page that has any; letters are measured from `left`, in points."""
    document = pypdfium2.PdfDocument(file)
    found = [[*_lines(_letters(page, size, left))] for page in document]
    return [lines for lines in found if lines]


def _lines(letters: Iterable[tuple[int, Letter]]) -> Iterator[Line]:
    rows = groupby(sorted(letters, key=lambda one: (-one[0], one[1].left)), lambda one: one[0])
    for _, row in rows:
        yield Line([letter for _, letter in row])


def _letters(page: Any, size: float, left: float) -> Iterator[tuple[int, Letter]]:
    """What is printed on a page, each with its baseline in points."""
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace("\x02", "-")
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1 or category(char)[0] in "ZC":
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
        begin, end = (x.value - left) / size, (box.right - left) / size
        wide = east_asian_width(char) in "WF" or abs(end - begin - 1) < 0.1
        yield round(y.value), Letter(char, begin, begin + 1 if wide else end)
