"""Numbers in words, in Han and in Roman numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.check.translation.numerals import roman, spelled
from tests.check.translation.desk import facts


@pytest.mark.parametrize(
    ("tag", "words", "value"),
    [
        ("en", "two hundred and fourteen", 214),
        ("en", "ninety-nine", 99),
        ("en", "half a million", 500_000),
        ("en", "one and a half", "1.5"),
        ("en", "three decades", 30),
        ("en", "two hundred thousand", 200_000),
        ("zh", "二百一十四", 214),
        ("zh", "十二", 12),
        ("zh", "二〇四四", 2044),
        ("zh", "三万五千", 35_000),
        ("zh", "一百零五", 105),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "soixante et onze", 71),
        ("fr", "deux cent mille", 200_000),
        ("es", "treinta y uno", 31),
        ("ru", "двадцать пять", 25),
    ],
)
def test_number_words_in_a_row_have_one_value(tag: str, words: str, value: object) -> None:
    assert Decimal(str(value)) in list(spelled(words, facts(tag).numbers))


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("XIX", 19), ("LXX", 70)])
def test_roman_numerals_add_up_and_take_off(numeral: str, value: int) -> None:
    assert roman(numeral) == value
