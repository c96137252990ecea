"""Roles as Word styles: their names, and every typographic field as a property."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from docgen.render.docx import numbering, styles, template
from docgen.render.docx.roles import all_roles
from docgen.style import Role, Stylesheet
from tests.render import sample
from tests.render.docx.opened import Element, find, style, value, word_file, xml


def made(**changes: object) -> Element:
    """The style of a role that differs from Normal in `changes`."""
    sheet = sample.sheet(sample.ENGLISH)
    base = sheet.roles["base"]
    role = replace(base, name="Probe", **changes)  # type: ignore[arg-type]
    content = styles.content(sheet, template.load(sheet), {"base": base, "probe": role}, "ltr")
    return find(content, "w:style[@w:styleId='Probe']")[0]


def inner(element: Element, group: str) -> str:
    return "".join(xml(child) for child in find(element, f"w:{group}/*"))


def test_every_field_of_a_role_has_a_property() -> None:
    known = {*styles.PARAGRAPH, *styles.RUN, *numbering.LEVEL, "name"}
    assert known == {field.name for field in fields(Role)}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("leading", 15.0, '<w:spacing w:line="300"/>'),
        ("before", 6.0, '<w:spacing w:before="120"/>'),
        ("after", 12.0, '<w:spacing w:after="240"/>'),
        ("left", 63.35, '<w:ind w:left="1267"/>'),
        ("right", 63.0, '<w:ind w:right="1260"/>'),
        ("align", "justify", '<w:jc w:val="both"/>'),
        ("keep_next", True, "<w:keepNext/><w:keepLines/>"),
        ("outline", 2, '<w:outlineLvl w:val="1"/>'),
    ],
)
def test_a_field_of_paragraphs_is_written_in_the_units_of_word(
    field: str, value: object, expected: str
) -> None:
    assert inner(made(**{field: value}), "pPr") == expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("size", 8.5, '<w:sz w:val="17"/><w:szCs w:val="17"/>'),
        ("bold", True, "<w:b/><w:bCs/>"),
        ("italic", True, '<w:rFonts w:eastAsia="KaiTi"/><w:i/><w:iCs/>'),
        ("scale", 96.0, '<w:w w:val="96"/>'),
        ("tracking", -0.1, '<w:spacing w:val="-2"/>'),
        ("color", "#0000ff", '<w:color w:val="0000FF"/>'),
    ],
)
def test_a_field_of_letters_is_written_in_the_units_of_word(
    field: str, value: object, expected: str
) -> None:
    assert inner(made(**{field: value}), "rPr") == expected


def test_a_number_before_the_text_hangs_and_the_text_stands_at_a_tab() -> None:
    hung = made(left=98.8, number_at=87.1, tab=98.8)
    assert inner(hung, "pPr") == (
        '<w:tabs><w:tab w:val="left" w:pos="1976"/></w:tabs><w:ind w:left="1976" w:hanging="234"/>'
    )


def test_a_style_says_nothing_that_normal_says_already() -> None:
    assert find(made(), "w:pPr | w:rPr") == []


def test_built_in_styles_keep_the_ids_and_names_of_word() -> None:
    found = {
        identity: value(style(word_file(), identity), "w:name/@w:val")
        for identity in ("Header", "Footer", "FootnoteText", "Caption", "TOC1", "PageNumber")
    }
    assert found == {
        "Header": "header",
        "Footer": "footer",
        "FootnoteText": "footnote text",
        "Caption": "caption",
        "TOC1": "toc 1",
        "PageNumber": "page number",
    }
    assert find(style(word_file(), "Header"), "@w:customStyle") == []


def test_styles_of_the_template_keep_their_names() -> None:
    single = style(word_file(), "SingleTxt")
    assert value(single, "w:name/@w:val") == "__Single Txt"
    assert find(single, "@w:customStyle") == ["1"]


def test_the_styles_of_numbered_roles_name_their_list() -> None:
    heading = style(word_file(), "H1")
    assert xml(find(heading, "w:pPr/w:numPr")[0]) == (
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    )


def test_a_numbered_paragraph_follows_a_heading() -> None:
    assert value(style(word_file(), "HCh"), "w:next/@w:val") == "SingleTxt"


def test_a_character_style_says_all_because_it_can_stand_in_any_paragraph() -> None:
    run = find(style(word_file(sample.CHINESE), "MastheadSymbol"), "w:rPr/*")
    assert {child.tag.rpartition("}")[2] for child in run} >= {"rFonts", "sz", "w", "spacing", "b"}


# ---- Chinese ----------------------------------------------------------------------------------


def chinese() -> Stylesheet:
    return sample.sheet(sample.CHINESE)


def test_han_characters_are_never_slanted() -> None:
    summary = style(word_file(sample.CHINESE), "SummaryTitle")
    assert find(summary, "w:rPr/w:i[not(@w:val='0')]") == []
    assert find(summary, "w:rPr/w:rFonts/@w:eastAsia") == [chinese().faces["emphasis"].word_han]


def test_emphasis_is_another_face_in_chinese_and_slanted_in_english() -> None:
    emphasis = style(word_file(sample.CHINESE), "Emphasis")
    assert value(emphasis, "w:rPr/w:rFonts/@w:eastAsia") == "KaiTi"
    assert find(emphasis, "w:rPr/w:i/@w:val") == ["0"]
    assert len(find(style(word_file(), "Emphasis"), "w:rPr/w:i[not(@w:val)]")) == 1


def test_the_document_names_the_fonts_and_languages_of_both_scripts() -> None:
    opened = word_file(sample.CHINESE)
    fonts = opened.find("//w:docDefaults//w:rFonts", "styles")[0]
    assert find(fonts, "@w:ascii | @w:eastAsia") == ["Times New Roman", "SimSun"]
    language = opened.find("//w:docDefaults//w:lang", "styles")[0]
    assert find(language, "@w:val | @w:eastAsia") == ["en-US", "zh-CN"]


def test_lines_break_by_the_rules_of_east_asia_and_stand_on_no_grid() -> None:
    normal = style(word_file(sample.CHINESE), "Normal")
    rules = "w:pPr/w:kinsoku | w:pPr/w:overflowPunct | w:pPr/w:autoSpaceDE"
    assert len(find(normal, rules)) == 3
    assert word_file(sample.CHINESE).find("//w:docGrid") == []


def test_every_derived_role_has_a_name_of_its_own() -> None:
    roles = all_roles(chinese())
    assert len({role.name for role in roles.values()}) == len(roles)
