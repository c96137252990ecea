"""Page, heads and feet, mirrored on even and odd pages, and the foot of the first page."""

from __future__ import annotations

from dataclasses import replace

from docgen.render import docx
from tests.render import sample
from tests.render.docx.opened import Opened, find, text_of, value, word_file


def part_for(kind: str, pages: str) -> str:
    """The name of the head ("header") or foot ("footer") of first, even or default pages."""
    opened = word_file()
    identity = value(opened.part("document"), f".//w:{kind}Reference[@w:type='{pages}']/@r:id")
    target = value(opened.relationships("document"), f"*[@Id='{identity}']/@Target")
    return target.removesuffix(".xml")


def line(kind: str, pages: str) -> tuple[str, str]:
    """The alignment and the words of a head or foot."""
    paragraph = word_file().find("w:p", part_for(kind, pages))[0]
    return value(paragraph, "w:pPr/w:jc/@w:val"), text_of(paragraph)


def lengths(path: str) -> dict[str, int]:
    element = word_file().find(path)[0]
    return {key.rpartition("}")[2]: int(length) for key, length in element.attrib.items()}


def test_the_page_is_that_of_the_style() -> None:
    assert lengths("//w:pgSz") == {"w": 12240, "h": 15840}
    margins = lengths("//w:pgMar")
    assert {side: margins[side] for side in ("left", "right", "bottom", "header", "footer")} == {
        "left": 1200,
        "right": 1200,
        "bottom": 1152,
        "header": 432,
        "footer": 504,
    }


def test_heads_and_feet_differ_on_the_first_on_even_and_on_odd_pages() -> None:
    assert word_file().find("//w:headerReference/@w:type") == ["default", "even", "first"]
    assert word_file().find("//w:footerReference/@w:type") == ["default", "even", "first"]
    assert len(word_file().find("//w:titlePg")) == 1
    assert len(word_file().find("//w:evenAndOddHeaders", "settings")) == 1


def test_the_symbol_stands_at_the_outer_edge_over_a_rule() -> None:
    assert line("header", "even") == ("start", "A/99/1")
    assert line("header", "default") == ("end", "A/99/1")
    assert word_file().find("//w:pBdr/w:bottom/@w:sz", part_for("header", "even")) == ["2"]


def test_the_page_stands_at_the_outer_edge_of_the_foot_and_the_job_number_within() -> None:
    assert line("footer", "even") == ("", "1/6\t44-01234")
    assert line("footer", "default") == ("", "44-01234\t1/6")


def test_pages_are_counted_by_fields() -> None:
    codes = word_file().find("//w:instrText", part_for("footer", "even"))
    assert [code.text for code in codes][:2] == [" PAGE ", " NUMPAGES "]


def test_running_heads_end_where_the_text_of_their_pages_begins() -> None:
    head = word_file().find("//w:p/w:pPr/w:spacing", part_for("header", "default"))[0]
    before, after = int(value(head, "@w:before")), int(value(head, "@w:after"))
    leading, rule = 210, 60 + 5
    assert lengths("//w:pgMar")["header"] + before + leading + rule + after == 1440


def test_the_first_foot_is_as_high_as_the_first_page_keeps_free() -> None:
    spacing = word_file().find("//w:p/w:pPr/w:spacing", part_for("footer", "first"))
    around = sum(int(length) for one in spacing for length in find(one, "@w:before | @w:after"))
    job, recycle = 240, 200
    assert lengths("//w:pgMar")["footer"] + around + job + recycle == 1728


def test_the_first_foot_has_job_line_codes_and_the_words_about_recycling() -> None:
    name = part_for("footer", "first")
    words = [text_of(one) for one in word_file().find("w:p", name)]
    assert words == ["44-01234 (E)    080744 090744", "\tPlease recycle"]
    assert len(word_file().find("//wp:anchor", name)) == 2


def test_without_a_job_number_there_is_no_bar_code() -> None:
    report = sample.report(sample.ENGLISH)
    assert report.masthead
    masthead = replace(report.masthead, job="", barcode="")
    opened = Opened(docx.write(replace(report, masthead=masthead), sample.sheet(sample.ENGLISH)))
    assert len(opened.find("//wp:anchor", part_for("footer", "first"))) == 1


def test_the_head_of_the_first_page_is_empty_because_the_masthead_is_text() -> None:
    assert line("header", "first") == ("", "")


def test_heads_and_feet_print_properties_of_the_document_as_fields() -> None:
    opened = word_file()
    names = opened.root("docProps/custom.xml").xpath("//*[local-name()='property']/@name")
    codes = [
        code.text.strip()
        for part in ("header1", "header2", "footer1", "footer2")
        for code in opened.find("//w:instrText[contains(., 'DOCPROPERTY')]", part)
    ]
    assert codes == 2 * ['DOCPROPERTY "Symbol"'] + 2 * ['DOCPROPERTY "Job number"']
    assert {"Symbol", "Job number"} <= set(names)
