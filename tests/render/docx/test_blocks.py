"""Blocks as paragraphs in the styles of their roles."""

from __future__ import annotations

import pytest

from tests.render import sample
from tests.render.docx.opened import find, paragraphs, text_of, texts, value, word_file


def test_numbered_paragraphs_carry_no_number_of_their_own() -> None:
    assert texts(word_file(), "SingleTxt")[:3] == [
        "Run-in heading. The first paragraph cites A/75/982 and stresses both 强调.",
        "The law1 is cited again; the list is:",
        "Dashes follow.",
    ]


def test_continued_paragraphs_have_a_style_without_number() -> None:
    assert "A continued paragraph, then another list:" in texts(word_file(), "SingleTxtContinued")


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("SingleTxtItem1", "the outer item,"),
        ("SingleTxtItem2", "inner one;"),
        ("SingleTxtItem3", "the deepest;"),
        ("Bullet1", "first dash"),
        ("Bullet2", "nested dash"),
        ("SingleTxtQuotation", "“Quoted words, one paragraph,"),
        ("HCh", "Introduction"),
        ("H1", "Northern"),
        ("H23", "Piers"),
        ("H4", "Moles"),
        ("HChUnnumbered", "Acknowledgements"),
    ],
)
def test_each_kind_of_block_has_a_style_for_its_level(style: str, words: str) -> None:
    assert texts(word_file(), style)[0] == words


def test_what_leads_to_a_list_or_a_quotation_stays_on_its_page() -> None:
    kept = [one for one in word_file().find("//w:p[w:pPr/w:keepNext]") if text_of(one)]
    words = [text_of(one) for one in kept]
    assert "The law1 is cited again; the list is:" in words
    assert "the outer item," in words
    assert "A continued paragraph, then another list:" in words
    assert not {"inner one;", "and its neighbour.", "and ending."} & set(words)


def test_a_paragraph_within_an_item_stands_under_the_lines_of_the_item() -> None:
    within = paragraphs(word_file(), "SingleTxtContinued")
    indents = [value(one, "w:pPr/w:ind/@w:left") for one in within]
    assert "1267" in indents


def test_blocks_with_an_id_can_be_referred_to() -> None:
    marked = find(paragraphs(word_file(), "SingleTxt")[0], "w:bookmarkStart/@w:name")
    assert marked == ["_p_first"]


def test_lists_in_a_frame_begin_at_its_edge() -> None:
    dash = paragraphs(word_file(), "Bullet1Framed")[0]
    assert find(dash, "ancestor::w:tc")
    style = word_file().find("//w:style[@w:styleId='Bullet1Framed']/w:pPr/w:ind", "styles")[0]
    assert value(style, "@w:left") == "709"


def test_the_direction_of_the_script_is_left_to_right_here() -> None:
    assert sample.report(sample.ENGLISH).direction == "ltr"
    assert word_file().find("//w:bidi | //w:rtl | //w:bidiVisual") == []
