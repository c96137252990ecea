"""`docgen check` and `docgen dump`: what is wrong with a report, and what it says."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.commands import back
from docgen.commands.work import select
from docgen.console import Console, counted
from docgen.report import DocgenError, UsageError


def check(options: Namespace, root: Path, console: Console) -> int:
    """Print the problems of every report; a status of 1 says that there are errors.

    The name of a Word file stands for what was changed in it.
    """
    from docgen import pipeline

    if any(map(back.is_file, options.documents)):
        return back.check(options, root, console)
    if options.write or options.document:
        hint = "Name the file: docgen check FILE.docx --write."
        raise UsageError("--write and --document belong to a Word file", hint)
    work = select(options, root, console)
    for document, language in work.tasks():
        found = work.attempt(pipeline.check, work.project, document, language, final=work.final)
        if found is not None:
            console.show(found)
            work.status = max(work.status, DocgenError.status if found.errors else 0)
    console.result(counted(console.shown.diagnostics))
    return work.status


def dump(options: Namespace, root: Path, console: Console) -> int:
    """Print a report in its source language, or in those that are asked for."""
    from docgen import pipeline

    work = select(options, root, console)
    (document,) = work.documents
    for language in options.lang or work.project.languages(document)[:1]:
        console.result(pipeline.dump(work.project, document, language))
    return 0
