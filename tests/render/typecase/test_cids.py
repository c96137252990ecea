"""The glyphs of a cut font go by their own numbers, as the codes of a PDF do."""

from __future__ import annotations

import io

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from docgen.fontconfig import find
from docgen.render import pdf
from docgen.render.typecase.cids import numbered
from docgen.render.typecase.cutting import cut
from docgen.store import NOWHERE_KEPT
from tests.render.sample import CHINESE, report, sheet

HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))


def cids(font: bytes) -> list[str]:
    """The names of the glyphs of a font with CIDs, in the order of their numbers."""
    return list(TTFont(io.BytesIO(font))["CFF "].cff[0].charset)


def own(count: int) -> list[str]:
    return [".notdef", *(f"cid{number:05}" for number in range(1, count))]


@pytest.mark.parametrize("characters", ["地", "地方", HAN[:200], HAN])
def test_glyphs_of_a_cut_are_named_by_their_numbers(characters: str) -> None:
    font = find("Noto Serif CJK SC", False, False)
    assert font
    names = cids(cut(font, set(characters), NOWHERE_KEPT))
    assert len(names) > len(characters)
    assert names == own(len(names))


def test_a_font_that_names_no_glyphs_by_cid_stays_as_it_is() -> None:
    font = find("Liberation Serif", False, False)
    assert font
    data = font.path.read_bytes()
    assert numbered(data) is data


def test_every_code_of_a_pdf_shows_the_glyph_of_that_cid() -> None:
    """MuPDF shows none of the others, poppler takes codes for numbers of glyphs in any case."""
    data = pdf.write(report(CHINESE), sheet(CHINESE)).data
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = [
            found.FontDescriptor.FontFile3.read_bytes()
            for found in file.objects
            if isinstance(found, pikepdf.Dictionary)
            and found.get("/Subtype") == pikepdf.Name.CIDFontType0
        ]
    assert fonts
    for font in fonts:
        assert cids(font) == own(len(cids(font)))
