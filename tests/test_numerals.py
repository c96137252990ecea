"""Numbers in the ways a label can ask for."""

import pytest

from docgen.numerals import SYSTEMS, alphabetic, han, label, roman, system


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (79, "七十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
    ],
)
def test_han_numerals_are_written_as_in_headings(value: int, text: str) -> None:
    assert han(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")]
)
def test_letters_go_on_after_z(value: int, text: str) -> None:
    assert alphabetic(value) == text


@pytest.mark.parametrize(("value", "text"), [(4, "iv"), (9, "ix"), (40, "xl"), (1994, "mcmxciv")])
def test_roman_numerals_subtract(value: int, text: str) -> None:
    assert roman(value) == text


@pytest.mark.parametrize(
    ("pattern", "value", "text"),
    [
        ("{1}.", 12, "12."),
        ("({a})", 3, "(c)"),
        ("Annex {I}", 2, "Annex II"),
        ("附件{一}", 2, "附件二"),
        ("{*}", 3, "***"),
        ("Annex", 1, "Annex"),
    ],
)
def test_a_pattern_prints_the_value_in_its_slot(pattern: str, value: int, text: str) -> None:
    assert label(pattern, value) == text


def test_the_system_of_a_pattern_is_the_symbol_in_its_slot() -> None:
    assert [system(pattern) for pattern in ("({a})", "{一}.", "Annex")] == ["a", "一", ""]


@pytest.mark.parametrize("symbol", SYSTEMS)
def test_no_two_numbers_are_printed_alike(symbol: str) -> None:
    printed = [SYSTEMS[symbol](value) for value in range(1, 1000)]
    assert len(set(printed)) == len(printed)
