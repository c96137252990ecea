"""A translation made elsewhere fills a PO file, and goes to the texts it belongs to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen import aligning, importation, pipeline, po
from docgen.po import Entry
from docgen.project import Project
from docgen.report import Report, UsageError

ROOT = Path(__file__).parents[2]
SAMPLE = "local-partnerships"
CODES = re.compile(r"\[\^[^\]]*\]|\[\]\(#[^)]*\)|\]\([^)]*\)|[*\[\]\\\s]")
LEAST = 0.95


def bare(text: str) -> str:
    return CODES.sub("", text)


@pytest.fixture(scope="module", params=["fr", "zh"])
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def old(tag: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of a version that is known text by text."""
    output = tmp_path_factory.mktemp("old")
    done = pipeline.build(Project(ROOT), SAMPLE, tag, ["docx"], final=True, output=output)
    return done.files[0].path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The sample without its translations."""
    for folder in ("content", "locales", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for folder in tmp_path.glob("locales/*/documents"):
        shutil.rmtree(folder)
    return Project(tmp_path)


def entries(project: Project, tag: str) -> Mapping[str, Entry]:
    return po.catalogue(po.read(project.catalogue(SAMPLE, tag)))


def right(project: Project, tag: str) -> list[str]:
    """The units that have the words they are known to have."""
    known, made = entries(Project(ROOT), tag), entries(project, tag)
    return [id for id, entry in known.items() if bare(entry.msgstr) == bare(made[id].msgstr)]


def test_the_units_of_a_word_file_find_their_source(project: Project, tag: str, old: Path) -> None:
    done = aligning.align(project, old, SAMPLE, tag, Report())
    assert len(right(project, tag)) >= LEAST * done.units
    assert done.lone == ()


def test_codes_are_carried_over(project: Project, tag: str, old: Path) -> None:
    aligning.align(project, old, SAMPLE, tag, Report())
    known, made = entries(Project(ROOT), tag), entries(project, tag)
    same = [id for id in known if known[id].msgstr == made[id].msgstr]
    assert len(same) >= LEAST * len(known)


def test_what_is_filled_is_fuzzy_and_says_where_it_is_from(
    project: Project, tag: str, old: Path
) -> None:
    aligning.align(project, old, SAMPLE, tag, Report())
    entry = entries(project, tag)["p-mandate"]
    assert entry.fuzzy
    assert entry.comments == (f"From {old.name}, paragraph 1.",)


def test_a_translation_that_is_there_stays_unless_it_is_to_be_replaced(
    project: Project, tag: str, old: Path
) -> None:
    file = project.catalogue(SAMPLE, tag)
    aligning.align(project, old, SAMPLE, tag, Report())
    said = f'msgstr "{entries(project, tag)["s-introduction"].msgstr}"'
    edited = file.read_text("utf-8").replace(said, 'msgstr "Mine"', 1)
    file.write_text(edited, "utf-8")
    done = aligning.align(project, old, SAMPLE, tag, Report())
    assert (done.filled, done.kept) == (0, done.paired)
    assert file.read_text("utf-8") == edited
    aligning.align(project, old, SAMPLE, tag, Report(), replace=True)
    assert entries(project, tag)["s-introduction"].msgstr != "Mine"


def test_markdown_is_read_as_well(project: Project, tag: str, old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    importation.run(project, old, folder, tag, Report())
    done = aligning.align(project, folder / "report.md", SAMPLE, tag, Report())
    assert len(right(project, tag)) >= LEAST * done.units


def test_texts_that_the_old_version_lacks_move_no_others(
    project: Project, tag: str, old: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    importation.run(project, old, folder, tag, Report())
    file = folder / "report.md"
    paragraphs = file.read_text("utf-8").split("\n\n")
    plain = [at for at, text in enumerate(paragraphs) if re.match(r"\{#p-\w+\}\n\w", text)]
    for at in reversed(plain[8:11]):
        del paragraphs[at]
    file.write_text("\n\n".join(paragraphs), "utf-8")
    report = Report()
    done = aligning.align(project, file, SAMPLE, tag, report)
    assert len(right(project, tag)) >= LEAST * (done.units - 3)
    lacking = [found for found in report if "has no partner" in found.message]
    assert len(lacking) >= 3


def test_a_text_without_front_matter_is_taken_for_the_text_of_the_report(
    project: Project, tag: str, tmp_path: Path
) -> None:
    old = tmp_path / "old.md"
    said = entries(Project(ROOT), tag)["s-introduction"].msgstr
    old.write_text(f"# {said}\n", "utf-8")
    done = aligning.align(project, old, SAMPLE, tag, Report())
    assert done.filled == 1
    assert entries(project, tag)["s-introduction"].msgstr == said


def test_a_file_of_another_kind_is_refused(project: Project, tag: str) -> None:
    with pytest.raises(UsageError, match="is no old translation that can be read"):
        aligning.align(project, Path("old.odt"), SAMPLE, tag, Report())
