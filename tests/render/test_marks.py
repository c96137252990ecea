"""The marks of the first foot: QR code and bar code."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from docgen.model import Image
from docgen.render.marks import bar_code, qr_code


def bars(image: Image) -> list[tuple[int, int]]:
    """The bars of a bar code: where each begins, and how wide it is."""
    found = re.findall(rb"M(\d+) 0h(\d)v18h-\dz", image.data)
    return [(int(x), int(width)) for x, width in found]


def test_a_bar_code_starts_and_stops_with_an_asterisk() -> None:
    found = bars(bar_code("7"))
    first = [(x, width) for x, width in found[:5]]
    assert first == [(0, 1), (4, 1), (6, 3), (10, 3), (14, 1)]
    assert [(x - 32, width) for x, width in found[-5:]] == first


def test_every_character_takes_sixteen_modules_with_the_gap_after_it() -> None:
    box = etree.fromstring(bar_code("4401234").data).get("viewBox")
    assert box == f"0 0 {9 * 16 - 1} 18"


def test_three_of_nine_elements_are_wide_in_every_character() -> None:
    for character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. ":
        own = [width for x, width in bars(bar_code(character)) if 16 <= x < 32]
        assert sorted(own) == [1, 1, 1, 3, 3]


def test_a_known_number_has_the_bars_of_the_standard() -> None:
    drawn = bytearray(b"0" * 143)
    for x, width in bars(bar_code("4401234")):
        drawn[x : x + width] = b"1" * width
    assert drawn.decode() == (
        "10001011101110101010001110101110101000111010111010100011101110101110100010101"
        "110101110001010111011101110001010101010001110101110100010111011101"
    )


def test_a_character_that_the_code_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="Code 39 has no “é”"):
        bar_code("é")


def test_a_qr_code_is_a_drawing_as_wide_as_it_is_high() -> None:
    root = etree.fromstring(qr_code("https://docs.un.org/en/A/99/1").data)
    width, height = str(root.get("viewBox")).split()[2:]
    assert width == height == "29"
