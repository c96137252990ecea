"""Roles, faces and pages as a style sheet."""

from __future__ import annotations

from typing import Any

import pytest
import tinycss2

from docgen.render import css, faces
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, sheet


def test_indents_in_a_frame_count_from_its_edge() -> None:
    text = css.write(sheet(ENGLISH), "screen")
    assert ".frame .dash-1 { margin-inline-start: 35.45pt; margin-inline-end: 0pt }" in text


# ---- faces ----------------------------------------------------------------------------------


def test_an_unrestricted_family_goes_by_its_own_name() -> None:
    assert (
        faces.families("text", sheet(ENGLISH)) == '"Liberation Serif", "Noto Serif CJK SC", serif'
    )
    assert not list(faces.rules(sheet(ENGLISH)))


def test_a_family_without_its_own_marks_goes_by_the_name_of_its_use() -> None:
    found = faces.families("quotation", sheet(CHINESE))
    assert found == '"docgen-quotation-1", "docgen-quotation-2", "Noto Serif CJK SC", serif'


def rules_of(family: str) -> list[str]:
    found = faces.rules(sheet(CHINESE))
    return [rule for rule in found if f'font-family: "{family}"' in rule]


def test_marks_that_the_next_family_supplies_are_left_out() -> None:
    [regular, *others] = rules_of("docgen-text-1")
    assert 'src: local("Liberation Serif");' in regular
    ranges = regular.partition("unicode-range: ")[2]
    assert ranges.startswith("U+20-B6, U+B8-2013, U+2015-2017, U+201A-201B, U+201E-2025")
    assert any("font-weight: bold" in rule and "Liberation Serif Bold" in rule for rule in others)


def test_a_family_for_han_alone_has_no_other_characters() -> None:
    assert "unicode-range: U+3400-9FFF }" in rules_of("docgen-emphasis-2")[0]


def test_paper_has_no_rules_for_faces_since_its_fonts_bear_their_names() -> None:
    assert "@font-face" in css.write(sheet(CHINESE), "screen")
    assert "@font-face" not in css.write(sheet(CHINESE), "print")


# ---- pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_us_letter_and_its_head_pushes_the_text_down(language: str) -> None:
    text = css.write(sheet(language), "print")
    assert "@page { size: 612pt 792pt; margin: 75.05pt 60pt 57.6pt 60pt }" in text
    assert "@page :first { margin-top: 21.6pt; margin-bottom: 86.4pt }" in text


def test_the_screen_has_no_pages() -> None:
    assert "@page" not in css.write(sheet(ENGLISH), "screen")


# ---- widths ---------------------------------------------------------------------------------
# The page engine finds the least width of Han text letter by letter, so that a box which shrinks to
# fit its text takes minutes: 60 to 80 seconds for 20 paragraphs.

SHRINKING = {"flex", "inline-flex", "grid", "inline-grid", "table-cell", "inline-table"}


def rules_on_paper() -> list[tuple[str, dict[str, str]]]:
    """Every rule of the print style sheet: its selector, and its declarations."""
    found = tinycss2.parse_stylesheet(
        css.write(sheet(CHINESE), "print"), skip_comments=True, skip_whitespace=True
    )
    return [
        (tinycss2.serialize(rule.prelude).strip(), _declarations(rule.content))
        for rule in found
        if rule.type == "qualified-rule"
    ]


def _declarations(content: list[Any]) -> dict[str, str]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {
        one.name: tinycss2.serialize(one.value).strip()
        for one in found
        if one.type == "declaration"
    }


def test_nothing_on_paper_shrinks_to_fit_its_text() -> None:
    rules = rules_on_paper()
    assert len(rules) > 50
    for selector, rule in rules:
        empty = rule.get("content") == '""'
        assert empty or rule.get("display") not in SHRINKING, selector
        assert rule.get("float", "footnote") == "footnote", selector
        assert rule.get("table-layout", "fixed") == "fixed", selector
        assert "content" not in rule.get("width", ""), selector


def test_tables_have_fixed_columns() -> None:
    assert ("fixed", "100%") in [
        (rule.get("table-layout"), rule.get("width"))
        for selector, rule in rules_on_paper()
        if selector == "table"
    ]


def test_the_rule_above_notes_stands_at_the_right_where_text_runs_from_there() -> None:
    at_right = "background-position: right 39.6pt"
    assert at_right in css.write(sheet(ENGLISH), "print", "rtl")
    assert at_right not in css.write(sheet(ENGLISH), "print")
