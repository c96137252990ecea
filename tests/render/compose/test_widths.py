"""What the space between neighbours changes by, in thousandths of a character."""

from __future__ import annotations

import pytest

from docgen.render.compose.widths import Change, at_end, changes
from tests.render.compose.text import RULES, traits

HALF = -500


def found(text: str) -> list[Change]:
    return [*changes(traits(text), RULES.changes)]


@pytest.mark.parametrize(
    "pair", ["》、", "。”", "）（", "，“", "”（", "（《", "“‘", "》《", "！”", "：“"]
)
def test_of_two_marks_side_by_side_one_loses_its_blank_half(pair: str) -> None:
    assert found(pair)[0] == Change(HALF)


def test_an_opening_mark_before_a_closing_one_keeps_its_width() -> None:
    assert found("（）")[0].after == 0


@pytest.mark.parametrize("pair", ["汉A", "A汉", "年1", "9月", "%的"])
def test_between_han_and_latin_there_is_a_quarter_that_can_shrink_to_an_eighth(pair: str) -> None:
    assert found(pair)[0] == Change(250, 125)


@pytest.mark.parametrize(
    "pair", ["汉字", "ab", "A，", "（A", "汉—", "汉 ", " 汉", "汉(", "汉¹", "¹汉"]
)
def test_there_is_no_gap_elsewhere(pair: str) -> None:
    assert found(pair)[0].after == 0


@pytest.mark.parametrize(("text", "lent"), [("，汉", 250), ("汉（", 250), ("汉字", 0), ("（汉", 0)])
def test_a_mark_beside_text_lends_half_of_its_blank(text: str, lent: int) -> None:
    assert found(text)[0].lent == lent


def test_a_mark_before_that_of_a_note_draws_it_near() -> None:
    assert found("。¹")[0] == Change(-300)


def test_what_has_no_width_is_no_neighbour() -> None:
    assert [change.after for change in found("汉\u200bA")] == [250, 0, 0]


def test_a_mark_of_a_latin_face_keeps_its_width() -> None:
    narrow = RULES.traits["”", False, False]
    assert RULES.changes[narrow, RULES.traits["，", True, False]] == Change()


def test_a_mark_loses_its_blank_half_at_the_edges_of_a_line() -> None:
    opening, closing, han = traits("（。汉")
    assert [trait.start for trait in (opening, closing, han)] == [HALF, 0, 0]
    assert [at_end(trait, 0) for trait in (opening, closing, han)] == [0, HALF, 0]


def test_a_gap_at_the_end_of_a_line_is_dropped() -> None:
    (han,) = traits("汉")
    assert at_end(han, 250) == 0
