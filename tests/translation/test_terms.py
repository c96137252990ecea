"""The glossary of a project out to others, and theirs into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.project import Project
from docgen.report import DocgenError, UsageError
from docgen.translation import send_terms, take_terms
from tests.translation.project import made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    kept(project).write_text("en,zh,zh!,note\nfund,基金,资金,\nloan,贷款,,of money\n", "utf-8")
    return project


def kept(project: Project) -> Path:
    return project.locales / "glossary.csv"


@pytest.mark.parametrize("name", ["out.tbx", "out.v2.tbx", "out.csv"])
def test_the_glossary_comes_back_as_it_left(project: Project, name: str) -> None:
    before, file = kept(project).read_text("utf-8"), project.root / name
    assert send_terms(project, file) == 2
    kept(project).write_text("en,zh\n", "utf-8")
    assert take_terms(project, file) == (name, "2 new", "0 extended", "0 known")
    assert kept(project).read_text("utf-8") == before


def test_terms_of_others_are_added(project: Project) -> None:
    file = project.root / "theirs.csv"
    file.write_text("en,zh\nfund,基金会\nbook,书\n", "utf-8")
    assert take_terms(project, file) == ("theirs.csv", "1 new", "1 extended", "0 known")
    assert kept(project).read_text("utf-8") == (
        "en,zh,zh!,note\nfund,基金|基金会,资金,\nloan,贷款,,of money\nbook,书,,\n"
    )
    assert take_terms(project, file) == ("theirs.csv", "0 new", "0 extended", "2 known")


def test_codes_with_a_script_or_country_are_those_of_the_project(project: Project) -> None:
    file = project.root / "theirs.tbx"
    file.write_text(
        "<martif><text><body><termEntry><langSet xml:lang='en-US'><tig><term>book</term></tig>"
        "</langSet><langSet xml:lang='zh-CN'><tig><term>书</term></tig></langSet></termEntry>"
        "</body></text></martif>",
        "utf-8",
    )
    take_terms(project, file)
    assert kept(project).read_text("utf-8").endswith("book,书,,\n")


def test_a_file_without_such_terms_is_told_and_changes_nothing(project: Project) -> None:
    before, file = kept(project).read_bytes(), project.root / "no.tbx"
    file.write_text("<tbx/>", "utf-8")
    with pytest.raises(DocgenError, match="no terms"):
        take_terms(project, file)
    file.write_text("<html/>", "utf-8")
    with pytest.raises(DocgenError, match="no TBX file"):
        take_terms(project, file)
    assert kept(project).read_bytes() == before


def test_the_name_says_what_is_written(project: Project) -> None:
    with pytest.raises(UsageError, match="no name of a glossary"):
        send_terms(project, project.root / "terms.xlsx")
