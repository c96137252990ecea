"""A small project on disk: reports of one paragraph, with the languages and styles of this one."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
FRONT = """\
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2026-01-05
source: en
original: en
session: 99
agenda_item: 5
agenda_title: Water
title: Water
author: secretary-general
"""
TEXT = """\
# Wells {#s-wells}

{#p-dug}
Wells were dug.
"""
REPORT = f"---\n{FRONT}---\n\n{TEXT}"

TRANSLATION = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "p-dug"
msgid "Wells were dug."
msgstr "已经挖井。"
"""


def project(root: Path, *names: str) -> Path:
    """A project at `root` with a report for each name, each with a Chinese translation begun."""
    translations = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", root / "locales", ignore=translations)
    shutil.copytree(ROOT / "styles", root / "styles")
    for number, name in enumerate(names, 1):
        write(root, name, REPORT.replace("A/99/1", f"A/99/{number}"))
        translate(root, name, TRANSLATION)
    return root


def write(root: Path, name: str, text: str) -> None:
    """Give the report `name` another text."""
    path = root / "content" / name / "report.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def translate(root: Path, name: str, text: str) -> None:
    """Give the report `name` another translation."""
    path = root / "locales" / "zh" / "documents" / f"{name}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def made(folder: Path) -> dict[str, bytes]:
    """The files that were built, without those that are kept for the next build."""
    paths = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {
        path.as_posix(): (folder / path).read_bytes()
        for path in sorted(paths)
        if path.parts[0] != ".cache"
    }
