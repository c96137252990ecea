"""Two states of a document × language → a DOCX of the newer with its changes tracked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from docgen import history, symbols
from docgen.files import inside, write_whole
from docgen.history import State
from docgen.made import Made
from docgen.model import Document
from docgen.pipeline import Progress, prepare
from docgen.report import NOWHERE, DocgenError, Rejected, Report
from docgen.style import Stylesheet

if TYPE_CHECKING:
    from docgen.redline import Change
    from docgen.render.docx.package import Package

SUFFIX = "changes"


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison made, what changed in the text, and what there is to say about it."""

    file: Made
    changes: Sequence[Change]
    report: Report


def diff(
    old: State,
    new: State,
    language: str,
    *,
    author: str,
    final: bool,
    output: Path,
    progress: Progress = lambda stage: None,
) -> Compared:
    """Write the text of `new` with its changes against `old`, in the name of `author`.

    The changes are dated by SOURCE_DATE_EPOCH, else by the revision of `new`, else by the date of
    the document. Raises Rejected, with all errors in its report, when one of the states cannot be
    built.
    """
    from docgen import redline
    from docgen.render import docx

    started, report = perf_counter(), Report()
    progress("reading the old text")
    before = _old(old, new, language, report)
    progress("reading the new text")
    document, sheet = _prepared(new, language, final, report)
    progress("comparing")
    package = docx.package(document, sheet)
    changes = redline.merge(before, package, author, _date(new, document))
    stem = symbols.file_stem(symbols.parse(document.front.symbols[0]))
    path = output / document.name / language / f"{stem}-{language}-{SUFFIX}.docx"
    data = package.data()
    write_whole(inside(output, path), data, lasting=False)
    return Compared(Made(path, "docx", None, len(data), perf_counter() - started), changes, report)


def _prepared(
    state: State, language: str, final: bool, report: Report
) -> tuple[Document, Stylesheet]:
    """A state with its words and numbers; places of its problems are named by its revision."""
    found = Report()
    try:
        return prepare(state.project, state.document, language, final=final, report=found)
    except Rejected as error:
        raise Rejected(state.named(error.report)) from error
    finally:
        report.extend(state.named(found))


def _old(old: State, new: State, language: str, report: Report) -> Package:
    """The parts of the older state, whose warnings are of no use to anybody.

    Languages and styles of a revision may be written for another version of the engine; then
    those of today are taken.
    """
    if not old.revision:
        return _package(old, language)
    try:
        return _package(old, language)
    except (DocgenError, LookupError, TypeError, ValueError, OSError):
        with history.with_present_languages(old, new.project) as present:
            made = _package(present, language)
    report.warning(
        NOWHERE,
        f"the languages and styles of {old.revision} do not fit this version of docgen",
        "Those of today are used for the old text: changes of fixed wording do not show.",
    )
    return made


def _package(state: State, language: str) -> Package:
    """The parts of a state; its files are read until they are made."""
    from docgen.render import docx

    return docx.package(*_prepared(state, language, False, Report()))


def _date(new: State, document: Document) -> str:
    if document.modified:
        return f"{document.modified:%Y-%m-%dT%H:%M:%SZ}"
    return new.date or f"{document.front.date.isoformat()}T00:00:00Z"
