"""The table in a Word file: what people make of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from docgen.check import lint
from docgen.interchange import wordtable as word
from docgen.interchange.values import Unit
from docgen.report import DocgenError
from tests.interchange.units import EXCHANGE


def edited(change: Callable[..., None]) -> dict[str, Unit]:
    """The units after `change` was made to the table in another program."""
    opened = docx.Document(io.BytesIO(word.dump(EXCHANGE)))
    change(opened.tables[0])
    stream = io.BytesIO()
    opened.save(stream)
    ((units),) = (exchange.units for exchange in word.load(stream.getvalue(), "back.docx"))
    return {unit.id: unit for unit in units}


def test_whoever_edits_a_text_has_translated_it() -> None:
    def change(table: docx.table.Table) -> None:
        table.cell(1, 2).text = "图书馆"
        table.cell(2, 2).paragraphs[0].add_run("！")

    found = edited(change)
    assert (found["meta:title"].target, found["meta:title"].state) == ("图书馆", "translated")
    assert found["p-lend"].state == "translated"
    assert found["p-lend"].target.endswith("*工具*。！")


def test_what_nobody_edits_keeps_its_state_and_remarks_are_taken() -> None:
    def change(table: docx.table.Table) -> None:
        table.cell(3, 3).text = "See the list."

    found = edited(change)
    assert [unit.state for unit in found.values()] == [
        "untranslated",
        "stale",
        "translated",
        "approved",
    ]
    assert found["p-tools"].notes == ("See the list.",)


def test_rows_may_be_sorted_and_taken_out() -> None:
    def change(table: docx.table.Table) -> None:
        row = table.rows[2]._tr
        row.getparent().remove(row)

    assert list(edited(change)) == ["meta:title", "p-tools", "t-loans.r1.c1"]


def test_codes_stand_out_and_are_passed_over_by_the_spelling_check() -> None:
    table = docx.Document(io.BytesIO(word.dump(EXCHANGE))).tables[0]
    runs = table.cell(2, 2).paragraphs[0].runs
    codes = [run.text for run in runs if run.style and run.style.name == "Exchange code"]
    assert codes == ["**", "**", "[^law]", "[](#p-tools)", "*", "*"]


def test_a_file_without_the_table_is_told() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    with pytest.raises(DocgenError, match="no table of translations"):
        word.load(stream.getvalue(), "other.docx")


def test_the_file_has_what_word_and_its_readers_need() -> None:
    assert lint.findings(word.dump(EXCHANGE)) == []
    assert lint.findings(word.dump(replace(EXCHANGE, rtl=True))) == []


def test_a_text_from_right_to_left_is_set_so() -> None:
    opened = docx.Document(io.BytesIO(word.dump(replace(EXCHANGE, rtl=True))))
    source, target = (opened.tables[0].cell(3, column).paragraphs[0]._p for column in (1, 2))
    assert [len(one.xpath("w:pPr/w:bidi")) for one in (source, target)] == [0, 1]
