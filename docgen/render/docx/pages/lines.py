"""A paragraph → its lines, broken where there is no more room, with the notes that stand on each.

Lines are filled word by word, as word processors do it without hyphens; between Han characters a
line can break anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache, lru_cache
from typing import NamedTuple

from docgen.records import dataclass
from docgen.render.docx.markup import Element
from docgen.render.docx.pages.widths import em, square
from docgen.style import Role

_TEXT, _NOTE, _RUN, _PROPERTIES = "w:t", "w:footnoteReference", "w:r", "w:rPr"
_STRONG = "strong"
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_MAY_BE_HAN = re.compile("[\u2e80-\U0010ffff]")
_IDEOGRAPH, _BEHIND_IDEOGRAPHS = "\u4e00", "\ua000"
_IDEOGRAPHS = r"\u4e00-\u9fff"
_TOKEN = re.compile(r"\s?\S+|\s")
_TOKEN_WITH_HAN = re.compile(
    rf"[{_IDEOGRAPHS}]+|\s?(?:(?![{_IDEOGRAPHS}])[{_HAN}]|[^\s{_HAN}]+)|\s"
)
_BETWEEN_SCRIPTS = 0.25


def _tokens(text: str) -> list[str]:
    """Ideographs in a row; words and single marks, each with the blank before it; other blanks."""
    plain = text.isascii() or not _MAY_BE_HAN.search(text)
    return (_TOKEN if plain else _TOKEN_WITH_HAN).findall(text)


class _Token(NamedTuple):
    """A blank and the word after it: their widths in points, and whether the word is square."""

    blank: float
    word: float
    square: bool


class _Tokens(dict[str, _Token]):
    """Tokens in letters of one look; each is measured once, however often it is said.

    An em is `size` wide, and each letter is `tracking` further from the next, in points.
    """

    def __init__(self, bold: bool, size: float, tracking: float) -> None:
        self.bold, self.size, self.tracking = bold, size, tracking

    def __missing__(self, token: str) -> _Token:
        word = token.lstrip()
        blank = self._width(token[0]) if token[0].isspace() else 0.0
        self[token] = _Token(blank, self._width(word), bool(word) and square(word[0]))
        return self[token]

    def _width(self, letters: str) -> float:
        return em(letters, self.bold) * self.size + len(letters) * self.tracking


_measured = cache(_Tokens)


@dataclass(slots=True)
class _Line:
    """The line that is being filled: how far it is filled, and how wide it can be, in points."""

    room: float
    filled: float
    number: int = 0
    square: bool = False

    def fill(self, text: str, bold: bool, role: Role) -> None:
        """Put the words of `text` at the end, and on further lines where there is no more room."""
        known = _measured(bold, role.size * role.scale / 100, role.tracking)
        gap, room = _BETWEEN_SCRIPTS * role.size, self.room
        filled, number, last = self.filled, self.number, self.square
        for token in _tokens(text):
            more = 0
            if _IDEOGRAPH <= token < _BEHIND_IDEOGRAPHS:  # all are as wide as the first of them
                token, more = _IDEOGRAPH, len(token) - 1
            blank, width, wide = known[token]
            filled += blank
            if width:
                if filled and wide != last:
                    filled += gap
                if filled + width > room:
                    number, filled = number + 1, 0.0
                filled += width
                last = wide
            for _ in range(more):  # a line can end after each
                if filled + width > room:
                    number, filled = number + 1, 0.0
                filled += width
        self.filled, self.number, self.square = filled, number, last


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: its role, the width of its lines, where the first begins in it."""

    role: Role
    room: float
    first: float = 0


@dataclass(slots=True)
class Lines:
    """The number of lines of a paragraph, and the ids of the notes on each, by line from 0."""

    count: int = 1
    notes: dict[int, list[str]] = field(default_factory=dict)


def broken(paragraph: Element, setting: Setting) -> Lines:
    """The lines of a paragraph as it is set; an empty one has a line too."""
    role = setting.role
    line, lines = _Line(setting.room, setting.first), Lines()
    for part, bold in _parts(paragraph, role.bold):
        if part.tag == _NOTE:
            lines.notes.setdefault(line.number, []).append(part.attributes["w:id"])
        elif part.text:
            line.fill(part.text, bold, role)
    lines.count = line.number + 1
    return lines


def _parts(inside: Element, bold: bool) -> Iterator[tuple[Element, bool]]:
    """The texts and note marks of a paragraph, each with whether it is bold."""
    for element in inside.children:
        if element.tag != _RUN:
            yield from _parts(element, bold)
            continue
        heavy = bold
        for part in element.children:
            if part.tag == _PROPERTIES:
                heavy = bold or _strong(part)
            elif part.tag in (_TEXT, _NOTE):
                yield part, heavy


@lru_cache(1024)
def _strong(properties: Element) -> bool:
    """Whether the style of a run is that of strong words."""
    style = properties.child("w:rStyle")
    return style is not None and style.attributes["w:val"].lower() == _STRONG
