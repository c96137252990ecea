"""States of a document: folders, and revisions of git that are unpacked for as long as needed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen import history
from docgen.project import Project
from docgen.report import DocgenError, Origin, Report, UsageError
from tests.test_cli import REPORT

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not on this machine")


def git(root: Path, *arguments: str) -> None:
    person = {
        "NAME": "A. Writer",
        "EMAIL": "writer@example.org",
        "DATE": "2026-01-05T12:00:00+02:00",
    }
    said = {
        f"GIT_{who}_{key}": value
        for who in ("AUTHOR", "COMMITTER")
        for key, value in person.items()
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **said, **alone})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of which one revision is kept, and whose report was changed since."""
    made = Project(tmp_path / "project")
    report = made.content / "water" / "report.md"
    for path in (report, made.locales / "en" / "locale.toml", made.styles / "un-hq.toml"):
        path.parent.mkdir(parents=True)
        path.write_text(f"old {path.name}", "utf-8")
    git(made.root, "init", "-q")
    git(made.root, "add", ".")
    git(made.root, "commit", "-q", "-m", "Begin")
    report.write_text(REPORT, "utf-8")
    return made


def read(state: history.State, name: str = "report.md") -> str:
    return (Path(state.document) / name).read_text("utf-8")


def test_a_name_is_the_document_as_it_is_now(project: Project) -> None:
    with history.state(project, "water") as now:
        assert (read(now), now.revision, now.date) == (REPORT, "", "")
        assert now.project.root == project.root


def test_a_revision_is_unpacked_with_its_languages_and_styles_and_removed_again(
    project: Project,
) -> None:
    (project.styles / "un-hq.toml").write_text("new", "utf-8")
    with history.state(project, "water@HEAD") as old:
        assert read(old) == "old report.md"
        assert (old.project.styles / "un-hq.toml").read_text("utf-8") == "old un-hq.toml"
        assert (old.project.locales / "en" / "locale.toml").is_file()
        assert (old.revision, old.date) == ("HEAD", "2026-01-05T10:00:00Z")
    assert not Path(old.document).exists()


def test_links_in_a_revision_are_copies_of_its_files_and_lead_nowhere_else(
    project: Project, tmp_path: Path
) -> None:
    folder = project.content / "water"
    for name, target in {
        "same.md": "report.md",
        "style.toml": "../../styles/un-hq.toml",
        "out.md": "../../../secret.md",
        "round.md": "about.md",
        "about.md": "round.md",
    }.items():
        (folder / name).symlink_to(target)
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    git(project.root, "add", ".")
    git(project.root, "commit", "-q", "-m", "Link")
    with history.state(project, "water@HEAD") as state:
        found = sorted(path.name for path in Path(state.document).iterdir())
        assert found == ["report.md", "same.md", "style.toml"]
        assert read(state, "same.md") == REPORT
        assert read(state, "style.toml") == "old un-hq.toml"
        assert not any(path.is_symlink() for path in Path(state.document).iterdir())


def test_a_folder_in_a_project_of_its_own_has_the_languages_of_that(
    project: Project, tmp_path: Path
) -> None:
    other = Project(tmp_path / "other")
    with history.state(other, str(project.content / "water")) as state:
        assert state.project.root == project.root
    with history.state(other, f"{project.content / 'water'}@HEAD") as state:
        assert read(state) == "old report.md"


def test_a_folder_elsewhere_in_git_has_the_languages_of_the_present_project(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    (folder / "report.md").write_text("alone", "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    with history.state(project, f"{folder}@HEAD") as state:
        assert read(state) == "alone"
        assert state.project.root == project.root
        assert Path(state.document).name == "alone"


def test_a_document_that_was_removed_since_is_still_at_its_revision(project: Project) -> None:
    shutil.rmtree(project.content / "water")
    with history.state(project, "water@HEAD") as old:
        assert read(old) == "old report.md"


@pytest.mark.parametrize("revision", ["HEAD~7", "no-such-tag", "--help"])
def test_an_unknown_revision_is_an_error(project: Project, revision: str) -> None:
    with (
        pytest.raises(DocgenError, match=f"no revision “{revision}”"),
        history.state(project, f"water@{revision}"),
    ):
        pass


def test_a_document_that_a_revision_does_not_have_is_an_error(project: Project) -> None:
    (project.content / "ice").mkdir()
    (project.content / "ice" / "report.md").write_text(REPORT, "utf-8")
    with (
        pytest.raises(DocgenError, match="no document “ice” at the revision HEAD"),
        history.state(project, "ice@HEAD"),
    ):
        pass


def test_an_unknown_document_is_an_error(project: Project) -> None:
    with pytest.raises(UsageError), history.state(project, "fire"):
        pass


def test_problems_of_a_revision_are_named_by_it(project: Project) -> None:
    with history.state(project, "water@HEAD") as old:
        report = Report()
        report.error(Origin(f"{old.document}/report.md", 3), "wrong")
        (found,) = old.named(report)
    assert str(found.origin) == "HEAD:content/water/report.md:3"


def test_the_author_is_the_one_that_git_knows(project: Project) -> None:
    git(project.root, "config", "user.name", "A. Reviser")
    assert history.author(project) == "A. Reviser"


def test_present_languages_keep_the_translations_of_the_old_state(
    project: Project, tmp_path: Path
) -> None:
    old = history.State(project, "water")
    for name, text in (("old", "old"), ("present", "present")):
        root = project.root if name == "old" else tmp_path / "present"
        folder = root / "locales" / "en" / "documents"
        folder.mkdir(parents=True)
        (folder / "water.po").write_text(text, "utf-8")
    (tmp_path / "present" / "styles").mkdir()
    (tmp_path / "present" / "locales" / "en" / "locale.toml").write_text("present", "utf-8")
    with history.with_present_languages(old, Project(tmp_path / "present")) as mixed:
        language = mixed.project.locales / "en"
        assert (language / "locale.toml").read_text("utf-8") == "present"
        assert (language / "documents" / "water.po").read_text("utf-8") == "old"
