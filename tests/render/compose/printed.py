"""Finished PDF → lines: every letter with its place, as a reader of the file finds it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import category, east_asian_width

import pypdfium2
import pypdfium2.raw as pdfium

OPEN = set("（《〈「『【〔〖［｛“‘")
CLOSE = set("）》〉」』】〕〗］｝”’，。、；：！？．")
HYPHEN = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""

MARKS = OPEN | CLOSE
NOT_FIRST = CLOSE | set("·・～%％‰℃)]},.;:!?/—…")
NOT_LAST = OPEN | set("([{")
CONNECTORS = set("-–—/／～·…")


@dataclass(frozen=True)
class Letter:
    """A character on paper, in points: its origin, where the next one would stand, its size."""

    char: str
    x: float
    right: float
    y: float
    size: float
    font: str

    @property
    def han(self) -> bool:
        circled = category(self.char) == "No" and abs(self.right - self.x - self.size) < 0.1
        wide = east_asian_width(self.char) in "WF" and self.char not in {*MARKS, *CONNECTORS}
        return wide or circled

    @property
    def mark(self) -> bool:
        """Whether it is a mark that fills the square of a Han character."""
        return self.char in MARKS and self.right - self.x > 0.9 * self.size

    @property
    def latin(self) -> bool:
        return self.char.isascii() and self.char.isalnum()

    @property
    def begin(self) -> float:
        """Where a letter at the start of a line begins: half an opening mark is blank."""
        return self.x + (self.size / 2 if self.mark and self.char in OPEN else 0)

    @property
    def end(self) -> float:
        """Where a letter at the end of a line ends: half a closing mark is blank."""
        return self.right - (self.size / 2 if self.mark and self.char in CLOSE else 0)


@dataclass(frozen=True)
class Line:
    """The letters on one baseline; `raised` are those of marks of notes, with their neighbours."""

    letters: tuple[Letter, ...]
    size: float

    @property
    def text(self) -> str:
        return "".join(letter.char for letter in self.letters)

    @property
    def body(self) -> list[Letter]:
        """The letters that are not raised."""
        return [letter for letter in self.letters if letter.size > 0.8 * self.size]

    @property
    def pairs(self) -> Iterator[tuple[Letter, Letter]]:
        """Neighbours of the same size."""
        for a, b in zip(self.letters, self.letters[1:], strict=False):
            if min(a.size, b.size) > 0.8 * self.size:
                yield a, b


def letters(page: Any) -> Iterator[Letter]:
    """What is printed on a page, without spaces and what has no width, in the order of the file."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace(HYPHEN, "-")
        generated = pdfium.FPDFText_IsGenerated(text.raw, index) == 1
        if not generated and category(char)[0] not in "ZC":
            yield _letter(text.raw, index, char)


def _letter(text: Any, index: int, char: str) -> Letter:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * matrix.a
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, flags)
    advance = _advance(text, index, char) * size if char.isascii() else box.right - x.value
    advance = size if east_asian_width(char) in "WF" else advance
    return Letter(char, x.value, x.value + advance, y.value, size, name.value.decode())


def _advance(text: Any, index: int, char: str) -> float:
    """The width of an ASCII letter in ems as its font says: its ink may be wider."""
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, index))
    width = ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(font, ord(char), 1, width)
    return width.value


def pages(pdf: bytes, size: float) -> list[list[Line]]:
    """The lines of text of `size` on every page, from top to bottom."""
    document = pypdfium2.PdfDocument(pdf)
    return [_lines([*letters(page)], size) for page in document]


def _lines(letters: list[Letter], size: float) -> list[Line]:
    """Letters of `size` by their baseline, each with the raised letters among them."""
    baselines = {round(letter.y) for letter in letters if abs(letter.size - size) < 0.05 * size}
    rows: dict[int, list[Letter]] = {y: [] for y in sorted(baselines, reverse=True)}
    for letter in letters:
        below = [y for y in baselines if -1 < letter.y - y < 0.6 * size]
        if below:
            rows[max(below)].append(letter)
    return [Line(tuple(row), size) for row in rows.values()]
