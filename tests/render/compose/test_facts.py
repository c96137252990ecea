"""The `[compose]` table of a language."""

from __future__ import annotations

import pytest

from docgen.render.compose.facts import composition, mils
from tests.render.compose.sample import FACTS, PLAIN
from tests.render.compose.text import chinese


@pytest.mark.parametrize("lang", ["zh", "zh-Hans", "zh-CN", "ZH-Hant-HK"])
def test_a_language_is_composed_with_all_its_variants(lang: str) -> None:
    assert chinese().composes(lang)


@pytest.mark.parametrize("lang", ["en", "zha", "z", "", None])
def test_other_languages_are_not_composed(lang: str | None) -> None:
    assert not chinese().composes(lang)


def test_the_table_of_english_is_of_word_spaces_alone() -> None:
    assert composition(PLAIN) == (None, 0.33)


def test_both_kinds_of_lines_can_be_in_one_table() -> None:
    assert composition(FACTS | PLAIN) == (chinese(), 0.33)
    assert composition(FACTS)[1] == 0


def test_marks_are_taken_one_by_one() -> None:
    assert {"（", "《", "“"} <= chinese().open
    assert {"）", "，", "”"} <= chinese().close


def test_a_fact_that_is_missing_is_refused() -> None:
    with pytest.raises(TypeError, match="orphan"):
        composition({key: value for key, value in FACTS.items() if key != "orphan"})


def test_a_fact_that_means_nothing_is_refused() -> None:
    with pytest.raises(TypeError, match="hanging"):
        composition({**FACTS, "hanging": True})
    with pytest.raises(TypeError, match="word_squeze"):
        composition({"word_squeze": 0.33})


def test_lengths_are_whole_thousandths_of_a_character() -> None:
    assert [mils(0.25), mils(0.125), mils(1 / 3)] == [250, 125, 333]
