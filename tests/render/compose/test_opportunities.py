"""Where a line may break; `|` shows the places."""

from __future__ import annotations

import pytest

from docgen.render.compose.opportunities import opportunities
from tests.render.compose.text import traits, unicode_breaks


def broken(text: str) -> str:
    allowed = opportunities(traits(text), unicode_breaks(text))
    return "".join("|" * may + char for char, may in zip(text, allowed, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "汉|字",
        "汉，|字。",
        "汉|（|字）|汉".replace("（|", "（"),
        "《汉|字》、|《字》",
        "他|说：|“好。”|他",
        "他|说|“好”|了",
        "“‘好’|吗？”",
        "改|革——|它|难",
        "未|完……|再",
        "约|翰·|米|勒",
        "亚|洲／太|平",
        "和/或|其|他",
        "的|UN80|和",
        "的|“UN80”|和|‘关’|UN|“好”|UN",
        "O’Brien|和",
        "他|说|‘好’|(也|说|“好”)",
        "第|5(e)|(i)|段",
        "a good thing".replace(" ", " |"),
        "字¹|字",
        "字¹²，|字",
        "好。¹|他",
        "好¹”|他",
    ],
)
def test_a_line_breaks_at_these_places_and_no_others(text: str) -> None:
    assert broken(text.replace("|", "")) == text


def test_a_mark_does_not_begin_a_line_after_a_space() -> None:
    assert broken("字 ，字") == "字 ，|字"


def test_an_opening_mark_does_not_end_a_line_with_a_space_after_it() -> None:
    assert broken("（ 字") == "（ 字"


def test_a_place_of_no_width_to_break_at_does_not_make_a_mark_begin_a_line() -> None:
    text = "字\u200b，字"
    allowed = opportunities(traits(text), [False, True, True, True])
    assert allowed == [False, False, False, True]


def test_an_address_breaks_after_a_solidus_where_it_is_told_to() -> None:
    text = "a/\u200bb/字"
    allowed = opportunities(traits(text), [False, False, False, True, False, True])
    assert allowed == [False, False, False, True, False, False]


def test_nothing_breaks_before_the_first_character() -> None:
    assert opportunities(traits("字"), [True]) == [False]
