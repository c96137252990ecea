"""PDFs for the desk, from a process of their own.

The server answers in threads, and a process with threads cannot begin others that help it. This one
is begun before them; the page engine is loaded with the first PDF, and is there for all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from docgen.beside import Ended, cores, possible, serving, sparing
from docgen.preview.desk import Press, printed
from docgen.project import Project


@contextmanager
def press() -> Iterator[Press]:
    """What makes a PDF of a document; this process does where no other can be begun."""
    with sparing(cores() - 1), ExitStack() as stack:
        yield _Press(stack).make if possible() else printed


class _Press:
    """The process, until the end of `stack`; where it is gone, all is made here."""

    def __init__(self, stack: ExitStack) -> None:
        self.ask = stack.enter_context(serving(lambda wanted: printed(*wanted)))

    def make(self, project: Project, document: str, language: str) -> Path:
        """A PDF of a document in a language → its file."""
        try:
            return self.ask((project, document, language))
        except Ended:
            return printed(project, document, language)
