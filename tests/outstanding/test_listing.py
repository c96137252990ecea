"""The last page of a draft: which texts are open, and where they are printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen import style as styles
from docgen.catalogue import Catalogue
from docgen.check import web, word
from docgen.model import CrossRef, Document, Section, Table
from docgen.outstanding import with_list
from docgen.outstanding.listing import NO_ID, STATES
from docgen.render import docx, html
from docgen.render.text import entries
from docgen.units import KINDS
from docgen.walk import find
from tests.libraries import (
    BODY,
    CITY,
    LAW,
    LEND,
    ROOT,
    TITLE,
    TOOLS,
    bundle,
    catalogue,
    finished,
    source,
)

LONG = "A paragraph that is long enough to be cut where forty signs have been shown of it."


def listed(document: Document, translation: Catalogue) -> Document:
    version, _ = finished(document, translation)
    return with_list(version, document, bundle())


def rows(version: Document) -> list[str]:
    """The rows of the list as printed, the head first."""
    last = replace(
        version, masthead=None, summary=(), blocks=(), annexes=(), outstanding=version.outstanding
    )
    return [entry.text for entry in entries(last) if entry.kind == "row"]


@pytest.fixture
def open_version(tmp_path: Path) -> Document:
    translation = catalogue(
        replace(TITLE, msgstr=""),
        replace(LEND, msgid="Older."),
        replace(TOOLS, flags=("fuzzy",)),
        replace(CITY, msgstr=""),
        without="fn-law",
    )
    return listed(source(tmp_path), translation)


def test_each_open_text_is_listed_once_in_the_order_of_printing(open_version: Document) -> None:
    assert rows(open_version) == [
        "编号 | 类别 | 开头 | 状态 | 标识",
        " | 首页 | Libraries | 未译 | meta:title",
        "1 | 段落 | 图书馆出借书籍，并依照第1(a)段出借工具。 | 待核 | p-lend",
        "1 | 注 | Act 7. | 未译 | fn-law",
        "1(a) | 列举项 | 见清单。 | 待核 | p-tools",
        "表1 | 表格单元 | City | 未译 | t-loans.head.c1",
    ]


def test_the_list_says_how_many_texts_are_in_which_state(open_version: Document) -> None:
    (section,) = open_version.outstanding
    assert isinstance(section, Section)
    (table,) = find(section, Table)
    assert section.title.source == "待译或待核的文字"
    assert table.title.source == "未译：3处；待核：2处"


def test_the_number_of_a_paragraph_leads_to_it(open_version: Document) -> None:
    assert [link.target for link in find(open_version.outstanding, CrossRef)] == [
        "p-lend",
        "p-tools",
    ]


def test_a_long_text_is_cut_and_a_text_without_an_id_is_listed_too(tmp_path: Path) -> None:
    version = listed(source(tmp_path, f"{LONG}\n\n{BODY}"), catalogue())
    assert rows(version)[1:] == [
        "1 | 无标识的文字 | A paragraph that is long enough to be cu… | 未译 | "
    ]


def test_a_complete_translation_has_no_last_page(tmp_path: Path) -> None:
    assert listed(source(tmp_path), catalogue()).outstanding == ()


def test_every_word_of_the_list_is_worded() -> None:
    kinds = {kind.partition(":")[0] for table in KINDS.values() for kind in table.values()}
    phrases = {*kinds, *STATES.values(), NO_ID, "Number", "Kind", "Begins", "State", "Id"}
    for tag in ("en", "zh"):
        assert phrases <= set(bundle(tag).words)


def test_the_page_and_the_word_file_have_the_list(open_version: Document) -> None:
    sheet = styles.load(ROOT / "styles", "hq", bundle())
    page = "".join(one.text for one in web.read(html.write(open_version, sheet)))
    file = "".join(one.text for one in word.read(docx.write(open_version, sheet)))
    for printed in (page, file):
        assert "未译：3处；待核：2处" in printed.replace(" ", "")
        assert "t-loans.head.c1" in printed


def test_open_texts_are_marked_where_they_stand(open_version: Document) -> None:
    sheet = styles.load(ROOT / "styles", "hq", bundle())
    page = html.write(open_version, sheet)
    assert page.count('class="words draft"') == 5
    file = "".join(one.text for one in word.read(docx.write(open_version, sheet)))
    assert file.count("[未译]") == 3
    assert LAW.msgid in file
