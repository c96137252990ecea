"""What a language has otherwise, in its version of a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.catalogue import Catalogue
from docgen.model import Document
from docgen.overlay import ColumnOrder, Overlay, TranslatorNote
from docgen.render.text import entries
from docgen.report import Origin, Report
from tests.libraries import LEND, LIMA, TITLE, catalogue, finished, source

PLACE = Origin("libraries.overlay.toml", 2)
NOTE = Overlay(notes={"tn-1": TranslatorNote("译注：尚无*定译*。", PLACE)})
MARKED = replace(LEND, msgstr=LEND.msgstr.replace("图书馆", "图书馆[^tn-1]", 1))


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return source(tmp_path)


def chinese(
    document: Document, translation: Catalogue, overlay: Overlay
) -> tuple[list[str], Report]:
    """The printed lines of the Chinese version, and the problems."""
    version, report = finished(document, replace(translation, overlay=overlay))
    return [" ".join(entry).strip() for entry in entries(version)], report


# ---- notes ----------------------------------------------------------------------------------


def test_a_note_of_the_translator_is_numbered_among_the_others(document: Document) -> None:
    lines, report = chinese(document, catalogue(MARKED), NOTE)
    assert list(report) == []
    assert "numbered 1. 图书馆⟨1⟩出借书籍⟨2⟩，并依照第1(a)段出借工具。" in lines
    assert lines[lines.index("note 1 译注：尚无定译。") + 1] == "note 2 第7号法。"


def test_a_note_of_the_translator_on_a_title_has_an_asterisk(document: Document) -> None:
    titled = replace(TITLE, msgstr="图书馆[^tn-1]")
    lines, report = chinese(document, catalogue(titled), NOTE)
    assert list(report) == []
    assert "title  图书馆⟨*⟩" in lines
    assert "note * 译注：尚无定译。" in lines


def test_a_note_of_the_translator_in_a_table_has_a_letter(document: Document) -> None:
    lines, report = chinese(document, catalogue(replace(LIMA, msgstr="利马[^tn-1]")), NOTE)
    assert list(report) == []
    assert "row  利马⟨a⟩ | 12" in lines
    assert "note a 译注：尚无定译。" in lines


def test_a_mark_may_be_there_twice(document: Document) -> None:
    twice = replace(MARKED, msgstr=f"{MARKED.msgstr}[^tn-1]")
    _, report = chinese(document, catalogue(twice), NOTE)
    assert list(report) == []


def test_a_mark_that_is_not_declared_is_an_error_that_says_how_to_declare_it(
    document: Document,
) -> None:
    _, report = chinese(document, catalogue(MARKED), Overlay())
    (error,) = report.errors
    assert error.message == "the translation of p-lend should not have [^tn-1]"
    assert "[notes.tn-1]" in error.hint


def test_a_note_without_a_mark_is_a_warning_and_is_not_printed(document: Document) -> None:
    lines, report = chinese(document, catalogue(), NOTE)
    assert [str(found).partition("\n")[0] for found in report] == [
        "libraries.overlay.toml:2: warning: no translation has the mark [^tn-1]"
    ]
    assert not any("译注" in line for line in lines)


def test_the_text_of_a_note_is_markup_like_any_other(document: Document) -> None:
    wrong = Overlay(notes={"tn-1": TranslatorNote("见`甲`和[^law]。", PLACE)})
    _, report = chinese(document, catalogue(MARKED), wrong)
    assert {error.origin for error in report.errors} == {PLACE}
    assert any("stands inside a note" in error.message for error in report.errors)


# ---- tables ---------------------------------------------------------------------------------


def test_columns_stand_in_the_order_of_the_language(document: Document) -> None:
    turned = Overlay(tables={"t-loans": ColumnOrder((1, 0), PLACE)})
    lines, report = chinese(document, catalogue(), turned)
    assert list(report) == []
    assert lines[-2:] == ["row  借阅量 | 城市", "row  12 | 利马"]


def test_an_order_that_does_not_fit_is_an_error_and_changes_nothing(document: Document) -> None:
    wrong = Overlay(tables={"t-loans": ColumnOrder((1, 0, 2), PLACE)})
    lines, report = chinese(document, catalogue(), wrong)
    assert [error.origin for error in report.errors] == [PLACE]
    assert "row  利马 | 12" in lines
