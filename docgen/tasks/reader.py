"""The text of a short document, read by a process of its own while this one loads all else.

A third of the modules of a build are there for reading, and the language, the translation and the
looks of a document can be read without its text. A long text would take longer to be handed over
than these take to be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.beside import Ended, Other, Receive, begin, cores, held, possible, sparing, within
from docgen.report import Diagnostic, DocgenError, Report

if TYPE_CHECKING:
    from docgen.model import Document
    from docgen.pipeline import Reading
    from docgen.project import Project

Read = tuple["Document", list[Diagnostic]]
"""A document, and what is wrong with it."""

LONG = 150_000
"""The bytes of text from which on a document is long."""

_ready: Other[Read] | None = None
"""A process that has been begun for a text that is not known yet."""


@contextmanager
def foreseen() -> Iterator[None]:
    """Let another process load what reads a text, before it is known whether one will be read.

    To understand the words of a command takes as long as a third of that. What is not made use of
    ends with the block.
    """
    global _ready
    with sparing(cores() - 1):
        able = possible()
    try:
        with suppress(OSError):
            _ready = begin(_serve) if able else None
        yield
    finally:
        _leave()


def _leave() -> None:
    """End the process that was begun before, if nobody has taken it."""
    global _ready
    ready, _ready = _ready, None
    if ready:
        ready.end()


@contextmanager
def begun(wanted: bool, project: Project, document: str) -> Iterator[Reading | None]:
    """What waits for the source of `document`, if that is `wanted` and short.

    The process ends with the block, or as soon as it has given the source.
    """
    with ExitStack() as stack:
        able = wanted and possible() and _short(project, document)
        if not able:
            _leave()
        yield _process(stack, project.folder(document)) if able else None


def _short(project: Project, document: str) -> bool:
    try:
        texts = project.folder(document).glob("*.md")
        return sum(path.stat().st_size for path in texts) < LONG
    except (DocgenError, OSError):  # whoever reads it will say so
        return False


def _process(stack: ExitStack, folder: Path) -> Reading | None:
    other = _taken(stack) or within(stack, _serve)
    if other is None:
        return None
    other.send(folder)

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


def _taken(stack: ExitStack) -> Other[Read] | None:
    """The process that was begun before, which is ended with `stack` from now on."""
    global _ready
    ready, _ready = _ready, None
    return stack.enter_context(held(ready)) if ready else None


def _serve(receive: Receive) -> Read:
    from docgen.read import project  # noqa: F401 - which takes as long as to read

    return _read(receive())


def _read(folder: Path) -> Read:
    from docgen.read import read

    report = Report()
    return read(folder, report), list(report)
