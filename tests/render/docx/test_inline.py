"""Inline text as runs: emphasis, links, references, note marks, text still to be translated."""

from __future__ import annotations

from docgen.render.docx.inline import bare
from tests.render import sample
from tests.render.docx.opened import (
    Element,
    Opened,
    find,
    paragraphs,
    style,
    text_of,
    texts,
    value,
    word_file,
)


def paragraph(words: str, tag: str = sample.ENGLISH, part: str = "document") -> Element:
    """The first paragraph that holds `words`."""
    found = word_file(tag).find("//w:p[not(ancestor::w:sdt)]", part)
    return next(one for one in found if words in text_of(one))


def run_of(words: str, tag: str = sample.ENGLISH) -> Element:
    return next(run for run in find(paragraph(words, tag), ".//w:r") if words in text_of(run))


def codes(element: Element) -> list[str]:
    return [code.text.strip() for code in find(element, ".//w:instrText")]


# ---- emphasis and links -----------------------------------------------------------------------


def test_bold_and_emphasized_text_have_character_styles() -> None:
    assert value(run_of("Run-in heading."), "w:rPr/w:rStyle/@w:val") == "Strong"
    assert value(run_of("stresses "), "w:rPr/w:rStyle/@w:val") == "Emphasis"


def test_text_that_is_both_has_one_style_and_the_rest_directly() -> None:
    both = run_of("both")
    assert value(both, "w:rPr/w:rStyle/@w:val") == "Strong"
    assert len(find(both, "w:rPr/w:i")) == 1


def test_a_link_leads_to_its_address_in_the_colour_of_links_without_a_line() -> None:
    opened = word_file()
    link = find(paragraph("The first paragraph"), ".//w:hyperlink")[0]
    target = _address(opened, "document", value(link, "@r:id"))
    assert target == "https://docs.un.org/en/A/75/982"
    assert value(link, "w:r/w:rPr/w:rStyle/@w:val") == "Hyperlink"
    assert value(style(opened, "Hyperlink"), "w:rPr/w:color/@w:val") == "0000FF"
    assert value(style(opened, "Hyperlink"), "w:rPr/w:u/@w:val") == "none"


def test_a_link_in_a_note_is_related_to_the_part_of_the_notes() -> None:
    link = find(paragraph("Resolution", part="footnotes"), ".//w:hyperlink")[0]
    target = _address(word_file(), "footnotes", value(link, "@r:id"))
    assert target == "https://docs.un.org/en/A/RES/98/2"


def _address(opened: Opened, part: str, identity: str) -> str:
    return value(opened.relationships(part), f"*[@Id='{identity}']/@Target")


# ---- references -------------------------------------------------------------------------------


def test_a_reference_is_a_live_field_for_every_step_of_its_citation() -> None:
    cited = paragraph("See section")
    assert text_of(cited) == (
        "See section II.A, paragraph 2 (b), table 1, figure I, box 1, annex I and option a."
    )
    assert codes(cited) == [
        "REF _s_harbours \\n \\h",
        "REF _s_northern \\n \\h",
        "REF _p_list \\n \\h",
        "REF _i_neighbour \\n \\h",
        "REF _t_depths \\h",
        "REF _f_chart \\h",
        "REF _b_talk \\h",
        "REF _a_options \\h",
        "REF _o_dredge \\n \\h",
    ]


def test_a_reference_in_a_note_is_live_too() -> None:
    assert codes(paragraph("See paragraph", part="footnotes")) == ["REF _p_quays \\n \\h"]


def test_the_bookmark_of_a_label_holds_its_number_alone() -> None:
    label = paragraph("Table 1")
    marked = find(label, "w:bookmarkStart/following-sibling::*[not(self::w:bookmarkEnd)]")
    assert "".join(text_of(run) for run in marked) == "1"


# ---- notes ------------------------------------------------------------------------------------


def test_the_first_mark_of_a_note_puts_it_at_the_foot_of_its_page() -> None:
    identity = value(paragraph("The summary has a note"), ".//w:footnoteReference/@w:id")
    note = word_file().find(f"//w:footnote[@w:id='{identity}']", "footnotes")[0]
    assert text_of(note) == "\tResolution 98/2."
    assert len(find(note, ".//w:footnoteRef")) == 1


def test_a_further_mark_of_a_note_refers_to_the_first() -> None:
    again = paragraph("is cited again")
    assert codes(again) == ["NOTEREF _note_law \\f \\h"]
    assert find(again, ".//w:footnoteReference") == []
    assert text_of(again) == "The law1 is cited again; the list is:"


def test_asterisks_are_marks_that_word_does_not_count() -> None:
    reference = find(paragraph("Report of the"), ".//w:r[w:footnoteReference]")[0]
    assert value(reference, "w:footnoteReference/@w:customMarkFollows") == "1"
    assert text_of(reference) == "**"
    note = paragraph("The report was late", part="footnotes")
    assert text_of(note) == "**\tThe report was late & late < later."
    assert find(note, ".//w:footnoteRef") == []


def test_asterisks_stand_on_the_line_and_numbers_above_it() -> None:
    mark = ".//w:rPr[w:rStyle/@w:val='FootnoteReference']"
    assert find(paragraph("The law"), mark)
    assert find(paragraph("The law"), f"{mark}/w:vertAlign") == []
    note = paragraph("The report was late", part="footnotes")
    assert find(note, f"{mark}/w:vertAlign/@w:val") == ["baseline"]


def test_the_line_above_notes_is_as_long_as_that_of_the_template() -> None:
    for kind in ("separator", "continuationSeparator"):
        line = word_file().find(f"//w:footnote[@w:type='{kind}']/w:p", "footnotes")[0]
        left, right = (int(value(line, f"w:pPr/w:ind/@w:{side}")) for side in ("left", "right"))
        assert (left, 9840 - left - right) == (792, 1440)
        assert value(line, "w:pPr/w:pBdr/w:top/@w:sz") == "4"
        assert len(find(line, f"w:r[w:rPr/w:vanish]/w:{kind}")) == 1
        assert text_of(line) == ""


def test_notes_are_numbered_from_one_in_the_order_of_reading_after_the_separators() -> None:
    ids = [value(note, "@w:id") for note in word_file().find("//w:footnote", "footnotes")]
    assert ids == ["-1", "0", "1", "2", "3", "4", "5"]
    marked = [value(mark, "@w:id") for mark in word_file().find("//w:footnoteReference")]
    assert marked == ids[2:]


def test_the_mark_of_a_lettered_note_is_a_raised_reference_to_it() -> None:
    cell = paragraph("Alpha")
    assert codes(cell) == ["REF _note_b_1 \\n \\h \\* CHARFORMAT"]
    styles = {value(run, "w:rPr/w:rStyle/@w:val") for run in find(cell, "w:r[w:fldChar]")}
    assert styles == {"TableNoteReference"}


# ---- scripts and languages --------------------------------------------------------------------


def test_han_text_asks_for_the_han_forms_of_marks_that_both_scripts_have() -> None:
    assert value(run_of("南方港口", sample.CHINESE), "w:rPr/w:rFonts/@w:hint") == "eastAsia"


def test_a_document_without_han_characters_does_not_ask() -> None:
    assert word_file().find("//w:rFonts/@w:hint") == []


def test_a_passage_in_another_language_says_so_and_takes_no_han_forms() -> None:
    received = run_of("Texto en su propio", sample.CHINESE)
    assert value(received, "w:rPr/w:lang/@w:val") == "es"
    assert find(received, "w:rPr/w:rFonts/@w:hint") == []


def test_text_still_to_be_translated_is_shaded_says_so_and_keeps_its_language() -> None:
    shown = paragraph("Words still", sample.CHINESE)
    assert text_of(shown) == "[未译] Words still in another language."
    assert len(find(shown, "w:r[w:rPr/w:shd]")) == len(find(shown, "w:r")) == 2
    assert find(shown, "w:r[2]/w:rPr/w:lang/@w:val") == [sample.ENGLISH]


def test_bare_words_have_no_note_marks() -> None:
    title = sample.chart().title
    assert bare(title.inlines) == "Arrivals"
    assert texts(word_file(), "Caption")[1] == "Arrivalsa"
    assert len(paragraphs(word_file(), "Caption")) == 3
