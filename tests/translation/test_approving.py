"""Approving translations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.project import Project
from docgen.report import Rejected, Report, UsageError
from docgen.translation import Approver, Syncing, approve
from tests.libraries import CITY, LEND, LIMA
from tests.translation.project import NAME, edited, made, reworded, synced, translated

WEN = Approver("Wen Li", date(2045, 3, 1))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    translated(project, "zh", replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",)))
    return project


def ledger(project: Project) -> Path:
    return project.catalogue(NAME, "zh").with_suffix(".approved.tsv")


def counted(project: Project, *ids: str) -> list[str]:
    """Newly approved, approved before, left open."""
    _, row = approve(project, NAME, "zh", ids, WEN, Report())
    return list(row[1:])


def faults(project: Project, *ids: str) -> list[str]:
    with pytest.raises(Rejected) as caught:
        approve(project, NAME, "zh", ids, WEN, Report())
    return [error.message for error in caught.value.report.errors]


def test_all_that_is_translated_is_approved_and_the_rest_is_left(project: Project) -> None:
    assert counted(project) == ["7", "0", "2"]
    lines = ledger(project).read_text("utf-8").splitlines()
    assert len(lines) == 8
    assert all(line.endswith("\tWen Li\t2045-03-01") for line in lines[1:])


def test_what_is_approved_stays_as_it_was(project: Project) -> None:
    counted(project)
    before = ledger(project).read_bytes()
    _, row = approve(project, NAME, "zh", (), Approver("Ana", date(2045, 4, 1)), Report())
    assert list(row[1:]) == ["0", "7", "2"]
    assert ledger(project).read_bytes() == before


def test_single_units_are_approved_by_their_ids(project: Project) -> None:
    assert counted(project, "fn-law", "p-lend", "fn-law") == ["2", "0", "0"]
    ids = [line.split("\t")[0] for line in ledger(project).read_text("utf-8").splitlines()]
    assert ids == ["# unit", "fn-law", "p-lend"]


def test_a_revised_translation_is_approved_anew(project: Project) -> None:
    counted(project)
    edited(project.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    assert counted(project) == ["1", "6", "2"]
    assert len(ledger(project).read_text("utf-8").splitlines()) == 8


def test_a_unit_that_is_open_cannot_be_approved(project: Project) -> None:
    assert faults(project, "fn-law", LIMA.context or "", CITY.context or "") == [
        "t-loans.r1.c1 cannot be approved: it is not translated",
        "t-loans.head.c1 cannot be approved: it has changed since it was translated, "
        "or is marked fuzzy",
    ]
    assert not ledger(project).exists()


def test_a_translation_with_other_marks_than_its_source_cannot_be_approved(
    project: Project,
) -> None:
    edited(project.catalogue(NAME, "zh"), "p-lend", LEND.msgstr.replace("[^law]", ""))
    assert faults(project) == ["the translation of p-lend lacks [^law]"]
    assert not ledger(project).exists()


def test_an_id_that_is_not_there_is_wrong_usage(project: Project) -> None:
    with pytest.raises(UsageError, match="there is no unit “p-lnd”") as caught:
        approve(project, NAME, "zh", ["p-lnd"], WEN, Report())
    assert caught.value.diagnostic.hint == "Did you mean p-lend?"


def test_the_language_of_the_document_has_nothing_to_approve(project: Project) -> None:
    with pytest.raises(UsageError, match="is written in “en”"):
        approve(project, NAME, "en", (), WEN, Report())


def test_another_unit_with_wrong_marks_does_not_keep_a_unit_from_being_approved(
    project: Project,
) -> None:
    edited(project.catalogue(NAME, "zh"), "p-lend", LEND.msgstr.replace("[^law]", ""))
    assert counted(project, "fn-law") == ["1", "0", "0"]


def test_approvals_go_along_with_the_rows_of_a_table(tmp_path: Path) -> None:
    project = made(tmp_path)
    translated(project)
    counted(project)
    reworded(project, "| Lima | 12 |", "| Suva | 7 |\n| Lima | 12 |")
    changed = synced(project, Syncing(["zh"]))
    assert changed == [project.catalogue(NAME, "zh"), ledger(project)]
    assert synced(project, Syncing(["zh"], check=True)) == []
    assert counted(project) == ["0", "9", "1"]
    assert "t-loans.r2.c1\t" in ledger(project).read_text("utf-8")
