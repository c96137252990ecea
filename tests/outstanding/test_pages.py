"""The last page of a draft in finished files."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

from docgen import style as styles
from docgen.check import pdf as tagged
from docgen.check import web, word
from docgen.check.matterhorn import findings
from docgen.check.word import Printed
from docgen.model import Document
from docgen.outstanding import with_list
from docgen.render import docx, html, pdf
from docgen.render.text import entries
from docgen.style import Stylesheet
from tests.libraries import CITY, LEND, ROOT, TITLE, bundle, catalogue, finished, source

TITLE_OF_THE_LIST = "待译或待核的文字"


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Document:
    document = source(tmp_path_factory.mktemp("libraries"))
    translation = catalogue(
        replace(TITLE, msgstr=""),
        replace(LEND, msgid="Older."),
        replace(CITY, msgstr=""),
        without="fn-law",
    )
    return with_list(finished(document, translation)[0], document, bundle())


@pytest.fixture(scope="module")
def sheet() -> Stylesheet:
    return styles.load(ROOT / "styles", "hq", bundle())


@pytest.fixture(scope="module")
def paper(draft: Document, sheet: Stylesheet) -> bytes:
    return pdf.write(draft, sheet).data


def rows(draft: Document) -> list[str]:
    """The printed rows of the list, without white space."""
    printed = [entry for entry in entries(draft) if entry.kind == "row"]
    start = next(at for at, entry in enumerate(printed) if "编号" in entry.text)
    return [re.sub(r"\s|\|", "", entry.text) for entry in printed[start:]]


def said(printed: list[Printed]) -> str:
    return re.sub(r"\s", "", "".join(f"{one.label}{one.text}" for one in printed))


def test_the_list_begins_a_page_of_its_own_and_is_the_last(paper: bytes) -> None:
    document = pypdfium2.PdfDocument(paper)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert [TITLE_OF_THE_LIST in text for text in pages] == [*[False] * (len(pages) - 1), True]
    assert "t-loans.head.c1" in pages[-1]


def test_a_draft_with_a_list_is_as_accessible_as_a_final_document(paper: bytes) -> None:
    assert findings(paper) == []


def test_the_heading_of_the_list_is_a_bookmark(paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "draft.pdf").write_bytes(paper)
    with pikepdf.open(tmp_path / "draft.pdf") as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root][-1] == TITLE_OF_THE_LIST


def test_every_output_has_the_rows_of_the_list(
    draft: Document, sheet: Stylesheet, paper: bytes
) -> None:
    outputs = {
        "pdf": said(list(tagged.read(paper))),
        "docx": said(list(word.read(docx.write(draft, sheet)))),
        "html": said(list(web.read(html.write(draft, sheet)))),
    }
    for text in outputs.values():
        assert TITLE_OF_THE_LIST in text
        assert "未译：3处；待核：1处" in text
        assert all(row in text for row in rows(draft))


def test_the_list_begins_a_page_in_word_too(draft: Document, sheet: Stylesheet) -> None:
    with_page = docx.write(draft, sheet)
    without = docx.write(replace(draft, outstanding=()), sheet)
    assert word_breaks(with_page) == word_breaks(without) + 1


def word_breaks(data: bytes) -> int:
    with ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").count(b"<w:pageBreakBefore/>")
