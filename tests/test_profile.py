"""Profiles of presses and office printers as styles/press/ has them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen import profile
from docgen.report import DocgenError

STYLES = Path(__file__).parents[1] / "styles"


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    shutil.copytree(STYLES / "press", tmp_path / "press")
    return tmp_path


def spoil(styles: Path, old: str, new: str) -> str:
    """The message about the profile of the press in which `old` is replaced by `new`."""
    path = styles / "press" / "print.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(DocgenError) as raised:
        profile.load(styles, "print")
    return str(raised.value)


def test_there_is_a_profile_for_the_press_and_one_for_the_office() -> None:
    assert profile.names(STYLES) == ["office", "print"]


def test_the_press_prints_four_plates_with_three_millimetres_of_bleed() -> None:
    found = profile.load(STYLES, "print")
    assert found.plates == ("Cyan", "Magenta", "Yellow", "Black")
    assert found.bleed == pytest.approx(3 * 72 / 25.4, abs=0.001)
    assert found.pages_per_sheet == profile.BOOKLET
    assert found.resolution == 300


def test_the_printing_condition_has_a_profile_of_its_own_class() -> None:
    intent = profile.load(STYLES, "print").intent
    assert intent
    header = intent.profile.read_bytes()[:40]
    assert (header[12:16], header[16:20], header[36:40]) == (b"prtr", b"CMYK", b"acsp")


def test_the_office_prints_black_alone_without_bleed_or_marks() -> None:
    found = profile.load(STYLES, "office")
    assert (found.in_colour, found.bleed, found.marks, found.intent) == (False, 0, (), None)


def test_a_colour_code_is_red_green_and_blue() -> None:
    assert profile.rgb("#009edb") == pytest.approx((0, 158 / 255, 219 / 255))


def test_a_profile_that_does_not_exist_is_told_with_those_that_do(styles: Path) -> None:
    with pytest.raises(DocgenError, match=r"there is no profile poster\n.*office, print"):
        profile.load(styles, "poster")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("slug =", "slag =", "“slag” is no key of a profile"),
        ("resolution = 300\n", "", "missing: resolution"),
        ('"fold"]', '"glue"]', "“glue” is no mark of a profile"),
        ('"Cyan", ', "", "these plates cannot be made"),
        ("identifier =", "name =", "“name” is no key of a profile"),
        ('"#009edb"', '"sky"', "not a colour in [colours]"),
        ("bleed =", "bleed", "not valid TOML"),
        ("bleed = 8.504", 'bleed = "wide"', "bleed is no number from 0 up"),
        ("bleed = 8.504", "bleed = -3", "bleed is no number from 0 up"),
        ("bleed = 8.504", "bleed = true", "bleed is no number from 0 up"),
        ("slug = 22.677", "slug = 2", "slug is too narrow for marks"),
        ("pages_per_sheet = 4", "pages_per_sheet = 0", "pages_per_sheet is none of 1, 2, 4"),
        ('duplex = ""', 'duplex = "Sideways"', "duplex is none of"),
        ("transparency = false", "transparency = 0", "transparency is none of True, False"),
        ('"PDF/X-4"', '"PDF/X-9"', "standard is none of"),
        ('booklet = "booklet"', 'booklet = "../x"', "booklet is no word"),
        ("[80, 20, 0, 0]", "[80, 20, 0]", "a colour has 4 inks"),
        ("[80, 20, 0, 0]", "[180, 20, 0, 0]", "a colour has 4 inks"),
        ("[80, 20, 0, 0]", '["a", 20, 0, 0]', "not a colour in [colours]"),
    ],
)
def test_a_key_that_means_nothing_is_named(styles: Path, old: str, new: str, message: str) -> None:
    assert message in spoil(styles, old, new)
