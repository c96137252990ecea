"""Fonts: every code that is shown has a glyph, its width, and a character.

Which glyph a code means is found as ISO 32000-1, 9.7.4.2 has it, by CIDs and by the charset of the
font. There are programs that take a code for the number of a glyph, and show what others cannot.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont, TTLibError

from docgen.check.press.fonts import read
from docgen.check.streams import Shown, to_unicode
from docgen.check.tree import File, entry

KINDS = {"/CIDFontType0": ("/FontFile3", "CFF "), "/CIDFontType2": ("/FontFile2", "glyf")}
"""Where a font of each kind has its program, and which table of that its outlines."""

DAMAGED = (TTLibError, struct.error, AssertionError, EOFError, LookupError, ValueError)
"""What the library raises for a program that is none."""

TOLERANCE = 1
"""By so many thousandths of the size a width may differ (ISO 14289-1, 7.21.5)."""

Number = Callable[[int], int]
"""From the CID to the number of a glyph; 0 where there is none."""

NO_CHARACTERS = {"\0": "31-028", "\N{ZERO WIDTH NO-BREAK SPACE}": "31-029", "\ufffe": "31-029"}
NO_INK = frozenset(("Zs", "Cf"))
"""Categories of characters whose glyphs may be empty."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What a font has for a CID: a width in thousandths, and whether it shows anything."""

    width: float
    ink: bool


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
    inner = entry(shown.font, "/DescendantFonts")
    if inner is None or shown.font.Encoding != "/Identity-H":
        yield "31-006: codes are not CIDs"
        return
    try:
        glyphs = _program(inner[0], shown.codes)
    except DAMAGED as error:
        yield f"31-009: no program that can be read ({error})"
        return
    stated = read(shown.font)
    for code in sorted(shown.codes):
        width = stated.widths.get(code, stated.default)
        for fault in _glyph(glyphs.get(code), width, characters.get(code, "")):
            yield f"{fault}: the code {code:04x}"


def _glyph(glyph: _Glyph | None, width: float, text: str) -> Iterator[str]:
    if glyph is None:
        yield "31-030: no glyph"
    elif abs(glyph.width - width) > TOLERANCE:
        yield f"31-016: a width of {glyph.width:.0f}, not {width:.0f}"
    elif not glyph.ink and any(category(letter) not in NO_INK for letter in text):
        yield "31-011: an empty glyph"


def _program(font: Any, cids: set[int]) -> dict[int, _Glyph]:
    """The glyphs of the program of `font` for those of `cids` that it has."""
    place, outlines = KINDS[str(font.Subtype)]
    stream = entry(font, "/FontDescriptor", place)
    if stream is None:
        raise LookupError(place)
    program = TTFont(io.BytesIO(stream.read_bytes()), lazy=True)
    number = _charset(program) if outlines == "CFF " else _map(font, program)
    drawn, names = program.getGlyphSet(), dict(enumerate(program.getGlyphOrder()))
    found = {cid: names[number(cid)] for cid in cids if 0 < number(cid) < len(names)}
    scale = 1000 / program["head"].unitsPerEm
    return {
        cid: _Glyph(drawn[name].width * scale, _ink(drawn, name)) for cid, name in found.items()
    }


def _charset(program: Any) -> Number:
    """The numbers of glyphs by CIDs, in a font that knows none the CIDs themselves."""
    top = program["CFF "].cff[0]
    if not hasattr(top, "ROS"):
        return int
    numbers = {int(name.removeprefix("cid")): at for at, name in enumerate(top.charset) if at}
    return lambda cid: numbers.get(cid, 0)


def _map(font: Any, program: Any) -> Number:
    assert "glyf" in program, "no outlines of TrueType"
    given = font.get("/CIDToGIDMap")
    if given == "/Identity":
        return int
    table = given.read_bytes() if given is not None else b""
    return lambda cid: int.from_bytes(table[2 * cid : 2 * cid + 2])


def _ink(drawn: Any, name: str) -> bool:
    pen = ControlBoundsPen(drawn)
    drawn[name].draw(pen)
    return pen.bounds is not None


CHECKS = (_fonts,)
