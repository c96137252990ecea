"""Matrices and boxes."""

from __future__ import annotations

import pytest

from docgen.check.press.geometry import IDENTITY, around, box, common, inside, moved, sides, times

DOUBLE = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0)
RIGHT = (1.0, 0.0, 0.0, 1.0, 10.0, 0.0)
TURNED = (0.0, 3.0, -4.0, 0.0, 0.0, 0.0)


def test_the_first_of_two_matrices_moves_first() -> None:
    assert moved((1, 1), times(DOUBLE, RIGHT)) == (12, 2)
    assert moved((1, 1), times(RIGHT, DOUBLE)) == (22, 2)
    assert times(IDENTITY, TURNED) == times(TURNED, IDENTITY) == TURNED


def test_sides_are_measured_along_what_is_turned() -> None:
    assert sides(TURNED) == (3, 4)


def test_a_box_is_read_from_any_two_corners() -> None:
    assert box([9, 8, 1, 2]) == around([(1, 8), (9, 2)]) == (1, 2, 9, 8)


@pytest.mark.parametrize(
    ("other", "shared"),
    [((5, 5, 20, 20), (5, 5, 10, 10)), ((11, 0, 12, 9), None), (None, None)],
)
def test_boxes_have_in_common_where_they_overlap(
    other: tuple[float, float, float, float] | None,
    shared: tuple[float, float, float, float] | None,
) -> None:
    assert common((0, 0, 10, 10), other) == shared


def test_a_box_may_stand_out_by_the_tolerance() -> None:
    assert inside((-0.1, 0, 5, 5), (0, 0, 5, 5), 0.1)
    assert not inside((-0.2, 0, 5, 5), (0, 0, 5, 5), 0.1)
