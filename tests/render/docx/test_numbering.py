"""Native lists: definitions from label patterns, and instances only where a count starts afresh."""

from __future__ import annotations

from lxml import etree

from docgen.model import Number
from docgen.render.docx.numbering import LISTS, Numbering, first_instance
from docgen.render.docx.roles import all_roles
from tests.render import sample
from tests.render.docx.opened import find, value, word_file, xml


def numbering(tag: str = sample.ENGLISH) -> Numbering:
    sheet = sample.sheet(tag)
    return Numbering(dict(sample.report(tag).patterns), all_roles(sheet))


def number(sequence: str, value: int) -> Number:
    return Number(sequence, value, str(value))


def instances(lists: Numbering, *placed: tuple[str, int]) -> list[str | None]:
    """The instance that each of some numbered paragraphs names; None where its style does."""
    return [_instance(lists.place(role, number(role, value))) for role, value in placed]


def _instance(place: etree._Element | None) -> str | None:
    return None if place is None else value(place, "w:numId/@w:val")


def levels(tag: str, index: int) -> list[tuple[str, str]]:
    """Format and text of the levels of a definition."""
    definition = word_file(tag).find("//w:abstractNum", "numbering")[index]
    return [
        (value(level, "w:numFmt/@w:val"), value(level, "w:lvlText/@w:val"))
        for level in find(definition, "w:lvl")
    ]


# ---- definitions ------------------------------------------------------------------------------


def test_headings_are_one_list_of_four_levels_in_the_patterns_of_the_language() -> None:
    lower = [("upperLetter", "%2."), ("decimal", "%3."), ("lowerLetter", "(%4)")]
    assert levels(sample.ENGLISH, 0) == [("upperRoman", "%1."), *lower]
    assert levels(sample.CHINESE, 0) == [("chineseCountingThousand", "%1."), *lower]


def test_paragraphs_and_subparagraphs_are_one_list() -> None:
    assert levels(sample.ENGLISH, 1) == [
        ("decimal", "%1."),
        ("lowerLetter", "(%2)"),
        ("lowerRoman", "(%3)"),
        ("lowerLetter", "%4."),
    ]


def test_a_pattern_without_a_slot_is_a_bullet() -> None:
    assert set(levels(sample.ENGLISH, 2)) == {("bullet", "–")}


def test_a_number_that_ends_somewhere_is_set_to_the_right_there() -> None:
    level = word_file().find("//w:lvl", "numbering")[0]
    assert value(level, "w:lvlJc/@w:val") == "right"
    indent = find(level, "w:pPr/w:ind")[0]
    assert xml(indent) == '<w:ind w:left="1267" w:hanging="245"/>'


def test_every_definition_stands_before_every_instance() -> None:
    kinds = [etree.QName(child).localname for child in word_file().part("numbering")]
    assert kinds == sorted(kinds)


def test_the_style_of_a_role_names_the_first_instance_of_its_list() -> None:
    place = first_instance("item.2")
    assert place is not None
    assert xml(place) == '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="2"/></w:numPr>'
    assert first_instance("continued") is None
    assert len(LISTS) == 8


# ---- restarts ---------------------------------------------------------------------------------


def test_paragraphs_that_count_on_need_nothing_but_their_style() -> None:
    placed = [("paragraph", 1), ("paragraph", 2), ("paragraph", 3)]
    assert instances(numbering(), *placed) == [None, None, None]


def test_lower_levels_start_afresh_by_themselves_after_a_higher_one() -> None:
    first = [("paragraph", 1), ("item.1", 1), ("item.2", 1), ("item.1", 2), ("item.2", 1)]
    assert instances(numbering(), *first, ("paragraph", 2), ("item.1", 1)) == [None] * 7


def test_a_second_list_under_the_same_paragraph_is_a_new_instance() -> None:
    placed = [("paragraph", 1), ("item.1", 1), ("item.1", 2), ("item.1", 1), ("item.1", 2)]
    assert instances(numbering(), *placed) == [None, None, None, "9", "9"]


def test_after_such_a_list_paragraphs_go_on_in_the_first_instance() -> None:
    placed = [("paragraph", 1), ("item.1", 1), ("item.1", 1), ("paragraph", 2), ("item.1", 1)]
    assert instances(numbering(), *placed) == [None, None, "9", None, None]


def test_an_outer_list_goes_on_in_its_own_instance_after_a_restart_within_it() -> None:
    placed = [("paragraph", 1), ("item.1", 1), ("item.2", 1), ("item.2", 1), ("item.1", 2)]
    assert instances(numbering(), *placed) == [None, None, None, "9", None]


def test_an_annex_opens_an_instance_that_all_its_paragraphs_stand_in() -> None:
    placed = [("paragraph", 1), ("paragraph", 2), ("paragraph", 1), ("item.1", 1), ("paragraph", 2)]
    assert instances(numbering(), *placed) == [None, None, "9", "9", "9"]


def test_a_list_before_the_first_paragraph_leaves_nothing_to_the_word_processor() -> None:
    placed = [("item.1", 1), ("paragraph", 1), ("paragraph", 2)]
    assert instances(numbering(), *placed) == [None, "9", "9"]


def test_a_new_instance_says_at_which_level_and_value_it_starts() -> None:
    lists = numbering()
    instances(lists, ("paragraph", 1), ("item.1", 3))
    last = find(lists.content(), "w:num[last()]")[0]
    assert xml(last) == (
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    )
