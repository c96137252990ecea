"""The Summary, boxes and figures."""

from __future__ import annotations

from tests.render import sample
from tests.render.docx.opened import Element, find, text_of, texts, value, word_file


def frame(title: str, tag: str = sample.ENGLISH) -> Element:
    return word_file(tag).find(f"//w:tbl[w:tblPr/w:tblCaption/@w:val='{title}']")[0]


def test_the_summary_takes_the_width_of_the_page_within_a_thin_rule() -> None:
    summary = frame("Summary")
    assert value(summary, "w:tblPr/w:tblW/@w:w") == "9840"
    assert find(summary, "w:tblPr/w:tblBorders/*/@w:sz") == ["2"] * 4


def test_the_title_of_the_summary_is_the_head_of_its_frame() -> None:
    head = find(frame("Summary"), "w:tr[w:trPr/w:tblHeader]")
    assert [text_of(one) for one in head] == ["Summary"]
    assert texts(word_file(sample.CHINESE), "SummaryTitle") == ["摘要"]


def test_paragraphs_of_the_summary_have_no_number() -> None:
    styles = find(frame("Summary"), "w:tr[2]//w:pStyle/@w:val")
    assert set(styles) == {"SingleTxtContinued"}


def test_a_box_stands_on_the_measure_with_its_label_in_its_head() -> None:
    box = frame("Talk on the quay")
    assert value(box, "w:tblPr/w:tblInd/@w:w") == "1267"
    head = find(box, "w:tr[w:trPr/w:tblHeader]//w:p")
    assert [text_of(one) for one in head] == ["Box 1", "Talk on the quay"]


def test_the_notes_of_a_box_stand_within_it() -> None:
    inside = [text_of(one) for one in find(frame("Talk on the quay"), "w:tr[2]//w:p")]
    assert inside[-1] == "As told to the harbour master."


def test_a_frame_is_never_split_in_its_head() -> None:
    heads = word_file().find("//w:tr[w:trPr/w:tblHeader]")
    assert heads
    assert [head for head in heads if not find(head, "w:trPr/w:cantSplit")] == []


def test_a_figure_fills_the_measure_and_keeps_its_proportions() -> None:
    extent = word_file().find("//wp:inline/wp:extent")[0]
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert abs(width / 12700 - 365.3) < 0.1
    assert abs(height / width - 0.5) < 0.001


def test_a_short_box_stands_on_one_page() -> None:
    rows = find(frame("Talk on the quay"), "w:tr")
    assert rows
    assert [len(find(one, "w:trPr/w:cantSplit")) for one in rows] == [1] * len(rows)
