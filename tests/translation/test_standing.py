"""How far translations are, as a table, as JSON, and as a requirement."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.progress import STATES
from docgen.project import Project
from docgen.report import Report
from docgen.translation import (
    Approver,
    Standing,
    approve,
    as_json,
    short_of,
    standings,
    table,
)
from tests.libraries import BODY
from tests.translation.project import NAME, edited, made, translated


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    edited(translated(project), "fn-law", "")
    return project


def found(project: Project, *languages: str) -> list[Standing]:
    return standings(project, project.documents(), languages, Report())


def test_a_translation_is_a_row_with_units_and_words_by_state(project: Project) -> None:
    head, row = table(found(project, "zh"), sections=False)
    assert [word for cell in head[1:] for word in cell.split()][:-1:2] == list(STATES)
    assert list(row) == ["libraries zh", "0 (0)", "8 (15)", "0 (0)", "1 (2)", "88 %"]


def test_sections_have_rows_of_their_own(project: Project) -> None:
    rows = table(found(project, "zh"), sections=True)
    assert [row[0] for row in rows] == [
        *("", "libraries zh", "  Front page", "  Lending", "  Notes"),
    ]


def test_several_documents_of_a_language_are_summed_up(project: Project) -> None:
    other = project.content / "archives"
    other.mkdir()
    report = project.content / NAME / "report.md"
    (other / "report.md").write_bytes(report.read_bytes())
    rows = table(found(project, "zh"), sections=False)
    assert [row[0] for row in rows] == ["", "archives zh", "libraries zh", "all zh"]
    assert list(rows[-1][1:]) == ["0 (0)", "8 (15)", "0 (0)", "10 (19)", "44 %"]


def test_json_has_the_same_by_language_document_and_section(project: Project) -> None:
    (one,) = json.loads(as_json(found(project, "zh")))
    assert (one["document"], one["language"], one["begun"]) == (NAME, "zh", True)
    assert one["states"]["translated"] == {"units": 8, "words": 15}
    assert [section["name"] for section in one["sections"]] == ["Front page", "Lending", "Notes"]
    assert one["sections"][2]["states"]["untranslated"] == {"units": 1, "words": 2}


def test_what_is_required_is_named_by_translation(project: Project) -> None:
    left = short_of(found(project, "zh"), "translated", [])
    assert [(one.language, count) for one, count in left] == [("zh", 1)]
    edited(project.catalogue(NAME, "zh"), "fn-law", "第7号法。")
    assert short_of(found(project, "zh"), "translated", []) == []
    assert short_of(found(project, "zh"), "approved", [])[0][1] == 9
    approve(project, NAME, "zh", (), Approver("Wen", date(2045, 3, 1)), Report())
    assert short_of(found(project, "zh"), "approved", []) == []


def test_a_translation_that_is_not_begun_is_required_only_when_it_is_named(
    tmp_path: Path,
) -> None:
    project = made(tmp_path)
    assert short_of(found(project), "translated", []) == []
    assert len(short_of(found(project, "zh"), "translated", ["zh"])) == 1


def test_all_but_a_word_is_not_all(tmp_path: Path) -> None:
    body = BODY + "\n" + "\n\n".join(f"{{#p-{'x' * n}}}\n{'word ' * 100}" for n in range(1, 4))
    project = made(tmp_path, body)
    file = translated(project)
    for n in range(1, 4):
        edited(file, f"p-{'x' * n}", "词")
    edited(file, "s-lending", "")
    assert table(found(project, "zh"), sections=False)[1][-1] == "99 %"
