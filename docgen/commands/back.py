"""`docgen check FILE.docx`: what colleagues changed in a Word file, and taking it over."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from docgen.console import Console
from docgen.report import DocgenError, Report, UsageError

SUFFIXES = (".docx", ".docm")


def is_file(name: str) -> bool:
    """Whether an argument of `docgen check` names a Word file, and not a document."""
    return name.lower().endswith(SUFFIXES)


def check(options: Namespace, root: Path, console: Console) -> int:
    """Print what differs between a Word file and its content; 1 when something is left to do."""
    from docgen.project import Project
    from docgen.readback import back
    from docgen.readback.show import Shown

    project, report = Project(root), Report()
    name, language = _given(options)
    source = back.source_of(project, Path(name), options.document, language)
    outcome = back.look(source, report)
    if options.write:
        outcome = back.take(source, outcome)
    console.show(report)
    for line in Shown(_has_colours(), options.write).lines(outcome):
        console.result(line)
    return 0 if outcome.clean else DocgenError.status


def _given(options: Namespace) -> tuple[str, str]:
    """The file and the language that are named; UsageError for more than one of either."""
    if len(options.documents) > 1:
        raise UsageError("one Word file is checked at a time", "Name one file and nothing else.")
    if len(options.lang) > 1:
        raise UsageError("a Word file is in one language", "Name one language after --lang.")
    return options.documents[0], (options.lang or [""])[0]


def _has_colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
