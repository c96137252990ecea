"""All lines of a paragraph at once: widths in characters."""

from __future__ import annotations

import pytest

from docgen.render.compose import breaker
from docgen.render.compose.course import Rooms, course
from tests.render.compose.text import EM, made


def lines(text: str, measure: float) -> list[str]:
    """`text` in lines of `measure` characters, broken for the whole paragraph."""
    found = course(made(text), Rooms(0, round(measure * EM), round(measure * EM), True))
    ends = {rooms.start: one.stop for rooms, one in found.items()}
    return [text[start : ends[start]] for start in sorted(ends)]


def filled(text: str, measure: float) -> list[str]:
    """`text` in lines filled one by one."""
    passage, found, start = made(text), list[str](), 0
    while start < len(text):
        stop = breaker.line(passage, start, measure * EM, opens=True).stop
        found.append(text[start:stop])
        start = stop
    return found


def test_lines_that_fill_well_are_filled_one_by_one() -> None:
    text = "一二三四五六七八九十" * 3
    assert lines(text, 10) == filled(text, 10)


def test_a_loose_line_is_spared_by_breaking_the_one_before_it_earlier() -> None:
    text = "一二三四五，六七八九十一二三，四五六七ABCDEFGHIJKL一二三四五六七八"
    assert filled(text, 10) != lines(text, 10)


def test_a_character_that_would_be_alone_takes_others_from_all_lines() -> None:
    text = "一，二三四五六七，八九" * 3 + "十"
    assert len(lines(text, 10)[-1]) > 1


def test_marks_give_half_of_themselves_where_a_line_would_be_very_loose_otherwise() -> None:
    text = "一，二，三，四五ABCDE一二"
    (first,) = course(made(text), Rooms(0, 11700, 11700, True)).values()
    assert first.squeeze > made(text).extent(0, first.stop, opens=True).give


def test_all_lines_but_the_first_have_the_room_of_others() -> None:
    found = course(made("一二三四五六七八九十一二"), Rooms(0, 4000, 6000, True))
    assert [(rooms.start, rooms.room, rooms.opens) for rooms in found] == [
        (0, 4000, True),
        (4, 6000, True),
        (10, 6000, True),
    ]


def test_what_is_lent_may_be_taken_to_the_last_bit() -> None:
    passage = made("一，二三四五六七八九十一二三")
    width, give = passage.extent(0, 7, opens=True)
    room = round(width - give)
    rooms = Rooms(0, room, room, True)
    assert course(passage, rooms)[rooms].stop <= 7


@pytest.mark.parametrize("measure", [4, 5, 6, 8.5, 12])
@pytest.mark.parametrize(
    "text", ["《一》《一》一", "ABCDEFGHIJKLMNOP一二", "一、二、三、四、五、六、七。"]
)
def test_nothing_is_lost(text: str, measure: float) -> None:
    assert "".join(lines(text, measure)) == text
