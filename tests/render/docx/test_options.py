"""Option tables: a table for each option, its title repeated, its facets in their columns."""

from __future__ import annotations

from docgen.model import Facet, Paragraph
from docgen.render.docx.options import _pairs, _short
from tests.render import sample
from tests.render.docx.opened import Element, find, text_of, value, word_file


def option(title: str) -> Element:
    return word_file().find(f"//w:tbl[w:tblPr/w:tblCaption/@w:val='{title}']")[0]


def places(*pairs: str) -> list[list[str]]:
    """The rows of facets that stand at the places "s" (start), "e" (end) and "f" (full)."""
    names = {"s": "start", "e": "end", "f": "full"}
    facets = [Facet(pair, (), place=names[pair[0]]) for pair in pairs]  # type: ignore[arg-type]
    return [[facet.key for facet in row] for row in _pairs(facets)]


def test_each_option_is_a_table_whose_title_row_is_repeated() -> None:
    heads = find(option("Dredge the basin"), "w:tr[w:trPr/w:tblHeader]")
    assert [text_of(head) for head in heads] == ["Dredge the basin"]
    assert value(heads[0], "w:tc/w:tcPr/w:gridSpan/@w:val") == "2"


def test_letters_are_native_numbers() -> None:
    title = find(option("Do nothing"), "w:tr[1]//w:p")[0]
    assert value(title, "w:pPr/w:pStyle/@w:val") == "OptionTitle"
    numbered = word_file().find("//w:style[@w:styleId='OptionTitle']//w:numId", "styles")
    assert len(numbered) == 1


def test_facets_stand_side_by_side_or_at_full_width_as_their_form_says() -> None:
    rows = [
        [text_of(cell) for cell in find(row, "w:tc")]
        for row in find(option("Dredge the basin"), "w:tr")
    ]
    assert rows[1:] == [
        ["What it isa."],
        ["BenefitsDeeper water.More ships.", "ChallengesCostly."],
        ["Dredge in winter."],
        ["Viable, can proceed."],
    ]


def test_a_missing_partner_leaves_its_column_empty() -> None:
    assert places("s1", "e1") == [["s1", "e1"]]
    assert places("s1", "f1") == [["s1", ""], ["f1"]]
    assert places("f1", "e1") == [["f1"], ["", "e1"]]
    assert places("s1", "s2", "e2") == [["s1", ""], ["s2", "e2"]]


def test_headings_of_facets_keep_to_their_text() -> None:
    heading = word_file().find("//w:p[w:pPr/w:pStyle/@w:val='OptionHeading']")
    assert [text_of(one) for one in heading] == ["Benefits", "Challenges"]


def test_only_short_rows_are_kept_whole() -> None:
    def words(length: int, letter: str = "x") -> tuple[Paragraph, ...]:
        return (sample.paragraph(letter * length, form="unnumbered"),)

    assert _short(words(390), 492)
    assert not _short(words(400), 492)
    assert not _short(words(200, "港"), 492)
    assert not _short((sample.depths(),), 492)


def test_consecutive_options_are_kept_apart_by_a_gap() -> None:
    following = find(option("Dredge the basin"), "following-sibling::*")[:2]
    assert [one.tag.rpartition("}")[2] for one in following] == ["p", "tbl"]
    assert value(following[0], "w:pPr/w:pStyle/@w:val") == "Spacer"


def test_the_notes_stand_once_under_the_last_option() -> None:
    notes = word_file().find("//w:p[w:pPr/w:pStyle/@w:val='TableNoteFramed']")
    assert [text_of(note) for note in notes if not find(note, "ancestor::w:tc")] == [
        "Subject to the budget."
    ]
