"""The checks on whole documents: the sample, and copies of it with faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen import bundle as bundles
from docgen import pipeline
from docgen.check.translation import RULES
from docgen.project import Project
from docgen.report import Diagnostic, Rejected, Severity

ROOT = Path(__file__).parents[3]
SAMPLE = "local-partnerships"
UNIT = "p-summary-mandate"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "styles").symlink_to(ROOT / "styles")
    return Project(tmp_path)


def spoil(project: Project, right: str, wrong: str) -> None:
    """Put something wrong into the Chinese translation."""
    file = project.catalogue(SAMPLE, "zh")
    text = file.read_text("utf-8")
    assert text.count(right) == 1
    file.write_text(text.replace(right, wrong), "utf-8")


def accept(project: Project, check: str) -> None:
    text = f'[[accept]]\nunit = "{UNIT}"\ncheck = "{check}"\nreason = "As agreed."\n'
    project.overlay(SAMPLE, "zh").write_text(text, "utf-8")


def told(project: Project, *, final: bool = False) -> list[Diagnostic]:
    return list(pipeline.check(project, SAMPLE, "zh", final=final))


@pytest.mark.parametrize("language", bundles.tags(ROOT / "locales"))
def test_in_the_clean_sample_nothing_is_found(language: str) -> None:
    assert list(pipeline.check(Project(ROOT), SAMPLE, language, final=True)) == []


def test_a_problem_has_its_place_its_unit_its_printed_number_and_its_key(project: Project) -> None:
    spoil(project, "(c)61个会员国", "(c)16个会员国")
    (found,) = told(project)
    assert (found.key, found.unit, found.number) == ("numbers", "p-basis", "paragraph 3")
    assert found.origin.file == str(project.catalogue(SAMPLE, "zh"))
    assert "p-basis does not say 61 and says 16, which its source does not" in str(found)
    assert "(paragraph 3) [numbers]" in str(found)


def test_a_warning_is_listed_and_a_final_document_is_made(project: Project) -> None:
    spoil(project, "(c)61个会员国", "(c)16个会员国")
    assert [found.severity for found in told(project, final=True)] == [Severity.WARNING]
    assert build(project)


def test_an_error_keeps_a_final_document_from_being_made(project: Project) -> None:
    spoil(project, "本报告系根据大会第97/214号决议编写", "本报告系根据大会第97/241号决议编写")
    with pytest.raises(Rejected) as raised:
        build(project)
    assert [found.key for found in raised.value.report.errors] == ["resolutions"]
    assert not (project.root / "build").exists()


def test_what_the_overlay_accepts_is_listed_as_accepted_and_stops_nothing(
    project: Project,
) -> None:
    spoil(project, "本报告系根据大会第97/214号决议编写", "本报告系根据大会第97/241号决议编写")
    accept(project, "resolutions")
    (found,) = told(project)
    assert (found.severity, found.reason) == (Severity.ACCEPTED, "As agreed.")
    assert str(found).endswith("[resolutions]\n    accepted: As agreed.")
    assert build(project)


def test_other_marks_than_those_of_the_source_are_accepted_too(project: Project) -> None:
    spoil(project, "介绍有2 879个当局", "介绍有**2 879个**当局")
    assert [(found.key, found.severity) for found in told(project)] == [
        ("codes", Severity.ERROR),
    ]
    accept(project, "codes")
    assert [found.severity for found in told(project)] == [Severity.ACCEPTED]


def test_a_check_of_another_name_is_refused_with_those_there_are(project: Project) -> None:
    accept(project, "number")
    (found,) = told(project)
    assert found.message == "there is no check “number”"
    assert found.hint.startswith("Did you mean “numbers”?")


def test_a_glossary_that_cannot_be_read_is_told_with_its_line(project: Project) -> None:
    (project.locales / "glossary.csv").write_text("en,Chinese\na,b\n", "utf-8")
    (found,) = told(project)
    assert found.severity is Severity.ERROR
    assert found.origin.file.endswith("glossary.csv")


def test_the_source_is_looked_at_too(project: Project) -> None:
    file = project.folder(SAMPLE) / "report.md"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("(see sect. [](#s-dialogues) below)", "(see sect. [](#s-dialogues) above)"),
        "utf-8",
    )
    (found,) = pipeline.check(project, SAMPLE, "en", final=False)
    assert (found.key, found.number) == ("direction", "paragraph 3")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("下文表[](#t-survey)", "上文表1", "table 1 is above, and it is below"),
        ("下文第[](#s-dialogues)节", "下文第一节", "section 一 is below, and it is the part in"),
        ("下文第[](#s-dialogues)节", "下文第2段", "paragraph 2 is below, and it is above"),
    ],
)
def test_numbers_that_are_typed_are_looked_up(
    project: Project, right: str, wrong: str, said: str
) -> None:
    spoil(project, f"(见{right})", f"(见{wrong})")
    (found,) = [found for found in told(project) if found.key == "direction"]
    assert said in found.message


def test_a_draft_is_built_without_the_checks(project: Project) -> None:
    spoil(project, "本报告系根据大会第97/214号决议编写", "本报告系根据大会第97/241号决议编写")
    made = pipeline.build(
        project, SAMPLE, "zh", ["html"], final=False, output=project.root / "build"
    )
    assert made.files


def build(project: Project) -> list[pipeline.Made]:
    output = project.root / "build"
    return pipeline.build(project, SAMPLE, "zh", ["html"], final=True, output=output).files


def test_the_manual_has_every_check_with_its_level() -> None:
    manual = (ROOT / "docs" / "checks.md").read_text("utf-8")
    rows = [row.strip("| ").split(" | ") for row in manual.splitlines() if row.startswith("| `")]
    levels = {row[0].strip("`"): row[1] for row in rows if len(row) == 3}
    assert {key: levels[key] for key in RULES} == {
        key: rule.severity.value for key, rule in RULES.items()
    }
