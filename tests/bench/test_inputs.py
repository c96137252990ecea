"""Projects to be measured: the sample many times over, whole in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import inputs
from docgen import pipeline
from docgen.model import Document, NoteRef, Paragraph, Section
from docgen.project import Project
from docgen.report import Report
from docgen.walk import find


def prepared(root: Path, name: str, language: str) -> Document:
    report = Report()
    document, _ = pipeline.prepare(Project(root), name, language, final=False, report=report)
    assert [str(one) for one in report] == []
    return document


def numbers(document: Document) -> list[str]:
    """The printed numbers of the paragraphs."""
    return [one.number.label for one in find(document, Paragraph) if one.number]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = inputs.project(tmp_path_factory.mktemp("bench") / "project")
    inputs.long(made, 1)
    inputs.long(made, 3)
    return made


@pytest.mark.parametrize("language", inputs.LANGUAGES)
def test_a_long_document_has_the_paragraphs_of_the_sample_many_times_over(
    root: Path, language: str
) -> None:
    once, thrice = (prepared(root, f"{inputs.SAMPLE}-x{times}", language) for times in (1, 3))
    new = len(once.summary)  # the Summary of a copy is ordinary text
    assert len(numbers(thrice)) == 3 * len(numbers(once)) + 2 * new
    assert numbers(thrice)[-1] == f"{len(numbers(thrice))}."


@pytest.mark.parametrize("language", inputs.LANGUAGES)
def test_every_copy_is_translated_and_has_notes_of_its_own(root: Path, language: str) -> None:
    document = prepared(root, f"{inputs.SAMPLE}-x3", language)
    assert not document.outstanding
    keys = [mark.key for mark in find(document, NoteRef) if mark.note]
    assert len(set(keys)) == len(keys)
    assert len(list(find(document, Section))) % 3 == 0


@pytest.mark.parametrize("language", inputs.LANGUAGES)
def test_an_edit_changes_one_paragraph_in_its_language_and_no_other_file(
    root: Path, language: str
) -> None:
    name = f"{inputs.SAMPLE}-x1"

    def words() -> dict[Path, str]:
        files = (path for path in root.rglob("*") if path.suffix in (".md", ".po"))
        return {path: path.read_text("utf-8") for path in files}

    before = words()
    inputs.edit(root, name, language, 1234)
    inputs.edit(root, name, language, 5678)
    changed = [path for path, text in words().items() if text != before[path]]
    assert len(changed) == 1
    assert changed[0].read_text("utf-8").count("5678 ") == 1
    assert "1234 " not in changed[0].read_text("utf-8")


def test_documents_by_the_dozen_have_names_and_symbols_of_their_own(tmp_path: Path) -> None:
    made = inputs.project(tmp_path / "project")
    names = inputs.copies(made, 3)
    assert names == ["report-001", "report-002", "report-003"]
    reports = [(made / "content" / name / inputs.REPORT).read_text("utf-8") for name in names]
    assert (
        len({line for text in reports for line in text.splitlines() if line.startswith("symbol: ")})
        == 3
    )
    assert set(Project(made).languages("report-002")) >= set(inputs.LANGUAGES)
