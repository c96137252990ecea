"""Colours of the screen → inks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from docgen.profile import rgb
from docgen.render.press.plates import Plates, over_white
from docgen.report import SetupError
from tests.press import OFFICE, machine


def test_gray_is_black_ink_alone() -> None:
    plates = Plates(machine())
    assert plates.paint((0.0,)) == (0, 0, 0, 1)
    assert plates.paint((1.0, 1.0, 1.0)) == (0, 0, 0, 0)
    assert plates.paint(rgb("#808080"))[:3] == (0, 0, 0)


def test_a_colour_of_the_house_has_the_inks_that_the_profile_states() -> None:
    assert Plates(machine()).paint(rgb("#009EDB")) == (0.8, 0.2, 0, 0)


def test_another_colour_goes_through_the_output_profile() -> None:
    cyan, magenta, yellow, black = Plates(machine()).paint(rgb("#cc0000"))
    assert min(magenta, yellow) > 0.8
    assert max(cyan, black) < 0.4
    assert cyan + magenta + yellow + black <= 3


def test_inks_that_are_chosen_already_are_kept() -> None:
    assert Plates(machine()).paint((0.1, 0.2, 0.3, 0.4)) == (0.1, 0.2, 0.3, 0.4)


def test_text_in_a_colour_becomes_black_and_in_gray_stays_gray() -> None:
    plates = Plates(machine())
    assert plates.text(rgb("#0000ff")) == (0, 0, 0, 1)
    assert plates.text((0.1, 0.2, 0.3, 0.4)) == (0, 0, 0, 1)
    assert plates.text((0.4,)) == pytest.approx((0, 0, 0, 0.6))
    assert plates.text((1.0, 1.0, 1.0)) == (0, 0, 0, 0)


def test_in_the_office_a_light_colour_is_lighter_than_a_dark_one() -> None:
    plates = Plates(machine(OFFICE))
    (yellow,), (blue,) = plates.paint(rgb("#ffff00")), plates.paint(rgb("#0000ff"))
    assert yellow < 0.1 < 0.9 < blue
    assert plates.paint((0.0, 0.0, 0.0, 1.0)) == (1,)


def test_a_picture_is_printed_in_four_inks_unless_all_of_it_is_gray() -> None:
    plates = Plates(machine())
    assert plates.image(Image.new("RGB", (2, 2), (200, 0, 0))).mode == "CMYK"
    assert plates.image(Image.new("RGB", (2, 2), (90, 90, 90))).getpixel((0, 0)) == 90
    assert plates.image(Image.new("P", (2, 2))).mode == "L"
    assert Plates(machine(OFFICE)).image(Image.new("CMYK", (2, 2))).mode == "L"


def test_a_press_in_colour_needs_the_profile_of_its_inks() -> None:
    with pytest.raises(SetupError, match="prints in colour without an ICC profile"):
        Plates(replace(machine(), intent=None))


def test_where_a_mask_is_black_the_paper_is_seen() -> None:
    picture, mask = Image.new("RGB", (2, 1), (0, 0, 0)), Image.new("L", (2, 1), 0)
    mask.putpixel((0, 0), 255)
    laid = over_white(picture, mask)
    assert [laid.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0), (255, 255, 255)]
