"""The order of things: content folder × language × formats → files under the output folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from docgen import bundle as bundles
from docgen import outstanding, writing
from docgen.bundle import Bundle
from docgen.catalogue import Catalogue
from docgen.localize import localize
from docgen.made import EPOCH, Made
from docgen.masthead import check_keys
from docgen.model import Document
from docgen.overlay import Overlay
from docgen.passes import Passes
from docgen.project import Project
from docgen.read.suggest import suggest
from docgen.read.worded import Read
from docgen.records import dataclass
from docgen.report import NOWHERE, DocgenError, Rejected, Report, Severity, UsageError
from docgen.resolve import resolve
from docgen.style import Stylesheet
from docgen.timing import timed

Progress = Callable[[str], None]
Reading = Callable[[Report], Document]
"""Gives the source of a document, and reports what is wrong with it."""

Expect = Callable[[Stylesheet, str, Callable[[], Document]], None]
"""Takes the looks of a text and its direction, before its words and numbers are there; and what
makes a sketch of it: its first page and its figures, without numbers."""


@dataclass(slots=True)
class Result:
    """What a build made, and what it has to say about it."""

    report: Report = field(default_factory=Report)
    files: list[Made] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Version:
    """A document as read, the same in another language with its numbers, and every problem."""

    source: Document
    resolved: Document
    catalogue: Catalogue
    sheet: Stylesheet
    report: Report


def prepare(
    project: Project,
    document: str,
    language: str,
    *,
    final: bool,
    report: Report,
    checked: bool = False,
    expect: Expect | None = None,
    reading: Reading | None = None,
) -> tuple[Document, Stylesheet]:
    """Everything up to the writers: the document with all its words and numbers, and its looks.

    A final document is checked, as is one that is to be `checked`; `expect` is told the looks as
    soon as they are known. With `reading` the source comes from there. Stops with `Rejected` after
    the stage that found errors.
    """
    passes = Passes(project, project.folder(document), language)
    found, sheet = _opened(passes, report, reading, whole=final or checked)
    if expect:
        sketch = partial(passes.sketch, found.source, sheet)
        expect(sheet, str(passes.bundle.facts["direction"]), sketch)
    checks = (final or checked) and not passes.bundle.disguise
    resolved, unfinished = _finished(passes, found, sheet, report, checks=checks, final=final)
    if final:
        _refuse_warnings(report, passes.bundle)
    report.stop_on_errors()
    dated = replace(resolved, modified=_source_date())
    listed = outstanding.with_list(dated, found.source, passes.bundle) if unfinished else dated
    return listed, sheet


def _opened(
    passes: Passes, report: Report, reading: Reading | None = None, *, whole: bool = True
) -> tuple[Read, Stylesheet]:
    """The document as read, with what is made of it at once if nobody has to see the `whole`.

    What does not depend on the source is read before it, if another process is reading that. Its
    errors are raised after those of the source.
    """
    if reading:
        passes.foresee()
    found = Read(reading(report)) if reading else _read(passes, report, whole)
    if not found.source.front.source:
        report.stop_on_errors()
    _require_language(passes.project, found.source, report)
    passes.warn(report)
    sheet = passes.sheet(found.source.front)
    check_keys(found.source.front, sheet.mastheads, report)
    report.stop_on_errors()
    return found, sheet


def _read(passes: Passes, report: Report, whole: bool) -> Read:
    """The source, whose readers are loaded where they are needed."""
    from docgen.read.project import read_on

    return read_on(passes.folder, report, partial(passes.ready, checked=whole))


def _finished(
    passes: Passes, found: Read, sheet: Stylesheet, report: Report, *, checks: bool, final: bool
) -> tuple[Document, bool]:
    """The version of a document that was read, and whether any of its texts may be open."""
    source, bundle, worded = found.source, passes.bundle, found.worded
    if worded and worded.complete:
        return resolve(worded.document, bundle, sheet, report), False
    entries = passes.catalogue(source)
    localized = worded.document if worded else localize(source, entries, bundle, report)
    words = localized if worded else passes.worded(localized, sheet, report)
    resolved = resolve(words, bundle, sheet, report)
    unfinished = outstanding.tell(source, resolved, entries, report, final=final)
    if checks:
        _check(passes.project, source, localized, resolved, entries.overlay, report)
    return resolved, unfinished


def _require_language(project: Project, source: Document, report: Report) -> None:
    """A document in a language that is not there would be taken for untranslated throughout."""
    written, known = source.front.source, bundles.tags(project.locales)
    if written not in known:
        hint = suggest(written, known, "The languages here")
        place = dict(source.front.places).get("source", NOWHERE)
        report.error(place, f"source: there is no language “{written}”", hint)
        report.stop_on_errors()


def version(project: Project, document: str, language: str) -> Version:
    """`document` in `language` for those who work on its translation, faults of which are kept.

    Raises Rejected for errors of the source alone, DocgenError for a file that cannot be read.
    """
    report, passes = Report(), Passes(project, project.folder(document), language)
    found, sheet = _opened(passes, report)
    source, catalogue = found.source, passes.catalogue(found.source)
    words = localize(source, catalogue, passes.bundle, report)
    resolved = resolve(passes.worded(words, sheet, report), passes.bundle, sheet, report)
    _check(project, source, words, resolved, catalogue.overlay, report)
    return Version(source, resolved, catalogue, sheet, report)


def _source_date() -> datetime | None:
    """The moment in SOURCE_DATE_EPOCH, in seconds since 1970, to which all files are to be dated.

    Whoever makes packages that others can make again sets it (reproducible-builds.org).
    """
    if not (given := os.environ.get(EPOCH)):
        return None
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        hint = "Give the seconds since 1970 as a whole number, or leave the variable out."
        raise UsageError(f"{EPOCH} is “{given}”, no moment", hint) from error


@timed("checking")
def _check(
    project: Project,
    source: Document,
    words: Document,
    resolved: Document,
    overlay: Overlay,
    report: Report,
) -> None:
    """Drafts do without the checks, which are loaded only when they are needed."""
    from docgen.check import translation

    translation.check(project, source, words, resolved, overlay, report)


def _refuse_warnings(report: Report, bundle: Bundle) -> None:
    """In a final document wording that is missing from the bundle is an error."""
    place = str(bundle.folder / bundles.MESSAGES)
    report.diagnostics = [
        replace(found, severity=Severity.ERROR) if found.origin.file == place else found
        for found in report
    ]


def build(
    project: Project,
    document: str,
    language: str,
    formats: Sequence[str],
    *,
    final: bool,
    output: Path,
    attach_source: bool = False,
    progress: Progress = lambda stage: None,
) -> Result:
    """Make `document` in `language` in every one of `formats`; a file appears whole or not at all.

    With `attach_source` a PDF holds the files of its content folder. Raises Rejected, with all
    errors in its report, when the content does not allow it.
    """
    result = Result()
    progress("reading")
    prepared = prepare(project, document, language, final=final, report=result.report)
    for name in formats:
        progress(f"writing {name}")
        attached = writing.sources(project, document, name) if attach_source else {}
        made = writing.write(
            *prepared,
            name,
            output,
            attached,
            store=project.store,
            report=result.report,
            final=final,
        )
        result.files.append(made.write(output))
    return result


def check(project: Project, document: str, language: str, *, final: bool) -> Report:
    """All problems of `document` in `language`, without making anything.

    Raises only what is no fault of the content: UsageError, SetupError.
    """
    report = Report()
    try:
        prepare(project, document, language, final=final, report=report, checked=True)
    except DocgenError as error:
        if error.status != DocgenError.status:
            raise
        report.extend(error.report if isinstance(error, Rejected) else [error.diagnostic])
    return report


def dump(project: Project, document: str, language: str) -> str:
    """The finished document as readable text: one line for every block, with its number."""
    from docgen.render import text

    resolved, _ = prepare(project, document, language, final=False, report=Report())
    return text.write(resolved)
