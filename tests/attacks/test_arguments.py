"""Attacks by what is written behind a command, by a folder's name and by the environment."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from docgen.cli import main
from tests.attacks.attack import Attack, endure, project, report


def called(name: str, would: str, said: str, *words: str, status: int = 2) -> Attack:
    return Attack(name, would, report(), said, words, status)


ATTACKS = [
    called(
        "a document that climbs out",
        "build what lies elsewhere",
        "there is no document",
        *("build", "../../../etc"),
    ),
    called(
        "a language that climbs out",
        "read the facts of a language of the attacker's",
        "there is no language",
        *("build", "water", "--lang=../../tmp"),
    ),
    called(
        "a profile that climbs out",
        "read a profile of the attacker's",
        "there is no profile",
        *("build", "water", "--profile=../../../tmp/x"),
    ),
    called(
        "a format that climbs out",
        "write a file with an ending of the attacker's",
        "there is no format",
        *("build", "water", "--format=../pdf"),
    ),
    called(
        "an escape of the terminal in the name of a document",
        "write over what the terminal shows, since the name is repeated",
        "there is no document “\\u001b[2J”",
        *("build", "\x1b[2J"),
    ),
    called(
        "a word with braces",
        "be filled in with what the program holds in its memory",
        "there is no document “{0.__class__}”",
        *("build", "{0.__class__}"),
    ),
    called(
        "an import over a folder that is there",
        "write over the content",
        "is there already",
        *("import", "{root}/in.docx", "--output={root}/content"),
    ),
    called(
        "an import of a folder",
        "read what is no file",
        "cannot be read",
        *("import", "{root}/content", "--output={root}/out"),
        status=1,
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused(attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    endure(attack, tmp_path / "project", capsys)


def test_a_revision_that_looks_like_an_option_is_none_for_git(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", Attack("", "", report()))
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@b.c"]
    for words in (["init", "-q"], ["add", "content"], ["commit", "-qm", "A"]):
        subprocess.run([*git, *words], check=True)
    owned = tmp_path / "owned"
    assert main(["diff", "water", f"--since=--output={owned}", "--lang=en"], root) == 1
    assert "there is no revision" in capsys.readouterr().err
    assert not owned.exists()


def test_a_folder_with_a_strange_name_gives_files_of_that_name_and_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", Attack("", "", report()))
    strange = root / "content" / "-rf $(touch owned); \x1b[2J"
    (root / "content" / "water").rename(strange)
    assert main(["build", "--lang=en", "--format=html"], root) == 0
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert {path.name for path in (root / "build").iterdir()} == {strange.name, ".cache"}
    assert not list(tmp_path.rglob("owned"))
