"""`docgen import`: a Word file made into a content folder."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.console import Console, counted, table
from docgen.report import Report


def word(options: Namespace, root: Path, console: Console) -> int:
    """Make the folder, say what it holds, and all that has to be looked at."""
    from docgen import importation
    from docgen.project import Project

    report = Report()
    stage = console.progress(str(options.file))
    done = importation.run(Project(root), options.file, options.output, options.lang, report, stage)
    console.show(report)
    console.result(table([(label, str(count)) for label, count in done.counts]))
    console.note(f"{options.output}: {counted(report.diagnostics)}")
    return 1 if report.errors else 0
