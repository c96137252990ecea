"""Ranges of characters."""

from __future__ import annotations

import pytest

from docgen.render.ranges import Ranges, without


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
def test_marks_are_cut_out_of_ranges(marks: str, left: Ranges) -> None:
    assert without(((65, 90),), marks) == left
