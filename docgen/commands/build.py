"""`docgen build`: documents × languages × formats → files, and a list of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.commands import OUTPUT
from docgen.commands.work import Work, known, select
from docgen.console import Console, files
from docgen.report import UsageError

if TYPE_CHECKING:
    from docgen.pipeline import Made, Result
    from docgen.project import Project

DEFAULT_FORMATS = ("pdf", "docx")


def build(options: Namespace, root: Path, console: Console) -> int:
    """Make every file that is asked for, and list what was made."""
    from docgen import pipeline

    work = select(options, root, console)
    formats = known("format", options.format, pipeline.FORMATS) or list(DEFAULT_FORMATS)
    _check_printing(options, work.project)
    made: list[Made] = []
    for document, language in work.tasks():
        result = work.attempt(_build, work, document, language, formats)
        made += result.files if result else []
    if made:
        console.result(files(made))
    return work.finish()


def _build(work: Work, document: str, language: str, formats: Sequence[str]) -> Result:
    from docgen import pipeline, printing

    options, project = work.options, work.project
    common: dict[str, Any] = {
        "final": work.final,
        "output": options.output or project.root / OUTPUT,
        "progress": work.console.progress(f"{Path(document).resolve().name} {language}"),
    }
    if options.profile:
        result = printing.build(
            project, document, language, options.profile, booklet=options.booklet, **common
        )
    else:
        result = pipeline.build(
            project, document, language, formats, attach_source=options.attach_source, **common
        )
    work.console.show(result.report)
    return result


def _check_printing(options: Namespace, project: Project) -> None:
    """UsageError for a profile that does not exist, and for options that do not go together."""
    if options.profile:
        from docgen import profile

        known("profile", [options.profile], profile.names(project.styles))
        if options.format:
            raise UsageError("--profile makes PDF alone", "Leave out --format.")
    elif options.booklet:
        raise UsageError("a booklet needs a profile", "Add --profile=print or --profile=office.")
