"""Content folder × language × profile → print files, each with the facts that the press needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from docgen import pipeline, profile, symbols
from docgen.made import FACTS
from docgen.model import Document
from docgen.pipeline import Progress
from docgen.profile import Profile
from docgen.project import Project
from docgen.report import Origin, Report
from docgen.style import Stylesheet
from docgen.timing import timed
from docgen.writing import Output

if TYPE_CHECKING:
    from docgen.render.setting import Beside

HINT = "docs/print.md says what a press accepts and how a document is mended."
SIDES = 2
"""A sheet of a booklet has two pages in its file, one for each side."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is printed: a finished document, its looks, the machine, whether it is final.

    `engine` sets the pages, or this process does.
    """

    document: Document
    sheet: Stylesheet
    profile: Profile
    final: bool
    engine: Beside | None = None


def build(
    project: Project,
    document: str,
    language: str,
    name: str,
    *,
    booklet: bool,
    final: bool,
    output: Path,
    report: Report,
    progress: Progress = lambda stage: None,
    engine: Beside | None = None,
) -> list[Output]:
    """Make `document` ready for the machine of the profile `name`, as a `booklet` too if asked.

    Beside each PDF stand its facts as text and as JSON. Pages are set by `engine`, or in this
    process. Raises Rejected, naming page and fault, when the preflight finds one, and SetupError
    when the pages would be of lower quality than others.
    """
    machine = profile.load(project.styles, name)
    progress("reading")
    expect = engine.expect if engine else None
    resolved, sheet = pipeline.prepare(
        project, document, language, final=final, report=report, expect=expect
    )
    job = _Job(resolved, sheet, machine, final, engine)
    stem = symbols.file_stem(symbols.parse(resolved.front.symbols[0]))
    start = output / resolved.name / language / f"{stem}-{language}"
    return _print(job, start, booklet, report, progress)


@timed("printing")
def _print(
    job: _Job, start: Path, booklet: bool, report: Report, progress: Progress
) -> list[Output]:
    """Lay out once and finish as pages and as booklet; nothing is given unless all is sound."""
    from docgen.render import press

    progress("setting pages")
    started = perf_counter()
    laid = press.lay_out(job.document, job.sheet, job.profile, job.engine)
    laid.require_quality()
    files: list[Output] = []
    for folded in (False, True)[: 1 + booklet]:
        kind = job.profile.booklet if folded else job.profile.name
        path = start.with_name(f"{start.name}-{kind}.pdf")
        progress(f"finishing {path.name}")
        rtl = job.document.direction == "rtl"
        done = press.finish(laid, job.profile, booklet=folded, rtl=rtl)
        files.append(Output(path, "pdf", done.pages, done.data, perf_counter() - started))
        files += _facts(job, path, done.data, folded, report)
    place = Origin(str(files[0].path))
    report.extend(replace(warning, origin=place) for warning in laid.warnings)
    report.stop_on_errors()
    return files


def _facts(job: _Job, path: Path, data: bytes, folded: bool, report: Report) -> list[Output]:
    """The preflight of one file, and its facts as text and as JSON."""
    from docgen import ticket
    from docgen.check import press
    from docgen.render import faces

    multiple = SIDES if folded else job.profile.pages_per_sheet
    found = press.examine(data, job.profile, multiple=multiple)
    for finding in found.findings:
        report.error(Origin(str(path)), str(finding), HINT)
    names = {faces.installed(font, job.sheet) for leaf in found.pages for font in leaf.fonts}
    facts = ticket.ticket(
        job.document,
        job.profile,
        found,
        names,
        name=path.name,
        data=data,
        booklet=folded,
        final=job.final,
    )
    return [
        Output(path.with_suffix(".txt"), FACTS, None, ticket.as_text(facts).encode()),
        Output(path.with_suffix(".json"), FACTS, None, ticket.as_json(facts).encode()),
    ]
