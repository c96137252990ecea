"""Putting a document into another language."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from docgen import po
from docgen.bundle import FACTS, Bundle
from docgen.catalogue import Catalogue
from docgen.localize import localize
from docgen.model import Document, Prose, Table, Text
from docgen.po import Entry
from docgen.read import read
from docgen.report import Origin, Report
from docgen.units import plain, units
from docgen.walk import find

LOCALES = Path(__file__).parents[1] / "locales"

FRONT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-03-01
source: en
title: Libraries
---

"""

BODY = """{#p-lend}
Libraries lend **books**[^law] and, under [](#p-tools), *tools*.

{#p-tools}
See [the list](https://un.org/list).

::: {lang=es .as-received}
Recibido así.
:::

[^law]: Act 7.
"""

TITLE = Entry("Libraries", "图书馆", "meta:title", origin=Origin("zh.po", 3))
LEND = Entry(
    "Libraries lend **books**[^law] and, under [](#p-tools), *tools*.",
    "图书馆出借**书籍**[^law]，并依照第[](#p-tools)段出借*工具*。",
    "p-lend",
    origin=Origin("zh.po", 8),
)
TOOLS = Entry(
    "See [the list](https://un.org/list).",
    "见[清单](https://un.org/list)。",
    "p-tools",
    origin=Origin("zh.po", 13),
)
LAW = Entry("Act 7.", "第7号法。", "fn-law", origin=Origin("zh.po", 18))
ENTRIES = (TITLE, LEND, TOOLS, LAW)


@pytest.fixture
def source(tmp_path: Path) -> Document:
    (tmp_path / "report.md").write_text(FRONT + BODY, "utf-8")
    return read(tmp_path, Report())


def bundle(tag: str = "zh") -> Bundle:
    folder = LOCALES / tag
    return Bundle(tag, folder, tomllib.loads((folder / FACTS).read_text("utf-8")), {})


def catalogue(*changed: Entry, without: str = "") -> Catalogue:
    """The whole translation with some of its entries changed, and without one."""
    entries = {**po.catalogue(ENTRIES), **po.catalogue(changed)}
    return Catalogue("zh.po", {id: entry for id, entry in entries.items() if id != without})


def chinese(source: Document, translation: Catalogue) -> tuple[dict[str, Prose], Report]:
    """The prose of the Chinese version by id, and the report."""
    report = Report()
    version = localize(source, translation, bundle(), report)
    return {prose.id: prose for prose in find(version, Prose)}, report


# ---- the version ----------------------------------------------------------------------------


def test_a_document_in_its_own_language_stays_as_it_is(source: Document) -> None:
    report = Report()
    version = localize(source, Catalogue("en.po"), bundle("en"), report)
    assert version == replace(source, language="en", lang="en-GB", direction="ltr")
    assert list(report) == []


def test_a_version_has_the_codes_of_its_language(source: Document) -> None:
    version = localize(source, catalogue(), bundle(), Report())
    assert (version.language, version.lang, version.direction) == ("zh", "zh-Hans", "ltr")
    assert version.front.source == "en"


def test_every_unit_is_replaced_by_its_translation(source: Document) -> None:
    found, report = chinese(source, catalogue())
    assert [found[unit.id].source for unit in units(source)] == [e.msgstr for e in ENTRIES]
    assert {found[unit.id].state for unit in units(source)} == {"translated"}
    assert plain(found["p-tools"]) == "见清单。"
    assert list(report) == []


def test_a_translation_stands_where_its_translator_finds_it(source: Document) -> None:
    found, _ = chinese(source, catalogue())
    assert found["p-lend"].origin == Origin("zh.po", 8)


def test_a_translation_is_a_line_of_text_whatever_it_begins_with(source: Document) -> None:
    found, _ = chinese(source, catalogue(replace(LAW, msgstr="7. 第7号法")))
    assert found["fn-law"].inlines == (Text("7. 第7号法"),)


def test_a_part_reproduced_as_received_stays_in_its_language(source: Document) -> None:
    found, _ = chinese(source, catalogue())
    assert (found[""].source, found[""].language, found[""].state) == (
        "Recibido así.",
        "es",
        "source",
    )


# ---- open units -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "translation", [catalogue(replace(LAW, msgstr=" ")), catalogue(without="fn-law")]
)
def test_what_is_not_translated_stays_in_its_own_language(
    source: Document, translation: Catalogue
) -> None:
    found, _ = chinese(source, translation)
    note = found["fn-law"]
    assert (note.source, note.state, note.language) == ("Act 7.", "untranslated", "en")


@pytest.mark.parametrize(
    "outdated",
    [replace(LAW, flags=("fuzzy",)), replace(LAW, msgid="Act 6.")],
    ids=["marked", "not"],
)
def test_an_outdated_translation_is_used_and_marked(source: Document, outdated: Entry) -> None:
    found, _ = chinese(source, catalogue(outdated))
    note = found["fn-law"]
    assert (note.source, note.state, note.language) == ("第7号法。", "stale", "")


def test_an_outdated_translation_whose_marks_no_longer_fit_gives_way_to_the_source(
    source: Document,
) -> None:
    outdated = replace(LEND, msgid="Libraries lend books.", msgstr="图书馆出借书籍。")
    found, report = chinese(source, catalogue(outdated))
    assert (found["p-lend"].state, found["p-lend"].language) == ("untranslated", "en")
    assert report.errors == []


# ---- marks ----------------------------------------------------------------------------------


def test_marks_may_stand_in_another_order(source: Document) -> None:
    moved = replace(LEND, msgstr="依照第[](#p-tools)段，图书馆出借*工具*和**书籍**。[^law]")
    found, report = chinese(source, catalogue(moved))
    assert found["p-lend"].state == "translated"
    assert list(report) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[^law]", "", "lacks [^law]"),
        ("[^law]", "[^law][^law]", "should not have [^law]"),
        ("[^law]", "[^act]", "lacks [^law] and should not have [^act]"),
        ("[](#p-tools)", "2", "lacks [](#p-tools)"),
        ("[](#p-tools)", "[](#p-lend)", "lacks [](#p-tools) and should not have [](#p-lend)"),
        ("**书籍**", "书籍", "lacks **…**"),
        ("*工具*", "**工具**", "lacks *…* and should not have **…**"),
        ("图书馆", "<https://un.org>", "should not have [….](https://un.org)"),
    ],
)
def test_a_translation_with_other_marks_than_its_source_is_an_error(
    source: Document, old: str, new: str, message: str
) -> None:
    wrong = replace(LEND, msgstr=LEND.msgstr.replace(old, new))
    _, report = chinese(source, catalogue(wrong))
    (error,) = report.errors
    assert str(error.origin) == "zh.po:8"
    assert error.message == f"the translation of p-lend {message}".replace("[….]", "[…]")


def test_a_link_leads_to_the_same_address(source: Document) -> None:
    wrong = replace(TOOLS, msgstr="见[清单](https://un.org/zh)。")
    _, report = chinese(source, catalogue(wrong))
    assert [error.message for error in report.errors] == [
        "the translation of p-tools lacks […](https://un.org/list) "
        "and should not have […](https://un.org/zh)"
    ]


def test_markup_that_cannot_be_understood_is_an_error_in_the_translation(source: Document) -> None:
    wrong = replace(LAW, msgstr="第`7`号法。")
    _, report = chinese(source, catalogue(wrong))
    assert {str(error.origin) for error in report.errors} == {"zh.po:18"}


# ---- tables -----------------------------------------------------------------------------------

TABLE = """::: table {#t-loans}
Loans

| Place | Kind | Sum |
|---|---|---:|
| North | A long name of a kind | 1 |
:::
"""


def test_columns_are_as_wide_as_the_words_of_the_translation(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT + TABLE, "utf-8")
    source = read(tmp_path, Report())
    cell = Entry("North", "北方地区各市镇图书馆和档案馆", "t-loans.r1.c1")
    version = localize(source, catalogue(cell), bundle(), Report())
    (before,), (after,) = find(source, Table), find(version, Table)
    assert after.columns[0].share > before.columns[0].share
    assert [column.align for column in after.columns] == [one.align for one in before.columns]
    assert sum(column.share for column in after.columns) == pytest.approx(1)
