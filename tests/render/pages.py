"""What stands where on the pages of a PDF: positions in points from the upper left corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

SAME_LINE = 1.0
SCALE = 0.75
"""WeasyPrint draws in pixels under a matrix that makes them points; sizes come without it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character by the origin of its glyph."""

    text: str
    x: float
    y: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of a page that stand on one baseline."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def y(self) -> float:
        return self.letters[0].y

    @property
    def x(self) -> float:
        return self.letters[0].x

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)


def letters(data: bytes, page: int) -> list[Letter]:
    """The visible characters of a page, numbered from 1, in the order of the file."""
    leaf = pdfium.PdfDocument(data)[page - 1]
    text = leaf.get_textpage()
    found = [_letter(text, index, leaf.get_height()) for index in range(text.count_chars())]
    return [letter for letter in found if letter.text.strip()]


def _letter(text: pdfium.PdfTextPage, index: int, height: float) -> Letter:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    right = text.get_charbox(index)[2]
    size = raw.FPDFText_GetFontSize(text, index) * SCALE
    code = chr(raw.FPDFText_GetUnicode(text, index))
    return Letter(code, x.value, height - y.value, right, size)


def lines(data: bytes, page: int) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters(data, page), key=lambda letter: letter.y):
        if rows and letter.y - rows[-1][-1].y < SAME_LINE:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [Line(tuple(sorted(row, key=lambda letter: letter.x))) for row in rows]


def where(data: bytes, page: int, words: str) -> Letter:
    """The first character of `words`, which stand on one line of the page, spaces left out."""
    wanted = "".join(words.split())
    for line in lines(data, page):
        start = line.text.find(wanted)
        if start >= 0:
            return line.letters[start]
    raise AssertionError(f"“{words}” is not on page {page}")


def text(data: bytes, page: int) -> str:
    """The words of a page."""
    return str(pdfium.PdfDocument(data)[page - 1].get_textpage().get_text_bounded())
