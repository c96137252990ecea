"""Open texts as problems: each with its place in the file and in print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import approval, po
from docgen.approval import Ledger
from docgen.catalogue import Catalogue
from docgen.model import Document
from docgen.outstanding import LISTED, tell
from docgen.po import Entry
from docgen.report import Origin, Report, Severity
from tests.libraries import (
    BODY,
    CITY,
    ENTRIES,
    FRONT,
    LAW,
    LEND,
    LENDING,
    TITLE,
    TOOLS,
    catalogue,
    finished,
    requiring_approval,
    source,
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return source(tmp_path)


def told(document: Document, translation: Catalogue, *, final: bool = False) -> Report:
    """The problems of the open texts alone, after a look that the answer fits them."""
    version, _ = finished(document, translation)
    report = Report()
    assert tell(document, version, translation, report, final=final) == bool(list(report))
    return report


OPEN = catalogue(
    replace(TITLE, msgstr=""),
    replace(LENDING, msgstr=""),
    replace(LEND, msgid="Older."),
    replace(TOOLS, flags=("fuzzy",)),
    replace(CITY, msgstr=""),
    without="fn-law",
)


def test_a_final_document_is_refused_with_all_open_texts_and_where_they_stand(
    document: Document,
) -> None:
    report = told(document, OPEN, final=True)
    assert [str(error) for error in report.errors] == [
        "zh.po:3: error: meta:title (front page: title) is not translated: “Libraries”\n"
        "    Write the translation after its msgstr.",
        "zh.po:6: error: s-lending (heading 一) is not translated: “Lending”\n"
        "    Write the translation after its msgstr.",
        "zh.po:9: error: p-lend (paragraph 1, under “一. Lending”) "
        "has changed since it was translated: “Libraries lend **books**[^law] and, unde…”\n"
        "    Run `docgen i18n sync`. Revise the translation, then delete the word fuzzy.",
        "zh.po:12: error: p-tools (list item 1(a), under “一. Lending”) "
        "has a translation marked fuzzy: “See [the list](https://un.org/list).”\n"
        "    Revise the translation, then delete the word fuzzy.",
        "zh.po:18: error: t-loans.head.c1 (table cell 表1, under “一. Lending”) "
        "is not translated: “City”\n"
        "    Write the translation after its msgstr.",
        "zh.po: error: fn-law (note 1, under “一. Lending”) is not translated: “Act 7.”\n"
        "    Run `docgen i18n sync`, then translate it in this file.",
    ]


def test_a_draft_warns_of_the_same_texts(document: Document) -> None:
    final = told(document, OPEN, final=True)
    assert list(told(document, OPEN)) == [
        replace(found, severity=Severity.WARNING) for found in final
    ]


def test_a_document_in_its_own_language_has_nothing_open(document: Document) -> None:
    report = Report()
    assert not tell(document, document, Catalogue("en.po"), report, final=True)
    assert list(report) == []


def test_a_text_without_an_id_is_named_by_its_place_in_the_source(tmp_path: Path) -> None:
    document = source(tmp_path, "Nobody can refer to this.\n\n" + BODY)
    (error,) = told(document, catalogue(), final=True).errors
    assert str(error).endswith(
        "report.md:12: error: this text (number 1) has no id, so that nothing translates it: "
        "“Nobody can refer to this.”\n    Run `docgen ids --write`, then sync."
    )


def test_a_text_of_an_annex_is_found_by_the_annex_too(tmp_path: Path) -> None:
    annex = "---\ntitle: Options\nid: options\n---\n\n# Costs {#s-costs}\n\n{#p-cost}\nIt costs.\n"
    (tmp_path / "annex.md").write_text(annex, "utf-8")
    front = "---\nannexes: [annex.md]\n"
    document = source(tmp_path, front=FRONT.replace("---\n", front, 1))
    messages = [error.message for error in told(document, catalogue(), final=True).errors]
    assert [message.partition(" is not")[0] for message in messages] == [
        "options.title (annex title 附件)",
        "s-costs (heading 一, under “附件”)",
        "p-cost (paragraph 1, under “附件, 一. Costs”)",
    ]


# ---- many of them ---------------------------------------------------------------------------


@pytest.fixture
def long_source(tmp_path: Path) -> Document:
    """A document with one text more than a draft lists, beside its title."""
    paragraphs = [f"{{#p-{chr(97 + n) * 2}}}\nText {n}.\n\n" for n in range(LISTED + 1)]
    return source(tmp_path, "".join(paragraphs))


def test_a_draft_with_many_open_texts_gives_their_number(long_source: Document) -> None:
    stale = Entry("Text z.", "文", "p-aa", origin=Origin("zh.po", 8))
    report = told(long_source, Catalogue("zh.po", po.catalogue([TITLE, stale])))
    assert [str(found) for found in report] == [
        "zh.po: warning: of 22 texts, not translated: 20, out of date: 1; "
        "they are printed with a mark\n"
        "    `docgen check --lang=zh --mode=final` names them; so does the last page."
    ]


def test_a_draft_without_any_translation_says_how_to_begin_one(long_source: Document) -> None:
    assert [str(found) for found in told(long_source, Catalogue("zh.po"))] == [
        "zh.po: warning: of 22 texts, not translated: 22; they are printed with a mark\n"
        "    Run `docgen i18n sync`, then translate this file."
    ]


def test_a_final_document_names_every_open_text_however_many(long_source: Document) -> None:
    assert len(told(long_source, Catalogue("zh.po"), final=True).errors) == 22


# ---- approval -------------------------------------------------------------------------------


def approved(*entries: Entry) -> Catalogue:
    """The whole translation, in which `entries` were approved as they stand there."""
    day = date(2045, 3, 1)
    held = (
        approval.approval(one.context or "", one.msgid, one.msgstr, "Wen", day) for one in entries
    )
    return replace(catalogue(), ledger=Ledger(tuple(held)))


def test_a_final_document_needs_no_approval_unless_it_says_so(document: Document) -> None:
    assert list(told(document, catalogue(), final=True)) == []
    assert list(told(requiring_approval(document), approved(*ENTRIES), final=True)) == []


def test_a_document_that_requires_approval_is_refused_without(document: Document) -> None:
    others = [one for one in ENTRIES if one is not LAW]
    (error,) = told(requiring_approval(document), approved(*others), final=True).errors
    assert str(error) == (
        "zh.po:27: error: fn-law (note 1, under “一. 出借”) is not approved: “Act 7.”\n"
        "    Read it, then run `docgen i18n approve` for fn-law."
    )


def test_an_approval_that_is_void_says_whose_it_was(document: Document) -> None:
    others = [one for one in ENTRIES if one is not LAW]
    void = approved(*others, replace(LAW, msgstr="第六号法。"))
    (error,) = told(requiring_approval(document), void, final=True).errors
    assert "has changed since Wen approved it on 2045-03-01" in error.message


def test_a_draft_does_not_ask_for_approval(document: Document) -> None:
    assert list(told(requiring_approval(document), catalogue())) == []
