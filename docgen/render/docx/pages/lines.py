"""A paragraph → its lines, broken where there is no more room, with the notes that stand on each.

Lines are filled word by word, as word processors do it without hyphens; between Han characters a
line can break anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from docgen.records import dataclass
from docgen.render.docx.pages.parts import NOTE, Parts
from docgen.render.docx.pages.widths import em
from docgen.render.text import is_wide
from docgen.style import Role

_SQUARE = r"[\u3001-\u303e\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]"
_SQUARES = re.compile(f"({_SQUARE}{_SQUARE}*)")  # with `+` each place would be tried in full
_BREAKS = re.compile(
    r"([\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
    r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])"
)
"""Blanks that are not plain ones, and what else of Han texts a line can break at."""

_BETWEEN_SCRIPTS = 0.25


class _Widths(dict[str, float]):
    """The widths of words in letters of one look, each with a `blank` before it, in points.

    Each is measured once, however often it is said. An em is `size` wide, and each letter is
    `tracking` further from the next; so is a `square`.
    """

    def __init__(self, bold: bool, size: float, tracking: float) -> None:
        self.bold, self.size, self.tracking = bold, size, tracking
        self.blank, self.square = self.of(" "), self.of("\u4e00")

    def __missing__(self, word: str) -> float:
        self[word] = self.blank + self.of(word)
        return self[word]

    def of(self, letters: str) -> float:
        """The width of letters without anything before them."""
        return em(letters, self.bold) * self.size + len(letters) * self.tracking


@cache
def _faces(size: float, tracking: float) -> tuple[_Widths, _Widths]:
    """The widths of words that are not bold and of those that are."""
    return _Widths(False, size, tracking), _Widths(True, size, tracking)


@dataclass(slots=True)
class _Line:
    """The line that is being filled: how far it is filled, and how wide it can be, in points.

    `gap` is the room between scripts, `square` whether the last letter stands in a square.
    """

    room: float
    filled: float
    gap: float
    number: int = 0
    square: bool = False

    def fill(self, text: str, widths: _Widths) -> None:
        """Put `text` at the end, and on further lines where there is no more room."""
        if text.isascii():
            self._add_words(text, widths)
            return
        for place, piece in enumerate(_SQUARES.split(text)):
            if place % 2:
                self._add_squares(len(piece), widths.square)
            elif not piece.isascii():
                self._add_others(piece, widths)
            elif piece:
                self._add_words(piece, widths)

    def _add_others(self, text: str, widths: _Widths) -> None:
        """Put words at the end that can have other blanks and Han letters between them."""
        for place, piece in enumerate(_BREAKS.split(text)):
            if not place % 2:
                self._add_words(piece, widths)
            elif piece.isspace():
                self.filled += widths.of(piece)
            elif is_wide(piece):
                self._add_squares(1, widths.square)
            else:
                self._add_words(piece, widths)

    def _add_words(self, text: str, widths: _Widths) -> None:
        """Put words at the end; of the blanks between lines nothing is left."""
        inner = text.strip(" ")
        if not inner:
            self.filled += len(text) * widths.blank
            return
        words, before = inner.split(" "), text.index(inner[0])
        ends = [*accumulate(map(widths.__getitem__, words))]
        start = widths.blank - before * widths.blank - self.filled
        if self.square:
            start -= self.gap
            self.square = False
        place = bisect_right(ends, start + self.room)
        while place < len(words):
            self.number += 1
            start = ends[place] - widths[words[place]] + widths.blank
            place = bisect_right(ends, start + self.room, place + 1)
        behind = len(text) - before - len(inner)
        self.filled = ends[-1] - start + behind * widths.blank

    def _add_squares(self, count: int, width: float) -> None:
        """Put squares at the end; a line can end after each of them."""
        if self.filled and not self.square:
            self.filled += self.gap
        self.square = True
        over = count - max(0, int((self.room - self.filled) / width))
        if over <= 0:
            self.filled += count * width
            return
        more, last = divmod(over - 1, max(1, int(self.room / width)))
        self.number += more + 1
        self.filled = (last + 1) * width


class Lines(NamedTuple):
    """The number of lines of a paragraph, and the ids of the notes on each, by line from 0."""

    number: int
    notes: Mapping[int, list[str]]


def broken(parts: Parts, role: Role, room: float, first: float = 0) -> Lines:
    """The lines of a paragraph of `role`; an empty one has a line too.

    Lines are `room` wide; the first begins with `first`, in points.
    """
    faces = _faces(role.size * role.scale / 100, role.tracking)
    line = _Line(room, first, _BETWEEN_SCRIPTS * role.size)
    notes: dict[int, list[str]] = {}
    for part, strong in parts.said:
        if part.tag == NOTE:
            notes.setdefault(line.number, []).append(part.attributes["w:id"])
        elif part.text:
            line.fill(part.text, faces[role.bold or strong])
    return Lines(line.number + 1, notes)
