"""Numbers, dates and times are compared by value, in six languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.translation.quantities import quantities
from tests.check.translation.desk import keys, passage, told, unescaped

FILE = Path(__file__).with_name("right.tsv")
RIGHT = [
    line.split("\t") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize(("tag", "source", "other", "target"), RIGHT)
def test_the_same_values_in_the_manner_of_each_language_are_the_same(
    tag: str, source: str, other: str, target: str
) -> None:
    assert told(source, tag, target, other, rows=()) == []


@pytest.mark.parametrize(
    ("tag", "source", "other", "target"),
    [
        ("en", "It cost $12 million.", "zh", "费用为1.2亿美元。"),
        ("en", "It cost $12 million.", "fr", "Le coût est de 12 milliards de dollars."),
        ("en", "It cost $12 million.", "es", "Costó 12 mil millones de dólares."),
        ("en", "It cost $12 million.", "ru", "Это стоило 12 млрд долл."),
        ("en", "It cost $12 million.", "ar", "بلغت التكلفة 12 بليون دولار."),
        ("en", "It began on 8 July.", "ru", "Это началось 8 июня."),
        ("en", "It began on 8 July.", "ar", "بدأ ذلك في 8 حزيران/يونيه."),
        ("zh", "第十二段和第13段。", "en", "Paragraphs 12 and 14."),
    ],
)
def test_another_value_is_told(tag: str, source: str, other: str, target: str) -> None:
    assert "numbers" in keys(told(source, tag, target, other, rows=()))


def test_both_sides_of_a_difference_are_named_as_they_are_written() -> None:
    assert told("Some 2.4 billion people came.", "en", "来了2.4亿人。", "zh") == [
        "numbers: u does not say 2.4 billion and says 2.4亿, which its source does not",
    ]


def test_a_number_that_its_source_says_in_words_may_stand_in_figures() -> None:
    assert told("Eleven of them came.", "en", "其中11个来了。", "zh") == []


def test_numbers_in_symbols_references_and_addresses_are_no_numbers_of_the_text() -> None:
    source = "See A/99/412, paragraph [](#p-9), and <https://example.org/12>."
    target = "见A/99/412、第[](#p-9)段和<https://example.org/12>。"
    assert told(source, "en", target, "zh") == []


def test_a_month_without_a_figure_is_only_allowed_for() -> None:
    assert told("It may begin in May.", "en", "可能于5月开始。", "zh") == []
    assert told("It may begin in May.", "en", "可能很快开始。", "zh") == []
    assert "numbers" in keys(told("It may begin in May.", "en", "可能于6月开始。", "zh"))


def test_a_sign_of_a_thousand_and_a_decimal_sign_are_told_apart() -> None:
    def values(text: str, tag: str) -> list[str]:
        found = quantities(passage(unescaped(text), tag)).required
        return [value for each in found for value in sorted(each.values)]

    assert values("1,234.5 and 12,34", "en") == ["1234.5", "12", "34"]
    assert values("1.234,5 y 12.34", "es") == ["1234.5", "12", "34"]
    assert values(r"1\u202f234,5 et 12,34", "fr") == ["1234.5", "12.34"]
    assert values("1 234.5和2044 300", "zh") == ["1234.5", "2044", "300"]
    assert values("1,234.5 و 12,5", "ar") == ["1234.5", "12.5"]
