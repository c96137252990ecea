"""Roles, faces and pages as a style sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import tinycss2

from docgen.render import css, faces
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, ROOT, sheet


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

SHRINKING = ("flex", "grid", "table-cell", "inline-table", "inline-block", "flow-root", "run-in")
"""Ways of display in which a box without a width is as wide as its text."""

BOTH_SIDES = (
    {"left", "right"},
    {"inset-inline-start", "inset-inline-end"},
    {"inset"},
    {"inset-inline"},
)
LABELS = {
    ".number",
    ".note::footnote-marker",
    ".distribution",
    ".foot > *",
    '[dir="rtl"] .cited',
    '[dir="rtl"] :is(.issue, .job) > .words',
    ".masthead::after",
}
"""What may shrink, since it holds a few letters; test_shrinking.py measures what is in it."""


def rules_on_paper(language: str = CHINESE, style: str = "hq") -> list[tuple[str, dict[str, str]]]:
    """Every rule of the print style sheet: its selector, and its declarations."""
    text = css.write(sheet(language, style), "print", "rtl")
    return list(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _rules(found: list[Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of a sheet, those within others included, such as the margins of pages."""
    for rule in found:
        if rule.type in ("qualified-rule", "at-rule") and rule.content:
            inner = tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            yield tinycss2.serialize(rule.prelude).strip(), _declarations(inner)
            yield from _rules(inner)


def _declarations(found: list[Any]) -> dict[str, str]:
    return {
        one.lower_name: tinycss2.serialize(one.value).strip().lower()
        for one in found
        if one.type == "declaration"
    }


def shrinks(rule: dict[str, str]) -> bool:
    """Whether a box with these declarations can be as wide as its text asks for."""
    if any("-content" in value for value in rule.values()):
        return True
    if rule.get("table-layout", "fixed") != "fixed" or rule.get("float", "footnote") != "footnote":
        return True
    shown = rule.get("display", "").split()
    apart = rule.get("position") in ("absolute", "fixed") and not _stretched(rule)
    columns = "column-width" in rule or "columns" in rule
    mark = any(word.removeprefix("inline-") in SHRINKING for word in shown) or (
        "inline-block" in shown
    )
    empty = rule.get("content") == '""'
    return columns or (not empty and (mark or apart) and rule.get("width", "auto") == "auto")


def _stretched(rule: dict[str, str]) -> bool:
    """Whether both sides of a box that stands apart are fixed."""
    return any(sides <= rule.keys() for sides in BOTH_SIDES)


@pytest.mark.parametrize("style", ["hq", "geneva"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_paper_shrinks_to_fit_its_text(language: str, style: str) -> None:
    rules = rules_on_paper(language, style)
    assert len(rules) > 50
    assert {selector for selector, rule in rules if shrinks(rule)} <= LABELS


FOOLS = (
    "display: flex",
    "display: inline flex",
    "display: INLINE-GRID",
    "display: inline-block",
    "display: table-cell",
    "display: flow-root",
    "float: left",
    "float: inline-start",
    "position: absolute; left: 0",
    "position: fixed",
    "table-layout: auto; width: 100%",
    "width: min-content",
    "max-width: max-content",
    "inline-size: fit-content(3em)",
    "flex-basis: content; width: min-content",
    "grid-template-columns: min-content 1fr",
    "columns: 2",
    "display: inline-block; width: auto",
)
SOUND = (
    "display: block",
    "display: inline-block; width: 3em",
    "position: absolute; left: 0; right: 0",
    "position: absolute; width: 72pt",
    "float: footnote",
    "table-layout: fixed",
    "display: none",
)


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [*((one, True) for one in FOOLS), *((one, False) for one in SOUND)],
)
def test_the_test_before_is_not_fooled(declarations: str, expected: bool) -> None:
    for text in (f"p {{ {declarations} }}", f"@media print {{ p {{ {declarations} }} }}"):
        found = _rules(tinycss2.parse_stylesheet(text))
        assert any(shrinks(rule) for _, rule in found) is expected


def test_no_template_writes_widths_but_those_of_columns() -> None:
    for path in (ROOT / "styles" / "templates").rglob("*.j2"):
        for line in path.read_text("utf-8").splitlines():
            assert "style=" not in line or line.strip().startswith("<col style=")


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
