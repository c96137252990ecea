"""Names of a project → documents as read and the languages of their translations."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import bundle as bundles
from docgen.model import Document
from docgen.project import Project
from docgen.read import read
from docgen.report import Report, UsageError

Row = Sequence[str]
"""A row of a table that tells what was done; it may end early."""


def source_of(project: Project, document: str, report: Report) -> Document:
    """The document as read; raises Rejected where its content has errors."""
    source = read(project.folder(document), report)
    report.stop_on_errors()
    return source


def tags(project: Project, source: Document, languages: Sequence[str]) -> list[str]:
    """The languages that `source` is translated into: those named, else all of the project.

    Raises UsageError for a pseudo-language.
    """
    for tag in set(languages) & set(bundles.pseudo_tags(project.locales)):
        fault = f"“{tag}” is a pseudo-language: nobody translates into it"
        raise UsageError(fault, f"docgen build --lang={tag} makes it from the text itself.")
    named = languages or bundles.tags(project.locales)
    return [tag for tag in named if tag != source.front.source]
