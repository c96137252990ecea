"""Whether an overlay fits its document, and tables in the order of a language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.model import Document, Row, Table
from docgen.overlay import Accepted, ColumnOrder, Overlay, TranslatorNote, reordered, validate
from docgen.read import read
from docgen.report import Origin, Report
from docgen.walk import find

REPORT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-03-01
source: en
title: Libraries
---

{#p-fund}
The fund is small.[^law]

::: table {#t-loans}
Loans

| City | 2043 | 2044 |
|---|---:|---:|
| **Coast** |||
| Lima | 12 | 15 |
| Suva | 7 | 9 |
:::

[^law]: Act 7.
"""
PLACE = Origin("libraries.overlay.toml", 3)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    (tmp_path / "report.md").write_text(REPORT, "utf-8")
    report = Report()
    made = read(tmp_path, report)
    assert list(report) == []
    return made


def faults(overlay: Overlay, document: Document, checks: tuple[str, ...] = ()) -> list[str]:
    report = Report()
    validate(overlay, document, report, checks)
    return [str(found) for found in report]


def words(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text.source for cell in row.cells] for row in rows]


def test_an_overlay_that_names_what_is_there_has_no_faults(document: Document) -> None:
    overlay = Overlay(
        notes={"tn-1": TranslatorNote("A note.", PLACE)},
        tables={"t-loans": ColumnOrder((0, 2, 1), PLACE)},
        accepts=(
            Accepted("p-fund", "numbers", "as it is", PLACE),
            Accepted("fn-tn-1", "length", "long", PLACE),
        ),
    )
    assert faults(overlay, document, ("numbers", "length")) == []


def test_a_unit_that_is_not_there_is_an_error_with_one_that_is(document: Document) -> None:
    overlay = Overlay(accepts=(Accepted("p-fnud", "numbers", "so", PLACE),))
    assert faults(overlay, document) == [
        "libraries.overlay.toml:3: error: there is no unit “p-fnud”\n    Did you mean “p-fund”?"
    ]


def test_a_check_that_does_not_exist_is_an_error_where_checks_are_known(
    document: Document,
) -> None:
    overlay = Overlay(accepts=(Accepted("p-fund", "number", "so", PLACE),))
    assert faults(overlay, document) == []
    (fault,) = faults(overlay, document, ("numbers", "markup"))
    assert "there is no check “number”\n    Did you mean “numbers”?" in fault


def test_a_table_that_is_not_there_is_an_error(document: Document) -> None:
    overlay = Overlay(tables={"loans": ColumnOrder((0, 1), PLACE)})
    (fault,) = faults(overlay, document)
    assert "there is no table “loans”\n    Did you mean “t-loans”?" in fault


@pytest.mark.parametrize("columns", [(0, 1), (0, 1, 2, 3), (0, 0, 1), (0, 1, 5)])
def test_each_column_of_the_table_stands_once_in_its_order(
    document: Document, columns: tuple[int, ...]
) -> None:
    overlay = Overlay(tables={"t-loans": ColumnOrder(columns, PLACE)})
    (fault,) = faults(overlay, document)
    assert "the table “t-loans” has 3 columns\n    Name each of them once: c1, c2, c3." in fault


def test_a_cell_over_several_columns_is_not_torn_apart(document: Document) -> None:
    (table,) = find(document, Table)
    (city, *years), body = table.head[0].cells, table.body
    assert len(years) == 2
    years = [replace(years[0], span=2)]
    head = (Row((city, *years)), Row((city, *table.head[0].cells[1:])))
    wide = replace(table, head=head, body=body)
    wide_document = replace(document, blocks=(wide,))
    torn = Overlay(tables={"t-loans": ColumnOrder((1, 0, 2), PLACE)})
    assert "tears a cell apart" in faults(torn, wide_document)[0]
    whole = Overlay(tables={"t-loans": ColumnOrder((2, 1, 0), PLACE)})
    assert faults(whole, wide_document) == []


def test_a_note_of_the_source_is_not_taken_for_a_translators(document: Document) -> None:
    overlay = Overlay(notes={"law": TranslatorNote("A note.", PLACE)})
    assert "the source has a note [^law] too" in faults(overlay, document)[0]


def test_columns_take_the_order_of_the_language_with_their_cells_and_widths(
    document: Document,
) -> None:
    (table,) = find(document, Table)
    made = reordered(table, ColumnOrder((2, 0, 1)))
    assert words(made.head) == [["2044", "City", "2043"]]
    assert words(made.body) == [["Coast"], ["15", "Lima", "12"], ["9", "Suva", "7"]]
    assert [column.align for column in made.columns] == ["end", "start", "end"]
    assert made.columns[1].share == table.columns[0].share
