"""A project with the report about libraries and its Chinese translation, for tests of commands."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from docgen import po
from docgen.po import Entry
from docgen.project import Project
from docgen.report import Report
from docgen.translation import Syncing, sync
from tests.libraries import BODY, ENTRIES, FRONT, ROOT

NAME = "libraries"


def made(folder: Path, body: str = BODY, front: str = FRONT) -> Project:
    """The project in `folder`, with the languages and styles of this one, and no translation."""
    content = folder / "content" / NAME
    content.mkdir(parents=True)
    (content / "report.md").write_text(front + body, "utf-8")
    ignored = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", folder / "locales", ignore=ignored)
    (folder / "styles").symlink_to(ROOT / "styles")
    return Project(folder)


def translated(project: Project, tag: str = "zh", *changed: Entry) -> Path:
    """Write the whole translation, some of its entries changed, as sync leaves it."""
    file = project.catalogue(NAME, tag)
    file.parent.mkdir(exist_ok=True)
    entries = {**po.catalogue(ENTRIES), **po.catalogue(changed)}
    file.write_text(po.dump(entries.values()), "utf-8")
    synced(project, Syncing([tag]))
    return file


def reworded(project: Project, old: str, new: str) -> None:
    """Change the source."""
    file = project.content / NAME / "report.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def synced(project: Project, how: Syncing) -> Sequence[Path]:
    """Sync without any problem → the files that have changed."""
    report = Report()
    _, changed = sync(project, NAME, how, report)
    assert list(report) == []
    return changed


def entry(file: Path, id: str) -> Entry:
    """The entry of the unit `id`."""
    return po.catalogue(po.read(file))[id]


def edited(file: Path, id: str, msgstr: str) -> None:
    """A translator revises a unit."""
    entries = [
        replace(one, msgstr=msgstr, flags=()) if one.context == id else one for one in po.read(file)
    ]
    file.write_text(po.dump(entries), "utf-8")
