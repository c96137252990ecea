"""The `[compose]` table of a language."""

from __future__ import annotations

import pytest

from docgen.render.compose.facts import composition, mils
from tests.render.compose.sample import FACTS, PLAIN


@pytest.mark.parametrize("lang", ["zh", "zh-Hans", "zh-CN", "ZH-Hant-HK"])
def test_a_language_is_composed_with_all_its_variants(lang: str) -> None:
    assert composition(FACTS).composes(lang)


@pytest.mark.parametrize("lang", ["en", "zha", "z", "", None])
def test_other_languages_are_not_composed(lang: str | None) -> None:
    assert not composition(FACTS).composes(lang)


def test_the_table_of_english_composes_nothing() -> None:
    facts = composition(PLAIN)
    assert not any(facts.composes(lang) for lang in ("en", "en-GB", "zh-Hans"))


def test_marks_are_taken_one_by_one() -> None:
    assert {"（", "《", "“"} <= composition(FACTS).open
    assert {"）", "，", "”"} <= composition(FACTS).close


def test_a_fact_that_is_missing_is_refused() -> None:
    with pytest.raises(TypeError, match="orphan"):
        composition({key: value for key, value in FACTS.items() if key != "orphan"})


def test_a_fact_that_means_nothing_is_refused() -> None:
    with pytest.raises(TypeError, match="hanging"):
        composition({**FACTS, "hanging": True})


def test_lengths_are_whole_thousandths_of_a_character() -> None:
    assert [mils(0.25), mils(0.125), mils(1 / 3)] == [250, 125, 333]
