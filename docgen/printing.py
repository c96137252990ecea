"""Content folder × language × profile → print files, each with the facts that the press needs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from docgen import pipeline, profile, symbols
from docgen.made import FACTS
from docgen.model import Document, Figure, Image
from docgen.pipeline import Progress
from docgen.profile import Profile
from docgen.project import Project
from docgen.render.raster import SVG
from docgen.report import Origin, Report
from docgen.style import Stylesheet
from docgen.timing import timed
from docgen.walk import find
from docgen.writing import Output

if TYPE_CHECKING:
    from docgen.check.press import Finding
    from docgen.render.press.sheet import Sheet
    from docgen.render.setting import Beside

HINT = "docs/print.md says what a press accepts and how a document is mended."
EFFECTS = re.compile(rb"opacity|mask|blend|rgba|hsla|gradient|pattern|<image|device-cmyk", re.I)
"""What a drawing can have that a press cannot print."""

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

    Beside each PDF stand its facts as text, as JSON and as a sheet of paper. Pages are set by
    `engine`, or in this process. Raises Rejected, naming page and fault, when the preflight finds
    one, and SetupError when the pages would be of lower quality than others.
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
    """The preflight of one file, and its facts as text, as JSON and as a sheet of paper."""
    from docgen import ticket
    from docgen.check import press
    from docgen.render import faces

    multiple = SIDES if folded else job.profile.pages_per_sheet
    found = press.examine(data, job.profile, multiple=multiple)
    for finding in found.findings:
        _refuse(job.document, finding, Origin(str(path)), report)
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
        _sheet(job, path.with_name(f"{path.stem}-sheet.pdf"), ticket.as_sheet(facts), report),
    ]


def _sheet(job: _Job, path: Path, facts: Sheet, report: Report) -> Output:
    """The facts of one file as a PDF; their page is set where those of the document were."""
    from docgen.render.press import sheet

    started = perf_counter()
    if job.engine:
        job.engine.expect(job.sheet, job.document.direction)
    made = sheet.write(job.document, job.sheet, facts, job.engine)
    made.require_quality()
    report.extend(replace(warning, origin=Origin(str(path))) for warning in made.warnings)
    return Output(path, "pdf", made.pages, made.data, perf_counter() - started)


def _refuse(document: Document, finding: Finding, made: Origin, report: Report) -> None:
    """Report a fault where the picture stands that has it, or at the file if that is not known."""
    suspects = list(_suspects(document, finding)) if finding.page else []
    names = ", ".join(image.name for _, image in suspects)
    if len(suspects) == 1:
        report.error(suspects[0][0], f"{finding} ({names})", HINT)
    else:
        report.error(made, str(finding), f"It may be in {names}. {HINT}" if names else HINT)


def _suspects(document: Document, finding: Finding) -> Iterator[tuple[Origin, Image]]:
    """The pictures that may have a fault: those of its dots, or else drawings with effects."""
    pictures = [
        (figure.alt.origin, figure.image)
        for figure in find(document, Figure)
        if isinstance(figure.image, Image)
    ]
    dots = [picture for picture in pictures if _has_dots(picture[1], finding.pixels)]
    effects = (picture for picture in pictures if EFFECTS.search(picture[1].data))
    yield from dots or (picture for picture in effects if picture[1].media_type == SVG)


def _has_dots(image: Image, pixels: tuple[int, int]) -> bool:
    """Whether `image` is a photograph of so many dots, lying on its side or not."""
    from PIL import Image as Photograph

    if not all(pixels) or image.media_type == SVG:
        return False
    with Photograph.open(io.BytesIO(image.data)) as opened:
        return sorted(opened.size) == sorted(pixels)
