"""The width of a line of text, in thousandths of a character."""

from __future__ import annotations

import pytest

from docgen.render.compose.passage import Wrap
from tests.render.compose.text import made


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("汉字", 2000),
        ("《汉字》", 3000),
        ("汉，字。", 3500),
        ("“汉”、“字”", 5000),
        ("在1945年", 4500),
        ("汉字 ", 2000),
        ("（A）", 1500),
    ],
)
def test_a_line_is_as_wide_as_its_marks_and_gaps_make_it(text: str, width: float) -> None:
    assert made(text).extent(0, len(text), opens=True).width == width


def test_within_a_line_the_first_mark_keeps_its_blank_half() -> None:
    assert made("《汉》").extent(0, 3, opens=False).width == 2500


def test_before_an_object_the_last_mark_keeps_its_blank_half() -> None:
    assert made("汉，", ends=False).extent(0, 2, opens=True).width == 2000


def test_what_can_be_pushed_in_is_not_at_the_edges() -> None:
    assert made("，汉，字（汉，").extent(0, 7, opens=True).give == 750


def test_a_gap_at_a_break_belongs_to_neither_line() -> None:
    passage = made("汉A汉")
    assert passage.extent(0, 1, opens=True).width == 1000
    assert passage.extent(1, 3, opens=True).width == 1750


def test_settled_changes_add_up_to_the_width() -> None:
    text = "《汉字》（汉A）字。"
    passage = made(text)
    settled = passage.settle(0, len(text), opens=True, squeeze=0)
    natural = sum(500 if char == "A" else 1000 for char in text)
    width = natural + passage.lead(0, opens=True) + sum(settled)
    assert width == passage.extent(0, len(text), opens=True).width


def test_a_line_pushed_in_takes_the_same_share_from_all_that_can_give() -> None:
    settled = made("汉，汉（A字").settle(0, 6, opens=True, squeeze=250)
    assert settled == [0, -100, -100, 0, 200, 0]


def test_text_that_does_not_wrap_has_no_place_to_break() -> None:
    assert made("汉字", wrap=Wrap.NEVER).cuts == [2]
