"""What is counted of lines on paper."""

from __future__ import annotations

import pytest

from bench.paper import Letter, Line
from bench.setting import figures


def line(text: str, gap: float = 0.0) -> Line:
    """A line of characters that are an em wide, with a `gap` after each, in ems."""
    return Line([Letter(char, at * (1 + gap), at * (1 + gap) + 1) for at, char in enumerate(text)])


def counted(*lines: Line, ems: float = 5) -> dict[str, str]:
    names = ("lines", "prohibited", "ragged", "alone", "pairs", "loose", "very loose", "widest")
    return dict(
        zip(names, figures([[line("一二三四五"), line("一二三四五"), *lines]], ems), strict=False)
    )


def test_lines_that_are_as_they_should_be_count_as_lines_alone() -> None:
    found = counted(line("六七"))
    assert found.pop("lines") == "3"
    assert {float(number) for number in found.values()} == {0}


@pytest.mark.parametrize("text", ["，六七八九", "六七八九《"])
def test_a_mark_that_must_not_begin_or_end_a_line_is_counted(text: str) -> None:
    assert counted(line(text))["prohibited"] == "1"


def test_a_line_is_ragged_unless_it_is_the_last() -> None:
    assert counted(line("六七八九"))["ragged"] == "0"
    assert counted(line("六七八九"), line("十"))["ragged"] == "1"


def test_the_blank_of_a_mark_may_lie_past_the_edge() -> None:
    assert line("六七八九，").flush(4.5)
    assert not line("六七八九十").flush(4.5)


@pytest.mark.parametrize("text", ["六", "六。"])
def test_one_character_on_the_last_line_is_alone_with_its_mark_or_without(text: str) -> None:
    assert counted(line(text))["alone"] == "1"


def test_marks_side_by_side_with_all_their_blank_are_counted() -> None:
    assert line("六。”七").pairs() == 1


def test_the_gaps_of_a_line_make_it_loose() -> None:
    found = counted(line("六七八九十", gap=0.05), line("一二"), ems=5.2)
    assert (found["loose"], found["very loose"], found["widest"]) == ("33.3", "0.0", "0.050")


def test_what_is_taken_from_a_mark_shows_between_it_and_the_text_it_parts() -> None:
    letters = [Letter("六", 0, 1), Letter("，", 1, 2), Letter("七", 1.6, 2.6)]
    assert Line(letters).taken == pytest.approx(0.4)
