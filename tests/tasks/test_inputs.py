"""Keys: what changes the file changes the key, and nothing else does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from docgen import fontconfig
from docgen.fontconfig import Font
from docgen.made import EPOCH
from docgen.project import Project
from docgen.tasks import engine
from docgen.tasks.inputs import Inputs
from docgen.tasks.prints import Prints
from docgen.tasks.task import PRINT, Manner, Task
from tests.projects import REPORT, TRANSLATION, project, translate, write

ROOT = Path(__file__).parents[2]
PDF, DOCX = Task("water", "zh", "pdf"), Task("water", "zh", "docx")
FINAL = Task("water", "zh", "docx", Manner(final=True))
PRESS = Task("water", "zh", PRINT, Manner(profile="print"))
ENGLISH = Task("water", "en", "docx")
TASKS = (PDF, DOCX, FINAL, PRESS, ENGLISH)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "water", "air")


def keys(root: Path) -> dict[Task, str]:
    """The keys of all tasks as a new process finds them."""
    inputs = Inputs(Project(root), Prints())
    found = {task: inputs.key(task) for task in TASKS}
    assert all(found.values())
    return found


def changed(root: Path, before: dict[Task, str]) -> set[Task]:
    after = keys(root)
    return {task for task in TASKS if after[task] != before[task]}


def append(path: Path, text: str = "\n") -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def test_the_same_files_elsewhere_have_the_same_keys(root: Path, tmp_path: Path) -> None:
    other = shutil.copytree(root, tmp_path / "another" / "place")
    assert keys(other) == keys(root)


def test_each_task_has_a_key_of_its_own(root: Path) -> None:
    assert len(set(keys(root).values())) == len(TASKS)


def test_a_changed_text_changes_every_task_of_the_document(root: Path) -> None:
    before = keys(root)
    write(root, "water", f"{REPORT}\nAnd filled.\n")
    assert changed(root, before) == set(TASKS)


def test_a_changed_translation_changes_the_tasks_of_one_language(root: Path) -> None:
    before = keys(root)
    translate(root, "water", TRANSLATION.replace("挖井", "打井"))
    assert changed(root, before) == set(TASKS) - {ENGLISH}


@pytest.mark.parametrize("name", ["water.approved.tsv", "water.overlay.toml"])
def test_so_does_what_stands_beside_a_translation(root: Path, name: str) -> None:
    before = keys(root)
    (root / "locales" / "zh" / "documents" / name).write_text("# nothing\n", "utf-8")
    assert changed(root, before) == set(TASKS) - {ENGLISH}


def test_other_documents_do_not_matter(root: Path) -> None:
    before = keys(root)
    write(root, "air", REPORT)
    translate(root, "air", "")
    translate(root, "waterfall", "")
    assert changed(root, before) == set()


@pytest.mark.parametrize(
    ("name", "tasks"),
    [
        ("styles/un-hq.toml", set(TASKS)),
        ("styles/templates/blocks.html.j2", set(TASKS)),
        ("styles/press/print.toml", {PRESS}),
        ("locales/messages.pot", set(TASKS)),
        ("locales/zh/messages.po", {PDF, DOCX, FINAL, PRESS}),
        ("locales/zh/ordinals.tsv", {PDF, DOCX, FINAL, PRESS}),
    ],
)
def test_styles_and_languages_change_what_is_made_with_them(
    root: Path, name: str, tasks: set[Task]
) -> None:
    before = keys(root)
    append(root / name)
    assert changed(root, before) == tasks


def test_a_new_style_of_ones_own_matters(root: Path) -> None:
    before = keys(root)
    (root / "styles" / "local.toml").write_text("", "utf-8")
    assert changed(root, before) == set(TASKS)


def test_a_date_from_the_environment_matters(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(root)
    monkeypatch.setenv(EPOCH, "2400000000")
    assert changed(root, before) == set(TASKS)


def test_fonts_and_libraries_matter_to_what_is_set_here(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(root)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "fonts", lambda families, prints: ["another font"])
        assert changed(root, before) == {PDF, PRESS}
    monkeypatch.setattr(engine, "libraries", lambda: ("Pango 9",))
    assert changed(root, before) == {PDF, PRESS}


def test_what_needs_no_fonts_does_not_ask_for_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fonts() -> None:
        raise AssertionError("Fontconfig was asked")

    monkeypatch.setattr(fontconfig, "fonts", fonts)
    assert Inputs(Project(root), Prints()).key(DOCX)
    with pytest.raises(AssertionError, match="was asked"):
        Inputs(Project(root), Prints()).key(PDF)


def test_another_version_of_docgen_or_of_a_package_matters(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(root)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "_packages", lambda: iter(["weasyprint 71.0"]))
        assert changed(root, before) == set(TASKS)
    code = shutil.copytree(engine.CODE, tmp_path / "docgen")
    monkeypatch.setattr(engine, "CODE", code)
    assert changed(root, before) == set()
    append(code / "resolve.py")
    assert changed(root, before) == set(TASKS)


def test_a_font_is_known_by_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "font.otf"
    file.write_bytes(b"letters")
    installed = (Font(file, 0, ("Times",), "Times Bold"), Font(file, 0, ("Song",), "Song"))
    monkeypatch.setattr(fontconfig, "fonts", lambda: installed)
    first = engine.fonts(["Times"], Prints())
    file.write_bytes(b"characters")
    assert engine.fonts(["Times"], Prints()) != first
    assert len(first) == 1
    assert str(tmp_path) not in "".join(first)


def test_what_cannot_be_read_has_no_key(root: Path) -> None:
    (root / "locales" / "zh" / "locale.toml").write_text("no toml", "utf-8")
    assert Inputs(Project(root), Prints()).key(DOCX) == ""
    assert Inputs(Project(root), Prints()).key(ENGLISH) != ""


DESK = {
    *("anyio", "click", "h11", "idna", "starlette", "typing_extensions", "uvicorn", "watchfiles"),
}
"""What only the preview loads."""


def test_the_packages_of_a_build_are_those_of_the_lock() -> None:
    _, builds, *_ = (ROOT / "requirements.lock").read_text("utf-8").split("# ---- ")
    locked = {name.replace("-", "_") for name in re.findall(r"^([\w.-]+)==", builds, re.MULTILINE)}
    assert locked - {"flit_core"} - DESK == engine.PACKAGES
