"""The text of a short document, read by a process of its own while this one loads all else.

A third of the modules of a build are there for reading, and the language, the translation and the
looks of a document can be read without its text. A long text would take longer to be handed over
than these take to be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.beside import Ended, possible, within
from docgen.report import Diagnostic, DocgenError, Report

if TYPE_CHECKING:
    from docgen.model import Document
    from docgen.pipeline import Reading
    from docgen.project import Project

LONG = 150_000
"""The bytes of text from which on a document is long."""


@contextmanager
def begun(wanted: bool, project: Project, document: str) -> Iterator[Reading | None]:
    """What waits for the source of `document`, if that is `wanted` and short.

    The process ends with the block, or as soon as it has given the source.
    """
    with ExitStack() as stack:
        able = wanted and possible() and _short(project, document)
        yield _process(stack, project.folder(document)) if able else None


def _short(project: Project, document: str) -> bool:
    try:
        texts = project.folder(document).glob("*.md")
        return sum(path.stat().st_size for path in texts) < LONG
    except (DocgenError, OSError):  # whoever reads it will say so
        return False


def _process(stack: ExitStack, folder: Path) -> Reading | None:
    other = within(stack, lambda _: _read(folder))
    if other is None:
        return None

    def reading(report: Report) -> Document:
        try:
            document, found = other.result()
        except Ended:
            document, found = _read(folder)
        finally:
            stack.close()
        report.extend(found)
        return document

    return reading


def _read(folder: Path) -> tuple[Document, list[Diagnostic]]:
    """The document, and what is wrong with it."""
    from docgen.read import read

    report = Report()
    return read(folder, report), list(report)
