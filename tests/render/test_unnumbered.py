"""Frames without number, title or head, and headings set as deeper ones, in every output."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from docgen.model import Amount, Block, Cell, Column, Prose, Row, Section, Table
from docgen.render import docx, html, text
from tests.render import sample
from tests.render.docx.opened import Opened, find, texts, value

PLAIN = Prose("", "", ())
ROW = Row((Cell(sample.prose("Posts")), Cell(Prose("", "12", (Amount("12", "12"),)))))
BARE = Table(PLAIN, None, (Column("start", 0.5), Column("end", 0.5)), (), (ROW,), numbered=False)
RUN_IN = Section(sample.prose("Run in"), (), 2, numbered=False, look=4)


def word(block: Block) -> Opened:
    document = replace(sample.report(sample.ENGLISH), summary=(), annexes=(), blocks=(block,))
    return Opened(docx.write(document, sample.sheet(sample.ENGLISH)))


def page(block: Block) -> Any:
    document = replace(sample.report(sample.ENGLISH), summary=(), annexes=(), blocks=(block,))
    return lxml_html.document_fromstring(html.write(document, sample.sheet(sample.ENGLISH)))


def test_a_table_without_head_begins_with_a_thin_rule_and_no_caption_in_word() -> None:
    made = word(BARE)
    table = find(made.part("document"), "//w:tbl[.//w:t='Posts']")[0]
    assert find(table, ".//w:tblHeader") == []
    assert value(table, "w:tblPr/w:tblLook/@w:firstRow") == "0"
    assert value(table, ".//w:tcBorders/w:top/@w:sz") == "4"
    assert texts(made, "TableTitle") == []


def test_a_table_without_head_has_neither_head_nor_caption_in_html() -> None:
    table = page(BARE).xpath("//table[.//td]")[0]
    assert table.xpath("thead | caption") == []


def test_a_table_without_number_keeps_its_title() -> None:
    titled = replace(BARE, title=sample.prose("Resources"))
    assert page(titled).xpath("string(//caption)").split() == ["Resources"]
    document = replace(sample.report(sample.ENGLISH), blocks=(titled,), annexes=())
    assert "table\t\tResources\n" in text.write(document)


def test_a_heading_that_is_set_deeper_keeps_its_rank() -> None:
    heading = page(RUN_IN).xpath("//*[contains(., 'Run in')][starts-with(name(), 'h')]")[-1]
    assert (heading.tag, heading.get("class")) == ("h3", "heading-4")
    names = find(word(RUN_IN).part("document"), "//w:p[.//w:t='Run in']/w:pPr/w:pStyle/@w:val")
    assert names == ["H4Unnumbered"]
