"""`docgen diff` from the command line: what it makes, what it says, what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.cli import main
from tests.redline import deciding
from tests.redline.deciding import W
from tests.test_cli import REPORT, ROOT
from tests.test_history import git

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not on this machine")
CHANGED = REPORT.replace("Wells were dug.", "Deep wells were dug.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in git with a report that was changed since the last revision."""
    report = tmp_path / "content" / "water" / "report.md"
    report.parent.mkdir(parents=True)
    report.write_text(REPORT, "utf-8")
    translations = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", tmp_path / "locales", ignore=translations)
    shutil.copytree(ROOT / "styles", tmp_path / "styles")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "A. Reviser")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    report.write_text(CHANGED, "utf-8")
    return tmp_path


def made(root: Path) -> bytes:
    return (root / "build" / "water" / "en" / "A_99_1-en-changes.docx").read_bytes()


def marks(root: Path) -> list[tuple[str, str, str]]:
    """Kind, author and date of the changes of the text."""
    body = deciding.parts(made(root))["word/document.xml"]
    found = body.iter(f"{W}ins", f"{W}del")
    return [(m.tag.removeprefix(W), m.get(f"{W}author"), m.get(f"{W}date")) for m in found]


@pytest.mark.parametrize(
    "words",
    [["water@HEAD"], ["water@HEAD", "water"], ["water", "--since", "HEAD"]],
)
def test_each_way_to_name_two_states_makes_the_same_file(
    words: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *words, "--lang=en"], root) == 0
    assert {kind for kind, *_ in marks(root)} == {"ins", "del"}
    printed = capsys.readouterr().out
    assert "A_99_1-en-changes.docx" in printed
    assert "1 change of the text\n  1.  changed   Deep wells were dug." in printed


def test_the_author_is_that_of_git_and_the_date_that_of_the_document(root: Path) -> None:
    assert main(["diff", "water@HEAD"], root) == 0
    assert {mark[1:] for mark in marks(root)} == {("A. Reviser", "2026-01-05T00:00:00Z")}


def test_author_and_date_can_be_given(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert main(["diff", "water@HEAD", "--author=Drafting Unit"], root) == 0
    assert {mark[1:] for mark in marks(root)} == {("Drafting Unit", "1970-01-02T00:00:00Z")}


def test_two_revisions_are_dated_by_the_newer(root: Path) -> None:
    git(root, "commit", "-q", "-a", "-m", "Deepen")
    assert main(["diff", "water@HEAD~1", "water@HEAD"], root) == 0
    assert {mark[2] for mark in marks(root)} == {"2026-01-05T10:00:00Z"}


def test_two_folders_are_compared(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "issued" / "water"
    other.mkdir(parents=True)
    (other / "report.md").write_text(REPORT, "utf-8")
    assert main(["diff", str(other), "water", "--output", str(root / "build")], root) == 0
    assert marks(root)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["water"], 2, "an older state is missing"),
        (["water", "water", "water"], 2, "two states are compared"),
        (["water@HEAD", "water", "--since=HEAD"], 2, "--since goes with one state"),
        (["fire@HEAD"], 1, "no document “fire” at the revision HEAD"),
        (["fire", "water"], 2, "no document “fire”"),
        (["water@HEAD~9"], 1, "no revision “HEAD~9”"),
        (["water@HEAD", "--lang=xx"], 2, "no language “xx”"),
    ],
)
def test_what_cannot_be_compared_is_said(
    words: list[str], status: int, said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *words], root) == status
    assert said in capsys.readouterr().err
    assert not (root / "build").exists()


def test_errors_of_the_old_text_are_named_by_its_revision(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = root / "content" / "water" / "report.md"
    report.write_text(f"{REPORT}\nSee [](#nowhere).\n", "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Spoil")
    report.write_text(CHANGED, "utf-8")
    assert main(["diff", "water@HEAD"], root) == 1
    assert "HEAD:content/water/report.md:21" in capsys.readouterr().err


def test_old_languages_that_do_not_fit_are_replaced_with_a_warning(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = root / "locales" / "en" / "locale.toml"
    now = facts.read_text("utf-8")
    facts.write_text("", "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Empty the language")
    facts.write_text(now, "utf-8")
    (root / "content" / "water" / "report.md").write_text(f"{CHANGED}\nAnd wide.\n", "utf-8")
    assert main(["diff", "water@HEAD"], root) == 0
    assert "of HEAD do not fit this version of docgen" in capsys.readouterr().err
    assert marks(root)
