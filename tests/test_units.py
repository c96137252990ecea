"""What there is to translate in a document."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import model
from docgen.model import Document, Prose
from docgen.read import parse_inline, read
from docgen.report import NOWHERE, Origin, Report
from docgen.units import (
    KINDS,
    Gap,
    _without_symbols,
    missing,
    plain,
    translatable,
    units,
    words,
)

PIECES = (
    *("water", "水", "12", " ", ".", "/", "**", "*", "[^a]", "[](#p-a)", "A/79/968", "S/2045/12"),
    *("<https://un.org/a>", "[words](symbol:A/79/968)", "<mailto:a@un.org>", "A", "**/79/968"),
    *(
        " (Sect. 24)",
        " (Parts I and II)",
        "/Add.1",
        "-S/2045/12",
        "www.un.org",
        "and/or",
        "\u00a0C",
    ),
)

FRONT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-03-01
source: en
title: Public libraries
agenda_title: Culture and development
author: The Library Council
{}
---

"""

BODY = """::: summary
{#p-summary}
Libraries are open.
:::

{#p-first}
They lend books.[^law]

# Lending {#s-lending}

{#p-two}
They lend two
kinds of things:

1. {#p-tools}
   Tools;

{#p-quoted}
> “I come for the warmth.”

::: box {#box-seeds}
# Seeds

{#p-seeds}
Seeds are returned as seeds.
:::

::: table {#t-loans}
# Loans
(In thousands)

| City | Loans |
|---|---|
| Lima | 12 |

Source: A survey.
Note: Rounded.
:::

::: {lang=es .as-received}
Recibido así.
:::

[^law]: Act 7.
"""

ANNEX = """---
title: Options
id: options
facets:
  - {key: benefits, place: start, heading: Gains}
  - {key: cost, place: end}
---

:::: option {#later}
# Later closing

{#p-later}
Open until ten.

::: benefits
{#p-more}
More readers.
:::
::::
"""


def loaded(folder: Path, body: str, annex: str = "") -> Document:
    annexes = "annexes: [annex.md]" if annex else ""
    (folder / "report.md").write_text(FRONT.format(annexes) + body, "utf-8")
    (folder / "annex.md").write_text(annex, "utf-8")
    report = Report()
    document = read(folder, report)
    assert list(report) == []
    return document


def inline(text: str) -> Prose:
    return parse_inline(text, Origin("report.md", 1), Report(), id="p")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return loaded(tmp_path, BODY, ANNEX)


# ---- units ----------------------------------------------------------------------------------


def test_every_text_is_a_unit_in_the_order_of_reading(document: Document) -> None:
    assert [(unit.id, unit.description) for unit in units(document)] == [
        ("meta:title", "Front page: title"),
        ("meta:agenda_title", "Front page: title of the agenda item"),
        ("meta:author", "Front page: author"),
        ("p-summary", "Summary"),
        ("p-first", "Paragraph"),
        ("s-lending", "Heading"),
        ("p-two", "Paragraph, in “Lending”"),
        ("p-tools", "List item, in “Lending”"),
        ("p-quoted", "Quotation, in “Lending”"),
        ("box-seeds.title", "Box title, in “Lending”"),
        ("p-seeds", "Paragraph, in “Lending”"),
        ("t-loans.title", "Table title, in “Lending”"),
        ("t-loans.headnote", "Table headnote, in “Lending”"),
        ("t-loans.head.c1", "Table cell, in “Lending”"),
        ("t-loans.head.c2", "Table cell, in “Lending”"),
        ("t-loans.r1.c1", "Table cell, in “Lending”"),
        ("t-loans.source", "Source, in “Lending”"),
        ("t-loans.note", "Remark under a table, in “Lending”"),
        ("options.title", "Annex title"),
        ("later.title", "Option title, in “Options”"),
        ("p-later", "Paragraph, in “Options”"),
        ("p-more", "Option: benefits, in “Options”"),
        ("options.facet.benefits", "Option: heading of benefits, in “Options”"),
        ("fn-law", "Note"),
    ]


def test_a_unit_has_the_markup_of_its_text_on_one_line(document: Document) -> None:
    texts = {unit.id: unit.text for unit in units(document)}
    assert texts["p-first"] == "They lend books.[^law]"
    assert texts["p-two"] == "They lend two kinds of things:"


def test_a_unit_knows_where_its_text_stands(document: Document) -> None:
    origins = {unit.id: unit.origin for unit in units(document)}
    assert origins["p-first"].file.endswith("report.md")
    assert origins["p-first"].line == 20


def test_a_part_reproduced_as_received_is_no_unit(document: Document) -> None:
    assert not [unit for unit in units(document) if "Recibido" in unit.text]


@pytest.mark.parametrize(
    "text",
    [
        *("", "12", "1,234.5", "2023–2024", "(3.4)", "…", "%", "[](#p-a)", "[^a]"),
        *("A/RES/72/262", "A/79/968 S/2024/100", "S/RES/2334 (2016)", "<https://www.un.org/en>"),
    ],
)
def test_what_is_the_same_in_every_language_is_not_translated(text: str) -> None:
    assert not translatable(inline(text))


@pytest.mark.parametrize(
    "text",
    ["Lima", "12 km", "A/RES/72/262.", "See A/79/968", "[here](https://un.org)", "共计", "IV"],
)
def test_what_another_language_writes_otherwise_is_translated(text: str) -> None:
    assert translatable(inline(text))


def test_every_text_of_the_model_has_a_description() -> None:
    nodes = [node for node in vars(model).values() if is_dataclass(node)]
    texts = {
        (node, field.name) for node in nodes for field in fields(node) if "Prose" in str(field.type)
    }
    generated = {(model.Facet, "heading")} | {text for text in texts if text[0] is model.Masthead}
    described = {(node, field) for node, kinds in KINDS.items() for field in kinds}
    assert texts - generated <= described


# ---- gaps -----------------------------------------------------------------------------------


def test_a_document_with_all_ids_has_no_gaps(document: Document) -> None:
    assert missing(document) == []


def test_a_gap_is_where_an_id_is_needed_for_a_translation(tmp_path: Path) -> None:
    body = "One.\n\n# Two\n\n- Three\n\n> Four\n\n::: box\n# Five\n:::\n\nA/79/968\n"
    document = loaded(tmp_path, body)
    file = document.front.title.origin.file
    start = FRONT.format("").count("\n")
    assert missing(document) == [
        Gap("paragraph", "p", Origin(file, start + 1)),
        Gap("heading", "s", Origin(file, start + 3)),
        Gap("item", "p", Origin(file, start + 5)),
        Gap("paragraph", "p", Origin(file, start + 7)),
        Gap("container", "box", Origin(file, start + 10)),
    ]


def test_a_part_reproduced_as_received_needs_no_ids(tmp_path: Path) -> None:
    assert missing(loaded(tmp_path, "::: {lang=es .as-received}\nRecibido así.\n:::\n")) == []


# ---- words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Libraries lend **books**.[^a]", 3),
        ("a well-known city’s library", 4),
        ("31 per cent of A/79/968", 5),
        ("图书馆出借**书籍**。", 7),
        ("2030年议程", 4),
        ("paragraph [](#p-a) of <https://un.org/en>", 2),
        ("[two words](https://un.org)", 2),
        ("…", 0),
    ],
)
def test_words_are_counted_and_han_characters_singly(text: str, count: int) -> None:
    assert words(inline(text)) == count


def test_plain_text_has_neither_marks_nor_markup() -> None:
    assert (
        plain(inline("**Bold** and *kind*[^a] [words](https://un.org).")) == "Bold and kind words."
    )


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_text_is_told_by_the_letters_that_no_symbol_or_address_takes_away(source: str) -> None:
    prose = parse_inline(source, NOWHERE, Report())
    assert translatable(prose) is any(map(str.isalpha, _without_symbols(plain(prose))))
