"""The marks of the first foot: QR code and bar code, and PNGs of drawings."""

from __future__ import annotations

import re
import struct

import pytest
from lxml import etree

from docgen.model import Image
from docgen.render.marks import PNG, SVG, bar_code, qr_code, raster
from docgen.report import DocgenError


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


def test_a_drawing_becomes_a_png_of_the_width_that_its_place_needs() -> None:
    made = raster(qr_code("https://docs.un.org/en/A/99/1"), 72, dpi=150)
    assert (made.name, made.media_type) == ("address.png", PNG)
    assert struct.unpack(">II", made.data[16:24]) == (150, 150)


def test_lengths_in_points_are_understood() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="30pt"/>'
    made = raster(Image("plan.svg", SVG, b"\xef\xbb\xbf" + drawing), 72, dpi=72)
    assert struct.unpack(">II", made.data[16:24]) == (72, 72)


def test_other_pictures_stay_as_they_are() -> None:
    photo = Image("quay.jpg", "image/jpeg", b"\xff\xd8")
    assert raster(photo, 100) is photo


def test_a_drawing_that_cannot_be_drawn_is_named() -> None:
    with pytest.raises(DocgenError, match=r"the drawing plan\.svg cannot be drawn"):
        raster(Image("plan.svg", SVG, b"<svg"), 72)
