"""Fonts: every code that is shown has a glyph, its width, and a character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import category

from docgen.check.fonts import read
from docgen.check.programs import Damaged, Glyph, Program
from docgen.check.streams import Shown, to_unicode
from docgen.check.tree import File

TOLERANCE = 1
"""By so many thousandths of the size a width may differ (ISO 14289-1, 7.21.5)."""

NO_CHARACTERS = {"\0": "31-028", "\N{ZERO WIDTH NO-BREAK SPACE}": "31-029", "\ufffe": "31-029"}
NO_INK = frozenset(("Zs", "Cf"))
"""Categories of characters whose glyphs may be empty."""


def _fonts(file: File) -> Iterator[str]:
    shown: dict[Any, Shown] = {}
    for page in file.pages:
        for key, one in page.fonts.items():
            shown.setdefault(key, Shown(one.font)).strings.update(one.strings)
    for one in shown.values():
        name = str(one.font.get("/BaseFont", one.font.get("/Name", "/?")))
        yield from (f"{fault} in the font {name}" for fault in _faults(one))


def _faults(shown: Shown) -> Iterator[str]:
    if "/ToUnicode" not in shown.font:
        yield "31-027: there is no ToUnicode map"
        return
    characters = to_unicode(shown.font.ToUnicode.read_bytes())
    for code in sorted(shown.codes):
        yield from (f"{fault}: the code {code:04x}" for fault in _character(characters.get(code)))
    if shown.font.Subtype != "/Type3":
        yield from _glyphs(shown, characters)


def _character(text: str | None) -> Iterator[str]:
    if not text:
        yield "31-027: no character"
    for letter in text or "":
        if letter in NO_CHARACTERS:
            yield f"{NO_CHARACTERS[letter]}: no real character"
        elif category(letter) == "Co":
            yield "PDF/A 6.2.11.7.3: a character of private use"


def _glyphs(shown: Shown, characters: Mapping[int, str]) -> Iterator[str]:
    font = read(shown.font)
    if not font.by_glyph:
        yield "31-006: codes are not CIDs"
        return
    if not font.embedded:
        yield "31-009: no program"
        return
    try:
        program = Program(font)
        glyphs = {code: program.glyph(code) for code in sorted(shown.codes)}
    except Damaged as error:
        yield f"31-009: no program that can be read ({error})"
        return
    for code, glyph in glyphs.items():
        for fault in _glyph(glyph, font.width(code), characters.get(code, "")):
            yield f"{fault}: the code {code:04x}"


def _glyph(glyph: Glyph | None, width: float, text: str) -> Iterator[str]:
    if glyph is None:
        yield "31-030: no glyph"
    elif abs(glyph.width - width) > TOLERANCE:
        yield f"31-016: a width of {glyph.width:.0f}, not {width:.0f}"
    elif not glyph.ink and any(category(letter) not in NO_INK for letter in text):
        yield "31-011: an empty glyph"


CHECKS = (_fonts,)
