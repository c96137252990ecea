"""The contents list, and annexes."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.render import docx
from tests.render import sample
from tests.render.docx.libreoffice import Editor
from tests.render.docx.opened import Opened, find, paragraphs, text_of, texts, value, word_file


def changed(**changes: object) -> Opened:
    report = replace(sample.report(sample.ENGLISH), **changes)  # type: ignore[arg-type]
    return Opened(docx.write(report, sample.sheet(sample.ENGLISH)))


def test_entries_have_number_and_title_to_the_third_level_and_annexes_come_last() -> None:
    lines = word_file().find("//w:sdtContent/w:p")
    entries = [re.sub(r"\t\d+$", "", text_of(one)) for one in lines]
    assert entries == [
        "Contents",
        "Page",
        "I.\tIntroduction",
        "II.\tHarbours",
        "A.\tNorthern",
        "1.\tPiers",
        "B.\tSouthern",
        "Acknowledgements",
        "Annexes",
        "I.\tOptions",
        "II.\tFurther matters",
    ]


def test_the_list_is_one_field_that_word_can_update() -> None:
    content = word_file().find("//w:sdtContent")[0]
    codes = [code.text.strip() for code in find(content, ".//w:instrText")]
    assert codes[0] == 'TOC \\o "1-3" \\f C \\h \\z \\u'
    assert {code.split()[0] for code in codes[1:]} == {"PAGEREF"}
    kinds = find(content, ".//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(codes)


def test_word_is_told_to_find_the_pages_and_nothing_else() -> None:
    content = word_file().find("//w:sdtContent")[0]
    stale = find(content, ".//w:r[w:fldChar/@w:dirty='1']/following-sibling::w:r[1]/w:instrText")
    assert len(stale) == 8
    assert {code.text.split()[0] for code in stale} == {"PAGEREF"}


def test_every_entry_leads_to_its_heading() -> None:
    opened = word_file()
    anchors = opened.find("//w:sdtContent//w:hyperlink/@w:anchor")
    assert len(anchors) == 8
    assert set(anchors) <= set(opened.find("//w:bookmarkStart/@w:name"))


def test_page_numbers_stand_at_the_right_edge_after_dots() -> None:
    stop = word_file().find("//w:style[@w:styleId='TOC1']//w:tab[@w:leader='dot']", "styles")[0]
    assert (value(stop, "@w:val"), value(stop, "@w:pos")) == ("right", "9840")


def test_a_report_without_contents_or_without_headings_has_no_list() -> None:
    front = replace(sample.report(sample.ENGLISH).front, contents=False)
    assert changed(front=front).find("//w:sdt") == []
    assert changed(blocks=(), annexes=()).find("//w:sdt") == []


def test_the_head_above_the_annexes_comes_back_when_the_list_is_made_anew() -> None:
    labels = paragraphs(word_file(), "AnnexLabel")
    codes = [find(label, ".//w:instrText/text()") for label in labels]
    assert codes[0][-1].strip() == 'TC "Annexes" \\f C \\l 4 \\n'
    assert not [code for code in codes[1] if "TC" in code]
    assert texts(word_file(), "TOC4") == ["Annexes"]
    front = replace(sample.report(sample.ENGLISH).front, contents=False)
    assert "TC" not in "".join(changed(front=front).find("//w:instrText/text()"))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_list_made_anew_has_the_titles_of_annexes(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx.write(sample.report(sample.ENGLISH), sample.sheet(sample.ENGLISH)))
    text, _ = Editor(tmp_path / "profile").edit(path, [])
    listed = text.partition("Page\n")[2].splitlines()[:9]
    assert [entry.rpartition("\t")[0] for entry in listed] == [
        "I. Introduction",
        "II. Harbours",
        "A. Northern",
        "1. Piers",
        "B. Southern",
        "Carta recibida",
        "Acknowledgements",
        "Options",
        "Further matters",
    ]


def test_every_annex_begins_a_page_with_its_label() -> None:
    labels = paragraphs(word_file(), "AnnexLabel")
    assert [text_of(label) for label in labels] == ["Annex I", "Annex II"]
    assert [len(find(label, "w:pPr/w:pageBreakBefore")) for label in labels] == [1, 1]
    assert texts(word_file(sample.CHINESE), "AnnexLabel") == ["附件一", "附件二"]


def test_the_number_of_an_annex_counts_by_itself_where_fields_have_its_numerals() -> None:
    code = paragraphs(word_file(), "AnnexLabel")[1]
    assert value(code, ".//w:instrText").strip() == "SEQ Annex \\* ROMAN"


def test_a_single_annex_has_a_label_without_number() -> None:
    only = sample.report(sample.ENGLISH).annexes[1]
    assert only.number
    only = replace(only, number=replace(only.number, value=1, label="Annex", citation=()))
    assert texts(changed(annexes=(only,)), "AnnexLabel") == ["Annex"]


def test_the_language_of_the_original_stands_between_label_and_title() -> None:
    following = find(paragraphs(word_file(), "AnnexLabel")[0], "following-sibling::w:p")[:2]
    assert [text_of(one) for one in following] == ["[Original: Spanish]", "Options*"]
