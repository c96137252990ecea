"""Places of problems as this machine has them ↔ as every machine can understand them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from docgen.project import Project
from docgen.report import Diagnostic

OUTPUT = Path("output:")
"""What stands for the folder of what is made until the file is there."""

_CONTENT, _PROJECT = "content:", "project:"


def anywhere(
    found: Iterable[Diagnostic], project: Project, document: str
) -> tuple[Diagnostic, ...]:
    """Problems whose files are named from the folder of the document or of the project."""
    roots = {_CONTENT: project.folder(document).resolve(), _PROJECT: project.root.resolve()}
    return tuple(_moved(each, _named(each.origin.file, roots)) for each in found)


def here(
    found: Iterable[Diagnostic], project: Project, document: str, output: Path
) -> tuple[Diagnostic, ...]:
    """The same problems with the files of this machine."""
    roots = {
        _CONTENT: project.folder(document),
        _PROJECT: project.root,
        f"{OUTPUT}/": output,
    }
    return tuple(_moved(each, _found(each.origin.file, roots)) for each in found)


def _named(file: str, roots: dict[str, Path]) -> str:
    if not file or Path(file).is_relative_to(OUTPUT):
        return file
    whole = Path(file).resolve()
    for sign, root in roots.items():
        if whole.is_relative_to(root):
            return sign + whole.relative_to(root).as_posix()
    return file


def _found(file: str, roots: dict[str, Path]) -> str:
    for sign, root in roots.items():
        if file.startswith(sign):
            return str(root / file.removeprefix(sign))
    return file


def _moved(each: Diagnostic, file: str) -> Diagnostic:
    return replace(each, origin=replace(each.origin, file=file))
