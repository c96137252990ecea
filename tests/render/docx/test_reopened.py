"""An independent library opens the file and finds what was written."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from docgen.model import Table
from docgen.render import docx
from docgen.render.text import entries
from docgen.walk import find
from tests.render import sample

each_language = pytest.mark.parametrize("tag", sample.LANGUAGES)


def reopened(tag: str) -> python_docx.document.Document:
    data = docx.write(sample.report(tag), sample.sheet(tag))
    return python_docx.Document(io.BytesIO(data))


@each_language
def test_the_page_is_that_of_the_style(tag: str) -> None:
    page = sample.sheet(tag).page
    sections = reopened(tag).sections
    assert {(s.page_width.pt, s.page_height.pt) for s in sections} == {(page.width, page.height)}


@each_language
def test_paragraphs_of_the_model_are_paragraphs_of_the_file(tag: str) -> None:
    texts = {paragraph.text for paragraph in reopened(tag).paragraphs}
    plain = [
        e.text for e in entries(sample.report(tag)) if e.kind == "numbered" and "⟨" not in e.text
    ]
    assert plain
    assert set(plain) <= texts


@each_language
def test_tables_repeat_their_heads(tag: str) -> None:
    rows = [row for table in reopened(tag).tables for row in table.rows]
    heads = [row for row in rows if row._tr.xpath("w:trPr/w:tblHeader")]
    assert len(heads) >= sum(len(table.head) for table in find(sample.report(tag), Table))


def test_the_file_says_what_it_is_about() -> None:
    properties = reopened(sample.ENGLISH).core_properties
    assert properties.title
    assert properties.language == sample.report(sample.ENGLISH).lang
