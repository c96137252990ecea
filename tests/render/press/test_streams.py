"""Content streams in the inks of the plates."""

from __future__ import annotations

import pikepdf
import pytest

from docgen.render.press.plates import Plates
from docgen.render.press.streams import converted
from tests.press import machine

CASES = {
    "a fill": ("0 0 0 rg", "0 0 0 1 k"),
    "a stroke": ("0.5 0.5 0.5 RG", "0 0 0 0.5 K"),
    "gray": ("0.25 g", "0 0 0 0.75 k"),
    "inks": ("0.1 0.2 0.3 0.4 K", "0.1 0.2 0.3 0.4 K"),
    "a space of a device": ("/DeviceRGB cs 1 1 1 sc", "0 0 0 1 k\n0 0 0 0 k"),
    "another space": ("/Gold CS 0.5 SCN", "/Gold CS\n0.5 SCN"),
    "a pattern": ("/Pattern cs /P1 scn", "/Pattern cs\n/P1 scn"),
}


def recoloured(content: str, name: str = "print") -> str:
    file = pikepdf.new()
    stream = file.make_stream(content.encode())
    plates = Plates(machine(name))
    instructions = converted(pikepdf.parse_content_stream(stream), plates)
    return pikepdf.unparse_content_stream(instructions).decode()


@pytest.mark.parametrize("what", CASES)
def test_colours_become_inks(what: str) -> None:
    content, expected = CASES[what]
    assert recoloured(content) == expected


HOUSE = "0 0.62 0.86 rg"


def test_text_is_black_and_what_follows_it_has_its_colour_again() -> None:
    assert recoloured(f"{HOUSE} BT (a) Tj ET 0 0 9 9 re f").splitlines() == [
        "0.8 0.2 0 0 k",
        "BT",
        "0 0 0 1 k",
        "(a) Tj",
        "ET",
        "0.8 0.2 0 0 k",
        "0 0 9 9 re",
        "f",
    ]


def test_a_colour_set_in_text_is_that_of_the_area_after_it() -> None:
    assert recoloured(f"BT {HOUSE} (a) Tj ET 0 0 9 9 re f").splitlines() == [
        "BT",
        "0 0 0 1 k",
        "(a) Tj",
        "ET",
        "0.8 0.2 0 0 k",
        "0 0 9 9 re",
        "f",
    ]


def test_a_state_that_is_restored_has_its_colour_back() -> None:
    lines = recoloured(f"q {HOUSE} Q BT (a) Tj ET").splitlines()
    assert lines == ["q", "0.8 0.2 0 0 k", "Q", "BT", "(a) Tj", "ET"]


def test_in_the_office_colours_are_grays() -> None:
    assert recoloured("1 1 1 rg 0 0 0 1 K", "office") == "1 g\n0 G"
