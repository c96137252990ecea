"""A language is added without code: its folder is made, filled in, and builds."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from docgen import bundle as bundles
from docgen import founding, pipeline, translation
from docgen.project import Project
from docgen.report import Report, UsageError

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for folder in ("content", "locales", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Project(tmp_path)


def facts(project: Project, tag: str) -> dict[str, object]:
    return tomllib.loads((project.locales / tag / "locale.toml").read_text("utf-8"))


def test_a_new_language_builds_as_it_comes(project: Project) -> None:
    made = founding.found(project, "pt", "")
    assert [file.name for file, _ in made] == ["locale.toml", "messages.po", "ordinals.tsv"]
    translation.sync(project, SAMPLE, translation.Syncing(["pt"]), Report())
    output = project.root / "build"
    done = pipeline.build(project, SAMPLE, "pt", ["docx", "html"], final=False, output=output)
    assert [file.path.exists() for file in done.files] == [True, True]
    assert 'lang="pt"' in done.files[1].path.read_text("utf-8")


def test_what_the_locale_data_knows_is_filled_in(project: Project) -> None:
    founding.found(project, "pt", "")
    made = facts(project, "pt")
    assert (made["name"], made["lang"], made["masthead"]) == ("Português", "pt", "pt")
    assert made["dates"]["months"][2] == "março"  # type: ignore[index]
    assert made["languages"]["fr"] == "francês"  # type: ignore[index]


def test_a_language_from_right_to_left_is_one(project: Project) -> None:
    founding.found(project, "fa", "")
    assert facts(project, "fa")["direction"] == "rtl"


def test_facts_can_be_those_of_a_language_that_is_nearer(project: Project) -> None:
    founding.found(project, "pt", "fr")
    assert facts(project, "pt")["labels"]["item.1"] == "{a})"  # type: ignore[index]


def test_every_fact_has_a_comment(project: Project) -> None:
    founding.found(project, "pt", "")
    text = (project.locales / "pt" / "locale.toml").read_text("utf-8")
    tables = list(re.finditer(r"(?m)^\[(\w+)\]$", text))
    bare = [each[1] for each in tables if not _above(text, each.start()).startswith("#")]
    assert bare == []
    head = text[: tables[0].start()]
    assert head.count("#") > len(re.findall(r"(?m)^\w+ = ", head)) // 2


def _above(text: str, place: int) -> str:
    return text[:place].rstrip("\n").rpartition("\n")[2]


def test_all_wording_is_to_be_revised_and_no_final_document_is_made(project: Project) -> None:
    founding.found(project, "pt", "")
    report = Report()
    bundles.load(project.locales, "pt", report)
    (found,) = report
    assert "67 wordings are missing or to be revised" in found.message


@pytest.mark.parametrize(
    ("tag", "base", "fault"),
    [
        ("fr", "", "there is a language “fr” already"),
        ("x y", "", "is no language that the locale data knows"),
        ("../pt", "", "is no language that the locale data knows"),
        ("pt", "qps-latn", "is a pseudo-language"),
        ("pt", "tlh", "there is no language “tlh”"),
    ],
)
def test_what_cannot_be_made_is_refused(project: Project, tag: str, base: str, fault: str) -> None:
    before = set(project.locales.iterdir())
    with pytest.raises(UsageError, match=re.escape(fault)):
        founding.found(project, tag, base)
    assert set(project.locales.iterdir()) == before
