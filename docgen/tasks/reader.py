"""The text of a short document, read by a process of its own while this one loads all else.

A third of the modules of a build are there for reading, and the language, the translation and the
looks of a document can be read without its text. A long text would take longer to be handed over
than these take to be loaded. When it has read, the process can do something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.beside import Answer, Ended, Other, Receive, doing, possible
from docgen.report import Diagnostic, DocgenError, Report

if TYPE_CHECKING:
    from docgen.model import Document
    from docgen.project import Project

LONG = 150_000
"""The bytes of text from which on a document is long."""


@contextmanager
def begun(wanted: bool, project: Project, document: str) -> Iterator[Text | None]:
    """What waits for the source of `document`, if that is `wanted` and short.

    The process ends with the block, or as soon as it has given the source and nobody needs it.
    """
    with ExitStack() as stack:
        able = wanted and possible() and _short(project, document)
        yield _begun(stack, project.folder(document)) if able else None


def _short(project: Project, document: str) -> bool:
    try:
        texts = project.folder(document).glob("*.md")
        return sum(path.stat().st_size for path in texts) < LONG
    except (DocgenError, OSError):  # whoever reads it will say so
        return False


class Text:
    """What waits for the source of a document in `folder`, which an `other` process reads."""

    def __init__(self, stack: ExitStack, other: Other[Any], folder: Path) -> None:
        self.stack, self.other, self.folder = stack, other, folder
        self.done = True

    def __call__(self, report: Report) -> Document:
        """The source; what is wrong with it is reported. Raises what reading it raised."""
        read: Document | DocgenError
        try:
            read, found = self.other.result()
        except Ended:
            read, found = _read(self.folder)
        finally:
            if self.done:
                self.stack.close()
        report.extend(found)
        if isinstance(read, DocgenError):
            raise read
        return read

    def then(self, work: Callable[[Receive], Any]) -> Other[Any]:
        """Have the process do `work` when it has read → the process, with that as its result."""
        self.done = False
        self.other.send(work)
        return self.other


def _begun(stack: ExitStack, folder: Path) -> Text | None:
    """The process that reads, where the system begins one."""
    try:
        return Text(stack, stack.enter_context(doing(partial(_serve, folder))), folder)
    except OSError:
        return None


def _serve(folder: Path, receive: Receive, answer: Answer) -> None:
    """What the process does: read a text, and then what it is told to do."""
    answer(partial(_read, folder))
    work = receive()
    answer(partial(work, receive))


def _read(folder: Path) -> tuple[Document | DocgenError, list[Diagnostic]]:
    """The document, or why there is none; and what was found wrong with it until then."""
    from docgen.read import read

    report = Report()
    try:
        return read(folder, report), list(report)
    except DocgenError as error:
        return error, list(report)
