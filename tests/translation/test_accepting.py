"""Accepting what a check says of a unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.catalogue import load_catalogue
from docgen.overlay import Accepted
from docgen.project import Project
from docgen.report import DocgenError, Rejected, Report, UsageError
from docgen.translation import Overtaken, accept, fingerprint, withdraw
from docgen.translation.loading import source_of
from docgen.units import units
from tests.translation.project import NAME, edited, made, translated

ONE = Accepted("fn-law", "numbers", "The Act was renumbered.")
ENTRY = '[[accept]]\nunit = "fn-law"\ncheck = "numbers"\nreason = "The Act was renumbered."\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    edited(translated(project), "fn-law", "第8号法。")
    return project


def seen(project: Project) -> str:
    text = next(
        unit.text for unit in units(source_of(project, NAME, Report())) if unit.id == "fn-law"
    )
    return fingerprint(text, load_catalogue(project.catalogue(NAME, "zh")).entries.get("fn-law"))


def file(project: Project) -> Path:
    return project.overlay(NAME, "zh")


def test_it_is_in_the_overlay_and_can_be_taken_back(project: Project) -> None:
    assert accept(project, NAME, "zh", seen(project), ONE) == file(project)
    assert file(project).read_text("utf-8") == ENTRY
    withdraw(project, NAME, "zh", seen(project), "fn-law", "numbers")
    assert file(project).read_text("utf-8") == ""


def test_a_document_given_by_its_folder_has_the_same_overlay(project: Project) -> None:
    accept(project, str(project.content / NAME), "zh", seen(project), ONE)
    assert file(project).exists()


def test_a_reason_is_one_line_and_not_empty(project: Project) -> None:
    with pytest.raises(UsageError, match="for a reason"):
        accept(project, NAME, "zh", seen(project), Accepted("fn-law", "numbers", " \n"))
    assert not file(project).exists()
    accept(project, NAME, "zh", seen(project), Accepted("fn-law", "numbers", " a\n  b "))
    assert 'reason = "a b"\n' in file(project).read_text("utf-8")


def test_a_text_that_has_changed_is_not_accepted(project: Project) -> None:
    held = seen(project)
    edited(project.catalogue(NAME, "zh"), "fn-law", "第9号法。")
    with pytest.raises(Overtaken):
        accept(project, NAME, "zh", held, ONE)
    assert not file(project).exists()


def test_what_is_accepted_is_not_accepted_twice_nor_withdrawn_twice(project: Project) -> None:
    accept(project, NAME, "zh", seen(project), ONE)
    with pytest.raises(Overtaken, match="“numbers” says of fn-law"):
        accept(project, NAME, "zh", seen(project), ONE)
    assert file(project).read_text("utf-8") == ENTRY
    withdraw(project, NAME, "zh", seen(project), "fn-law", "numbers")
    with pytest.raises(Overtaken):
        withdraw(project, NAME, "zh", seen(project), "fn-law", "numbers")


def test_an_overlay_that_changes_while_it_is_written_is_left_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen import overlay

    write = overlay.with_accepted

    def meanwhile(text: str, one: Accepted, name: str) -> str:
        file(project).write_text("# somebody else\n", "utf-8")
        return write(text, one, name)

    monkeypatch.setattr("docgen.translation.accepting.overlay.with_accepted", meanwhile)
    with pytest.raises(DocgenError, match="changed meanwhile"):
        accept(project, NAME, "zh", seen(project), ONE)
    assert file(project).read_text("utf-8") == "# somebody else\n"


def test_an_overlay_with_errors_is_told_and_left_alone(project: Project) -> None:
    file(project).write_text('[[accept]]\nunit = "p-a"\n', "utf-8")
    with pytest.raises(Rejected):
        accept(project, NAME, "zh", seen(project), ONE)
    file(project).write_bytes(b"\xff")
    with pytest.raises(DocgenError, match="not UTF-8"):
        accept(project, NAME, "zh", seen(project), ONE)
    assert file(project).read_bytes() == b"\xff"
