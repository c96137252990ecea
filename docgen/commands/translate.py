"""`docgen i18n`: translations kept in step with the text."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.commands.work import select
from docgen.console import Console, table
from docgen.report import Report


def sync(options: Namespace, root: Path, console: Console) -> int:
    """Bring the translation files of each report up to date, and say what changed in them."""
    from docgen import translation

    work = select(options, root, console)
    for document in work.documents:
        report = Report()
        rows = work.attempt(translation.sync, work.project, document, options.lang, report)
        console.show(report)
        if rows:
            console.result(table(rows))
    return work.finish()


def status(options: Namespace, root: Path, console: Console) -> int:
    """Print how far the translations of each report have come."""
    from docgen import translation

    work, report = select(options, root, console), Report()
    rows = translation.status(work.project, work.documents, options.lang, report)
    console.show(report)
    console.result(table(rows))
    return work.finish()
