"""How wide columns are: as their words ask for, and never narrower than a number or a word."""

from __future__ import annotations

import pytest

from docgen.model import Amount, Cell, Prose, Row, Text
from docgen.read.columns import columns


def cell(text: str) -> Cell:
    number = text.removeprefix("-").replace(".", "").isdigit()
    return Cell(Prose("", text, (Amount(text) if number else Text(text),)))


def shares(*rows: tuple[str, ...], head: tuple[str, ...] = (), landscape: bool = False) -> list:
    """The shares of the columns of a table with these rows."""
    body = [Row(tuple(map(cell, row))) for row in rows]
    heads = [Row(tuple(map(cell, head)))] if head else []
    return [one.share for one in columns(heads, body, (), len(rows[0]), landscape)]


def test_a_long_number_has_room_beside_long_words() -> None:
    words = "Words that go on for a line and more than that, " * 2
    _, _, number = shares((words, words, "-123456789012.55"))
    assert number * 78 >= len("(123 456 789 012.55)") - 2  # of 78 letters; a space is narrow


def test_a_word_of_usual_length_has_room_beside_long_words() -> None:
    words = "Words that go on for a line and more than that, " * 2
    assert shares((words, words, "yes"), head=("One", "Two", "Authorities"))[2] * 78 >= 9


def test_twelve_columns_of_numbers_leave_room_for_what_they_belong_to() -> None:
    first, *others = shares(("Office in the region", *["12345"] * 11), landscape=True)
    assert first * 140 >= len("Office in the region")
    assert len(set(others)) == 1


@pytest.mark.parametrize("count", [1, 2, 7, 60])
def test_shares_add_up_even_where_there_is_not_enough_room(count: int) -> None:
    found = shares(("1234567890.25",) * count)
    assert sum(found) == pytest.approx(1, abs=1e-9)
    assert min(found) > 0


def test_a_han_text_needs_no_room_for_all_of_it() -> None:
    assert shares(("一个很长的没有空格的表头栏目", "1234567"))[1] >= 9 / 78
