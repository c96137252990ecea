"""Which break a line takes: widths in characters."""

from __future__ import annotations

import pytest

from docgen.render.compose.breaker import Line, line
from docgen.render.compose.passage import Wrap
from tests.render.compose.text import EM, made


def lines(text: str, measure: float, wrap: Wrap = Wrap.NORMAL) -> list[str]:
    """`text` in lines of `measure` characters."""
    passage, found, start = made(text, wrap=wrap), [], 0
    while start < len(text):
        stop = line(passage, start, measure * EM, opens=True).stop
        found.append(text[start:stop].strip())
        start = stop
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一二三四五六七八", ["一二三四五", "六七八"]),
        ("一二三四五，六七八", ["一二三四", "五，六七八"]),
        ("一二三四（五六七", ["一二三四", "（五六七"]),
        ("一二三四——五六七", ["一二三四——", "五六七"]),
        ("一二三四五¹六七八", ["一二三四", "五¹六七八"]),
        ("一二三ABCDEF四五", ["一二三", "ABCDEF", "四五"]),
    ],
)
def test_a_line_of_five_is_filled_as_far_as_the_rules_allow(text: str, expected: list[str]) -> None:
    assert lines(text, 5) == expected


def test_a_mark_is_pushed_in_rather_than_out_when_that_changes_less() -> None:
    passage = made("一，二，三四五六七八九")
    assert line(passage, 0, 5.7 * EM, opens=True) == Line(6, pytest.approx(300))


def test_what_would_be_pushed_in_too_far_is_pushed_out() -> None:
    assert line(made("一，二三四五六七八九"), 0, 5.1 * EM, opens=True) == Line(5)


def test_without_pushing_in_the_line_stays_loose() -> None:
    passage = made("一，二，三四五六七八九")
    assert line(passage, 0, 5.7 * EM, opens=True, pushes=False) == Line(5)


@pytest.mark.parametrize("text", ["一二三四五六", "一二三四五六。", "一二三四五¹六。²"])
def test_no_character_is_alone_on_the_last_line(text: str) -> None:
    assert lines(text, 5)[-1].startswith("五")


def test_the_last_character_is_pushed_in_where_there_is_room() -> None:
    assert lines("一，二，三，四。", 6.8) == ["一，二，三，四。"]


def test_before_an_object_a_single_character_may_stand_alone() -> None:
    passage = made("一二三四五六", ends=False)
    assert line(passage, 0, 5 * EM, opens=True).stop == 5


def test_a_word_longer_than_the_line_sticks_out_whole() -> None:
    assert lines("ABCDEFGHIJKL一二三", 4) == ["ABCDEFGHIJKL", "一二三"]


def test_a_word_that_may_break_anywhere_fills_its_lines() -> None:
    assert lines("ABCDEFGHIJKL一二三", 4, Wrap.ANYWHERE) == ["ABCDEFGH", "IJKL一", "二三"]


def test_a_word_does_not_break_anywhere_when_text_stands_before_it() -> None:
    passage = made("ABCDEFGHIJKL一二三", wrap=Wrap.ANYWHERE)
    assert line(passage, 0, 4 * EM, opens=False).stop == 12
