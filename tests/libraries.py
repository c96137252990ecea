"""A little report about libraries and its translation into Chinese, for tests of translations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen import bundle as bundles
from docgen import po
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.catalogue import Catalogue
from docgen.furnish import furnish
from docgen.localize import localize
from docgen.model import Document
from docgen.po import Entry
from docgen.read import read
from docgen.report import Origin, Report
from docgen.resolve import resolve
from docgen.typeset import typeset

ROOT = Path(__file__).parents[1]

FRONT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-03-01
source: en
title: Libraries
author: secretary-general
---

"""

BODY = """# Lending {#s-lending}

{#p-lend}
Libraries lend **books**[^law] and, under [](#p-tools), *tools*.

1. {#p-tools}
   See [the list](https://un.org/list).

::: table {#t-loans}
Loans

| City | Loans |
|---|---:|
| Lima | 12 |
:::

[^law]: Act 7.
"""

TITLE = Entry("Libraries", "图书馆", "meta:title", origin=Origin("zh.po", 3))
LENDING = Entry("Lending", "出借", "s-lending", origin=Origin("zh.po", 6))
LEND = Entry(
    "Libraries lend **books**[^law] and, under [](#p-tools), *tools*.",
    "图书馆出借**书籍**[^law]，并依照第[](#p-tools)段出借*工具*。",
    "p-lend",
    origin=Origin("zh.po", 9),
)
TOOLS = Entry(
    "See [the list](https://un.org/list).",
    "见[清单](https://un.org/list)。",
    "p-tools",
    origin=Origin("zh.po", 12),
)
LOANS = Entry("Loans", "借阅量", "t-loans.title", origin=Origin("zh.po", 15))
CITY = Entry("City", "城市", "t-loans.head.c1", origin=Origin("zh.po", 18))
NUMBER = Entry("Loans", "借阅量", "t-loans.head.c2", origin=Origin("zh.po", 21))
LIMA = Entry("Lima", "利马", "t-loans.r1.c1", origin=Origin("zh.po", 24))
LAW = Entry("Act 7.", "第7号法。", "fn-law", origin=Origin("zh.po", 27))
ENTRIES = (TITLE, LENDING, LEND, TOOLS, LOANS, CITY, NUMBER, LIMA, LAW)


def catalogue(*changed: Entry, without: str = "") -> Catalogue:
    """The whole translation with some of its entries changed, and without one."""
    entries = {**po.catalogue(ENTRIES), **po.catalogue(changed)}
    return Catalogue("zh.po", {id: entry for id, entry in entries.items() if id != without})


def source(folder: Path, body: str = BODY, front: str = FRONT) -> Document:
    """The report as read, written into `folder` first."""
    (folder / "report.md").write_text(front + body, "utf-8")
    report = Report()
    document = read(folder, report)
    assert list(report) == []
    return document


def bundle(tag: str = "zh") -> Bundle:
    """The bundle of a language of the project."""
    return bundles.load(ROOT / "locales", tag, Report())


def finished(document: Document, translation: Catalogue) -> tuple[Document, Report]:
    """The Chinese version with all its words and numbers, and the problems in making it."""
    report, chinese = Report(), bundle()
    sheet = styles.load(ROOT / "styles", document.front.style, chinese)
    version = localize(document, translation, chinese, report)
    worded = typeset(furnish(version, chinese, sheet, report), chinese)
    return resolve(worded, chinese, sheet, report), report


def requiring_approval(document: Document) -> Document:
    """The same report, whose final versions need approved translations."""
    return replace(document, front=replace(document.front, require_approval=True))
