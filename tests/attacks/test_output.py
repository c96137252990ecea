"""Attacks by links in the folder that a build writes into, and links that are no attack."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import cli
from docgen.cli import main
from tests.attacks.attack import REPORT, TEXT, Attack, project, report

BUILD = ("build", "water", "--lang=en", "--format=html,docx")
FILE = "build/water/en/A_99_1-en.html"
KEPT = "a letter to my mother"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, and beside it a folder of somebody else."""
    (tmp_path / "mine" / "en").mkdir(parents=True)
    (tmp_path / "mine" / "letter.html").write_text(KEPT, "utf-8")
    return project(tmp_path / "project", Attack("", "", report()))


def link(root: Path, name: str, target: Path | str) -> Path:
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
    return place


def mine(root: Path) -> dict[str, str]:
    """What lies in the folder of somebody else."""
    folder = root.parent / "mine"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files
    }


@pytest.mark.parametrize(
    ("name", "target"),
    [
        (FILE, "{mine}/letter.html"),
        (FILE, "{mine}/new.html"),
        (FILE, "../../../../mine/letter.html"),
        ("build/water/en", "{mine}"),
        ("build/water", "{mine}"),
        ("build/water", "../../mine"),
        (FILE, "../../../content/water/report.md"),
    ],
    ids=[
        "overwrite a file of the builder's",
        "make a file where the builder has rights",
        "overwrite it by a way that is not absolute",
        "put all files of a language elsewhere",
        "put all files of a document elsewhere",
        "put them elsewhere by a way that is not absolute",
        "overwrite the report with what is made of it",
    ],
)
def test_a_link_that_leads_out_of_the_output_folder_is_not_followed(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, target: str
) -> None:
    place = link(root, name, target.format(mine=root.parent / "mine"))
    source = (root / REPORT).read_bytes()
    assert main(BUILD, root) == 1
    assert mine(root) == {"letter.html": KEPT}
    assert (root / REPORT).read_bytes() == source
    assert place.is_symlink()
    said = capsys.readouterr().err
    assert f"error: a symbolic link leads the file out of the folder {root}/build" in said
    assert "Remove the link, or build into another folder." in said
    assert "Traceback" not in said


def test_the_other_files_of_the_build_are_made(root: Path) -> None:
    link(root, FILE, root.parent / "mine" / "letter.html")
    assert main(BUILD, root) == 1
    assert (root / FILE).with_suffix(".docx").is_file()


def test_a_comparison_does_not_follow_it_either(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = root.parent / "old" / "water"
    old.mkdir(parents=True)
    (old / "report.md").write_text(report()[REPORT].replace("dug", "drilled"), "utf-8")
    link(root, "build/water", root.parent / "mine")
    assert main(["diff", str(old), "water", "--author=A", "--lang=en"], root) == 1
    assert "a symbolic link leads the file out" in capsys.readouterr().err
    assert mine(root) == {"letter.html": KEPT}


def test_the_trace_of_a_fault_is_not_written_through_a_link(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> int:
        raise RuntimeError("a fault")

    place = link(root, "build/docgen-crash.txt", root.parent / "mine" / "letter.html")
    monkeypatch.setattr(cli, "_run", broken)
    assert main(BUILD, root) == cli.BROKEN
    assert mine(root) == {"letter.html": KEPT}
    assert "RuntimeError: a fault" in place.read_text("utf-8")


# ---- links that are no attack ------------------------------------------------------------------


def test_the_output_folder_may_be_a_link_to_another_disk(root: Path) -> None:
    link(root, "build", root.parent / "mine")
    assert main(BUILD, root) == 0
    assert "Wells were dug" in mine(root)["water/en/A_99_1-en.html"]


def test_a_folder_given_by_a_link_is_as_good(root: Path) -> None:
    link(root, "shared", root.parent / "mine")
    assert main([*BUILD[:3], "--format=html", f"--output={root / 'shared'}"], root) == 0
    assert (root.parent / "mine/water/en/A_99_1-en.html").is_file()


def test_a_link_to_another_place_in_the_output_folder_is_followed(root: Path) -> None:
    (root / "build" / "all").mkdir(parents=True)
    place = link(root, "build/water", "all")
    assert main(BUILD, root) == 0
    assert place.is_symlink()
    assert TEXT.splitlines()[-1] in (root / "build/all/en/A_99_1-en.html").read_text("utf-8")
