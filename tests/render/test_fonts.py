"""The fonts of this machine, and what they have."""

from __future__ import annotations

import pytest

from docgen.render import fonts


def test_a_font_is_found_by_its_full_name() -> None:
    font = fonts.find("Liberation Serif Bold")
    assert font
    assert font.path.name == "LiberationSerif-Bold.ttf"
    assert (0x20, 0x7E) in font.ranges


def test_a_font_that_is_not_there_has_no_characters() -> None:
    assert fonts.find("No Such Font") is None
    assert fonts.coverage("No Such Font") == ()


@pytest.mark.parametrize(
    ("marks", "left"),
    [
        ("", ((65, 90),)),
        ("C", ((65, 66), (68, 90))),
        ("AZ", ((66, 89),)),
        ("BD", ((65, 65), (67, 67), (69, 90))),
        ("a", ((65, 90),)),
    ],
)
def test_marks_are_cut_out_of_ranges(marks: str, left: fonts.Ranges) -> None:
    assert fonts.without(((65, 90),), marks) == left


def test_common_characters_are_those_of_both() -> None:
    assert fonts.common(((1, 10), (20, 30)), ((5, 25),)) == ((5, 10), (20, 25))
    assert fonts.common(((1, 4),), ((5, 9),)) == ()
