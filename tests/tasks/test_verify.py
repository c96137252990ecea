"""`docgen build --verify`: whether a file is what the content makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.cli import main
from tests.projects import REPORT, made, project, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose two reports are built."""
    root = project(tmp_path / "project", "air", "water")
    assert main(["build", "--format=pdf,docx,html", "--jobs=1"], root) == 0
    return root


def verify(root: Path, file: Path, *options: str) -> int:
    return main(["build", f"--verify={file}", *options], root)


@pytest.mark.parametrize("name", ["water/zh/A_99_2-zh.pdf", "air/en/A_99_1-en.docx"])
def test_a_file_that_the_content_makes_is_found_wherever_it_lies(
    root: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(shutil.copy(root / "build" / name, tmp_path))
    before = made(root / "build")
    capsys.readouterr()
    assert verify(root, file) == 0
    assert capsys.readouterr().out.endswith(f"{file.name}: just what the content makes\n")
    assert made(root / "build") == before


def test_a_file_of_an_older_text_is_told_with_what_differs(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "water", REPORT.replace("A/99/1", "A/99/2").replace("dug", "drilled"))
    for kind, where in (
        ("pdf", "page 1: drawn otherwise"),
        ("docx", "part word/document.xml, paragraph "),
        ("html", "line "),
    ):
        capsys.readouterr()
        assert verify(root, root / "build" / "water" / "en" / f"A_99_2-en.{kind}") == 1
        first, *lines = capsys.readouterr().out.splitlines()
        assert ": not what the content makes (" in first
        assert any(line.strip().startswith(where) for line in lines)


def test_a_file_of_another_document_has_another_name(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copy(root / "build/air/en/A_99_1-en.docx", tmp_path / "A_98_7-en.docx"))
    assert verify(root, other) == 2
    assert "no document here makes a file with the name A_98_7-en.docx" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(root, root / "none.pdf") == 2
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_content_with_errors_makes_no_file_to_compare(root: Path) -> None:
    write(root, "water", f"{REPORT}\nAnd [^none].\n".replace("A/99/1", "A/99/2"))
    assert verify(root, root / "build" / "water" / "en" / "A_99_2-en.docx", "water") == 1


def test_a_print_file_is_verified_with_its_profile(root: Path) -> None:
    assert main(["build", "water", "--lang=en", "--profile=office"], root) == 0
    folder = root / "build" / "water" / "en"
    for name in ("A_99_2-en-office.pdf", "A_99_2-en-office-sheet.pdf"):
        assert verify(root, folder / name, "--profile=office") == 0
    facts = folder / "A_99_2-en-office.txt"
    assert verify(root, facts, "--profile=office") == 0
    facts.write_text(facts.read_text("utf-8").replace("draft", "final"), "utf-8")
    assert verify(root, facts, "--profile=office") == 1
