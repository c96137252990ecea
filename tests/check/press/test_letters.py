"""Font programs: damaged ones, and those without a glyph for what is written."""

from __future__ import annotations

import io

import pikepdf
from fontTools.ttLib import TTFont

from docgen.check.press import examine
from tests.press import PRINT, Spoil, changed, finished, machine
from tests.render.sample import CHINESE


def found(spoil: Spoil) -> set[str]:
    data = changed(finished(PRINT, CHINESE).data, spoil)
    findings = examine(data, machine(), multiple=4).findings
    return {finding.what for finding in findings}


def programs(file: pikepdf.Pdf, key: str) -> list[pikepdf.Stream]:
    """The font programs of `file` under a key of their descriptors."""
    held = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
    return [each[key] for each in held if key in each]


def test_a_program_that_is_none_is_damaged() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for program in programs(file, "/FontFile2"):
            program.write(b"no font at all")

    assert "the font docgen-text-1 is damaged" in found(spoil)


def test_a_program_that_ends_too_early_is_damaged() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for program in programs(file, "/FontFile3"):
            program.write(program.read_bytes()[:500])

    assert "the font Noto-Serif-CJK-SC is damaged" in found(spoil)


def test_a_code_without_a_glyph_is_found() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        name = next(iter(page.Resources.Font.keys()))
        page.contents_add(f"BT {name} 9 Tf 100 100 Td <fff0> Tj ET".encode())

    (fault,) = found(spoil)
    assert fault.endswith("lacks letters that are used")


def test_glyphs_that_go_by_other_numbers_than_the_codes_are_found() -> None:
    """What a cut of Noto CJK is by itself: the numbers of glyphs are new, their names are not."""

    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for program in programs(file, "/FontFile3"):
            program.write(renamed(program.read_bytes()))

    assert "the font Noto-Serif-CJK-SC lacks letters that are used" in found(spoil)


def renamed(font: bytes) -> bytes:
    """`font` with every CID 30,000 higher: its charset is one range, from 1 to the last glyph."""
    last = len(TTFont(io.BytesIO(font))["CFF "].cff[0].charset) - 1
    listed = (b"\x02" + (1).to_bytes(2) + (last - 1).to_bytes(2)) if last > 256 else b""
    assert font.count(listed) == 1
    return font.replace(listed, listed[:1] + (30_001).to_bytes(2) + listed[3:])
