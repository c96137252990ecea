"""`docgen i18n export`, `import`, `prefill` and `terms` at the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.arguments.exchange import FORMATS as OFFERED
from docgen.cli import main
from docgen.interchange.formats import FORMATS
from docgen.project import Project
from tests.libraries import LAW, LIMA
from tests.translation.project import NAME, entry, made, translated


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    translated(project, "zh", replace(LIMA, msgstr=""))
    return project


def made_at(project: Project, suffix: str) -> Path:
    return project.root / "build" / "exchange" / f"{NAME}.zh{suffix}"


def test_all_formats_are_offered() -> None:
    assert tuple(FORMATS) == OFFERED


@pytest.mark.parametrize("form", OFFERED)
def test_a_translation_goes_out_and_comes_back(
    project: Project, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "export", f"--to={form}"], project.root) == 0
    assert "1 untranslated" in capsys.readouterr().out
    file = made_at(project, FORMATS[form].suffix)
    before = project.catalogue(NAME, "zh").read_bytes()
    assert main(["i18n", "import", str(file)], project.root) == 0
    assert project.catalogue(NAME, "zh").read_bytes() == before


def test_a_refused_unit_makes_the_import_fail_and_the_rest_is_taken(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "export", NAME, "--to=csv", "--lang=zh"], project.root) == 0
    file = made_at(project, ".csv")
    text = file.read_text("utf-8").replace("第7号法。", "第七号法。").replace("书籍**", "书籍")
    file.write_text(text, "utf-8")
    assert main(["i18n", "import", str(file)], project.root) == 1
    assert entry(project.catalogue(NAME, "zh"), "fn-law").msgstr == "第七号法。"
    assert "p-lend is not taken: “**” is not closed" in capsys.readouterr().err


def test_a_damaged_file_does_not_keep_others_from_being_taken(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "export", "--to=csv"], project.root) == 0
    good, bad = made_at(project, ".csv"), project.root / "bad.xlf"
    good.write_text(good.read_text("utf-8").replace("第7号法。", "第七号法。"), "utf-8")
    bad.write_text("<xliff", "utf-8")
    assert main(["i18n", "import", str(bad), str(good)], project.root) == 1
    assert entry(project.catalogue(NAME, "zh"), "fn-law").msgstr == "第七号法。"
    assert "bad.xlf:1: error: this is no XML" in capsys.readouterr().err


def test_a_new_translation_can_be_exported_before_it_is_begun(project: Project) -> None:
    project.catalogue(NAME, "zh").unlink()
    out = project.root / "new.xlf"
    words = ["i18n", "export", NAME, "--to=xliff21", "--lang=zh", "--output", str(out)]
    assert main(words, project.root) == 0
    assert "Libraries" in out.read_text("utf-8")


def test_untranslated_texts_are_filled_from_a_memory(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "export", "--to=tmx"], project.root) == 0
    translated(project, "zh", replace(LAW, msgstr=""))
    words = ["i18n", "prefill", "--lang=zh", "--tm", str(made_at(project, ".tmx"))]
    assert main(words, project.root) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == [NAME, "zh", "1", "0", "0"]
    assert entry(project.catalogue(NAME, "zh"), "fn-law").fuzzy


def test_the_glossary_goes_out_and_comes_back(project: Project) -> None:
    out, kept = project.root / "g.tbx", project.locales / "glossary.csv"
    before = kept.read_bytes()
    assert main(["i18n", "terms", "--output", str(out)], project.root) == 0
    assert main(["i18n", "terms", str(out)], project.root) == 0
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export", "--to=csv", "--lang=tlh"], "no language “tlh”"),
        (["export", "--to=csv", "--lang=en"], "is written in “en”"),
        (["prefill"], "nothing says which translation"),
        (["prefill", "--lang=zh", "--min=0"], "0 is no share"),
        (["terms"], "nothing says whether terms"),
        (["import", "x.xlf", "--lang=tlh"], "no language “tlh”"),
    ],
)
def test_a_wrong_command_is_told(
    project: Project, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", *words], project.root) == 2
    assert message in capsys.readouterr().err


def test_one_file_holds_one_translation(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["i18n", "export", "--to=csv", "--lang=zh,en", "--output=x.csv"]
    assert main(words, project.root) == 2
    assert "one file cannot hold 2 translations" in capsys.readouterr().err
