"""Roles as declarations of CSS."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from docgen.render import declarations as css
from docgen.render import faces
from docgen.style import Role
from tests.render.sample import CHINESE, ENGLISH, sheet

ROLES = sheet(ENGLISH).roles


def declared(role: str, language: str = ENGLISH) -> css.Declarations:
    return css.declarations(sheet(language).roles[role], sheet(language))


def test_every_field_of_a_role_but_its_name_in_word_has_a_property() -> None:
    assert {field.name for field in fields(Role)} - {"name"} == {*css.PROPERTIES, *css.NUMBER}


def test_a_role_is_declared_in_points() -> None:
    found = declared("paragraph")
    assert (found["font-size"], found["line-height"], found["margin-bottom"]) == (
        "10pt",
        "12pt",
        "6pt",
    )
    assert (found["margin-inline-start"], found["margin-inline-end"]) == ("63.35pt", "63.35pt")
    assert found["text-align"] == "justify"


def test_wider_letters_become_space_between_letters() -> None:
    role = replace(ROLES["paragraph"], size=10, scale=103, tracking=0.2)
    assert css.letter_spacing(role) == pytest.approx(0.2975)  # measured: 0.2974
    assert css.letter_spacing(replace(role, scale=100)) == pytest.approx(0.2)


def test_a_number_at_the_start_is_as_wide_as_the_way_to_the_text() -> None:
    found = css.number_declarations(ROLES["item.2"])
    assert found["margin-inline-start"] == "23.8pt"  # from the edge of the lines, 87.1, to 110.9
    assert found["min-width"] == "21.75pt"  # to 134.65, less the gap that is always there
    assert found["text-align"] == "start"


def test_a_number_that_ends_at_its_place_is_set_back_from_the_text() -> None:
    found = css.number_declarations(ROLES["heading.1"])
    assert found["margin-inline-start"] == "-63.35pt"
    assert (found["min-width"], found["margin-inline-end"]) == ("51.1pt", "12.25pt")


def test_headings_stay_with_what_follows_and_become_bookmarks() -> None:
    found = declared("heading.2")
    assert (found["break-after"], found["bookmark-level"]) == ("avoid", "2")
    assert declared("paragraph")["bookmark-level"] == "none"


def test_chinese_is_not_slanted_but_set_in_the_face_of_emphasis() -> None:
    assert declared("table.head")["font-style"] == "italic"
    found = declared("table.head", CHINESE)
    assert found["font-style"] == "normal"
    assert found["font-family"] == faces.families("emphasis", sheet(CHINESE))
