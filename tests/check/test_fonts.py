"""Fonts as the preflight reads them."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name

from docgen.check.fonts import read


def composite(widths: Array, **descriptor: object) -> Dictionary:
    inner = Dictionary(W=widths, DW=500, FontDescriptor=Dictionary(**descriptor))
    return Dictionary(BaseFont=Name("/ABCDEF+Kai"), DescendantFonts=Array([inner]))


def test_widths_of_a_composite_font_are_listed_or_given_for_a_range() -> None:
    font = read(composite(Array([1, Array([250, 750]), 10, 12, 1000])))
    assert font.advance(bytes([0, 1, 0, 2])) == pytest.approx(1)
    assert font.advance(bytes([0, 11])) == pytest.approx(1)
    assert font.advance(bytes([0, 99])) == pytest.approx(0.5)


def test_widths_of_a_simple_font_begin_with_its_first_character() -> None:
    font = read(Dictionary(BaseFont=Name.Times, FirstChar=65, Widths=Array([700, 600])))
    assert font.advance(b"AB") == pytest.approx(1.3)
    assert font.advance(b"z") == 0


@pytest.mark.parametrize("key", ["FontFile", "FontFile2", "FontFile3"])
def test_a_font_is_embedded_when_its_descriptor_has_a_file(key: str) -> None:
    assert read(composite(Array(), **{key: 1})).embedded
    assert not read(composite(Array())).embedded


def test_the_letters_of_a_subset_are_no_part_of_the_name() -> None:
    assert read(composite(Array())).name == "Kai"
