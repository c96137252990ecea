"""Translation files after other tools have had them in hand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from docgen.project import Project
from docgen.report import DocgenError, Report
from docgen.translation import Syncing, form
from tests.libraries import LEND
from tests.translation.project import NAME, made, reworded, synced, translated


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    translated(project)
    reworded(project, "Libraries lend", "Public libraries lend")
    reworded(project, "Act 7.", "Act 8.")
    synced(project, Syncing(["zh"]))
    return project


def formed(project: Project, *, check: bool = False) -> list[Path]:
    return form(project, NAME, ["zh"], Report(), check=check)


def file_of(project: Project) -> Path:
    return project.catalogue(NAME, "zh")


def test_what_sync_writes_is_in_canonical_form(project: Project) -> None:
    assert formed(project) == []


@pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")
@pytest.mark.parametrize(
    "command", [["msgcat", "--width=30"], ["msgattrib", "--no-wrap"]], ids=" ".join
)
def test_the_form_is_restored_after_the_tools_of_gettext(
    project: Project, command: list[str]
) -> None:
    before = file_of(project).read_bytes()
    subprocess.run([*command, "-o", file_of(project), file_of(project)], check=True)
    formed(project)
    assert file_of(project).read_bytes() == before


def test_what_editors_add_to_the_header_goes_but_the_names_of_people(project: Project) -> None:
    text = file_of(project).read_text("utf-8")
    added = (
        '"PO-Revision-Date: 2045-03-01 12:00+0000\\n"\n"X-Generator: Poedit 3.4\\n"\n'
        '"Last-Translator: Wen\\n"\n"Project-Id-Version: \\n"\n"Language-Team:\\n"\n'
    )
    changed = text.replace('"Language: zh', f'{added}"Language: zh', 1)
    file_of(project).write_text(f"#\n{changed}", "utf-8")
    assert formed(project) == [file_of(project)]
    after = file_of(project).read_text("utf-8")
    assert "Last-Translator: Wen" in after
    assert "Date" not in after
    assert "Poedit" not in after
    assert after.replace('"Last-Translator: Wen\\n"\n', "") == text


def test_the_text_before_goes_with_the_doubt_about_it(project: Project) -> None:
    text = file_of(project).read_text("utf-8")
    assert "#| msgid" in text
    file_of(project).write_text(text.replace("#, fuzzy\n", ""), "utf-8")
    formed(project)
    assert "#|" not in file_of(project).read_text("utf-8")
    assert LEND.msgstr in file_of(project).read_text("utf-8")


def test_a_look_writes_nothing(project: Project) -> None:
    text = file_of(project).read_text("utf-8").replace("\n", "\r\n")
    file_of(project).write_bytes(text.encode())
    assert formed(project, check=True) == [file_of(project)]
    assert file_of(project).read_bytes() == text.encode()


def test_a_file_that_cannot_be_read_is_left_alone(project: Project) -> None:
    file_of(project).write_text("<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(DocgenError, match="cannot be read"):
        formed(project)
    assert file_of(project).read_text("utf-8") == "<<<<<<< HEAD\n"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_gettext_accepts_what_sync_writes_with_a_pivot(project: Project, tmp_path: Path) -> None:
    third = project.locales / "xx"
    shutil.copytree(project.locales / "en", third)
    synced(project, Syncing(["xx"], pivot="zh"))
    for tag in ("zh", "xx"):
        file = project.catalogue(NAME, tag)
        command = ["msgfmt", "--check", "--output-file", str(tmp_path / "a.mo"), str(file)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
