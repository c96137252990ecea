"""Marks that a page needs: on the lines of its edges, and on each of its sides."""

from __future__ import annotations

import pytest

from docgen.check.press import marks
from docgen.check.press.colours import ALL, BLACK, Colour
from docgen.check.press.geometry import Box
from docgen.check.press.reading import read
from docgen.check.press.state import Painted
from tests.press import finished, machine

TRIM: Box = (0, 0, 612, 792)


def painted() -> list[Painted]:
    """Everything on the first page of a finished file."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(finished().data)) as file:
        return read(file.pages[0]).found


MARKS = [each for each in painted() if each.colours == (Colour(ALL, (1.0,)),)]


def lacking(found: list[Painted]) -> list[str]:
    return list(marks.lacking(found, machine(), TRIM))


def test_a_finished_page_has_all_of_them() -> None:
    assert len(MARKS) == 8 + 4 * 3
    assert lacking(MARKS) == []


@pytest.mark.parametrize("lost", range(8))
def test_each_of_the_eight_crop_marks_is_missed(lost: int) -> None:
    assert lacking(MARKS[:lost] + MARKS[lost + 1 :]) == ["no crop mark, or one off its edge"]


@pytest.mark.parametrize("side", range(4))
def test_the_registration_mark_of_each_side_is_missed(side: int) -> None:
    start = 8 + 3 * side
    left = MARKS[:start] + MARKS[start + 3 :]
    assert lacking(left) == ["no registration mark on one of the sides"]


def test_marks_of_another_page_are_off_the_edge() -> None:
    assert list(marks.lacking(MARKS, machine(), (0, 0, 612, 791))) == [
        "no crop mark, or one off its edge"
    ]


def test_marks_in_black_are_none() -> None:
    assert lacking([Painted("line", (BLACK,), each.box) for each in MARKS]) == ["no marks"]
