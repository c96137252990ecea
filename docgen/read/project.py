"""A content folder → Document: report.md, its annexes in order, their notes, figures and data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from docgen.model import Annex, Block, Document, Form, Front
from docgen.read.blocks import body
from docgen.read.files import locate
from docgen.read.front_matter import ReportFront, annex_front, report_front
from docgen.read.halves import Listed, Part, Text, halves
from docgen.read.joints import (
    Joints,
    check_marks,
    check_number,
    check_references,
    joined,
    joints,
    with_languages,
)
from docgen.read.markdown import parse
from docgen.read.notes import collect
from docgen.read.scope import BODY, FACETS, Scope, is_id
from docgen.read.sources import Source, display, load
from docgen.read.worded import Read, Worded
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin, Rejected, Report
from docgen.timing import timed

REPORT_FILE = "report.md"
Blocks = tuple[Block, ...]

Ready = Callable[[Front], Callable[[Document], Worded | None]]
"""The first page → what gives a half its words, or None where only the whole tells which."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A document of which only the front matter is read yet, and what its readers have to know."""

    facts: ReportFront
    text: Text
    scope: Scope


@timed("reading")
def read(folder: Path, report: Report) -> Document:
    """Read the document in `folder`, in its source language and not numbered yet.

    All that is wrong with it is added to `report`, in one run.
    Raises DocgenError when there is nothing to read: no folder, no report.md, a text that is not
    UTF-8, or more of anything than the limits allow.
    """
    return _alone(_begun(folder, report))


@timed("reading")
def read_on(folder: Path, report: Report, ready: Ready) -> Read:
    """Read the document in `folder` as `read` does, a long one by two processes.

    Each gives its half its words at once; what one process reads has still to be given them.
    `ready` is asked for what does so before there are two.
    """
    begun, found = _begun(folder, report), Report()
    if report.errors:
        return Read(_alone(begun))
    give = ready(begun.facts.front)
    parts, worded = halves(begun.text, begun.scope, _part, lambda part: give(_half(begun, part)))
    source = _whole(begun, parts, found) if parts else None
    if not source or found.errors:
        return Read(_alone(begun))
    report.extend(found)
    return Read(source, worded)


def _begun(folder: Path, report: Report) -> _Begun:
    path = folder / REPORT_FILE
    if not path.is_file():
        missing = f"there is no {REPORT_FILE}" if folder.is_dir() else "there is no such folder"
        hint = f"A document is a folder with the file {REPORT_FILE}."
        raise DocgenError(missing, hint, Origin(display(folder)))
    if not locate(folder, REPORT_FILE, (".md",), Origin(display(folder)), report):
        raise Rejected(report)
    source = load(path, report)
    scope = Scope(source.file, folder, report, {}, [])
    facts = report_front(source, scope)
    listed = [(number, *annex) for number, annex in enumerate(facts.annexes, 1)]
    return _Begun(facts, Text(source, listed), scope)


def _alone(begun: _Begun) -> Document:
    """A document read by this process alone."""
    return _whole(begun, [_part(begun.text, begun.scope)], begun.scope.report)


def _whole(begun: _Begun, parts: Sequence[Part], report: Report) -> Document:
    """The document of all its parts, after a look that its joints hold."""
    facts, source = begun.facts, begun.text.report
    found = joined(joints(facts.front), *(part.joints for part in parts))
    document = _document(begun, parts, found)
    _check_emptiness(document, source, report)
    check_number(found, Origin(source.file))
    check_marks(facts.front, found, facts.marks, report)
    check_references(found, {id for part in parts for id in part.ids if is_id(id)}, report)
    return document


def _half(begun: _Begun, part: Part) -> Document:
    """The document that would have nothing but this part."""
    return _document(begun, [part], joined(joints(begun.facts.front), part.joints))


def _document(begun: _Begun, parts: Sequence[Part], found: Joints) -> Document:
    front = begun.facts.front
    return Document(
        name=begun.scope.folder.resolve().name,
        language=front.source,
        front=front,
        summary=parts[0].summary,
        blocks=tuple(chain.from_iterable(part.blocks for part in parts)),
        annexes=tuple(chain.from_iterable(part.annexes for part in parts)),
        notes=with_languages((note for part in parts for note in part.notes), found),
    )


def _check_emptiness(document: Document, source: Source, report: Report) -> None:
    if not (document.summary or document.blocks or document.annexes or report.errors):
        end = Origin(source.file, (source.front or "").count("\n") + 2)
        report.error(end, "the report has no text", "Write paragraphs below the front matter.")


def _part(text: Text, scope: Scope) -> Part:
    summary, blocks = _text(text.report, scope)
    annexes = tuple(_annexes(text.annexes, scope))
    found = joints((summary, blocks, annexes), scope.notes)
    return Part(summary, blocks, annexes, scope.notes, scope.ids, found)


def _text(source: Source, scope: Scope) -> tuple[Blocks, Blocks]:
    """The summary and the blocks of a file; its notes are added in the order of their lines."""
    before, nodes = len(scope.notes), parse(source.body, source.file)
    collect(nodes, scope)
    parts = body(nodes, scope)
    scope.notes[before:] = sorted(scope.notes[before:], key=lambda note: note.text.origin)
    return parts


def _annexes(listed: Iterable[Listed], scope: Scope) -> Iterator[Annex]:
    seen: set[str] = set()
    for number, name, origin in listed:
        if name in seen:
            scope.report.error(origin, f"the annex “{name}” is there twice", "Name it once.")
        elif locate(scope.folder, name, (".md",), origin, scope.report):
            try:
                yield _annex(load(scope.folder / name, scope.report), number, scope)
            except DocgenError as error:
                scope.report.add(error.diagnostic)
        seen.add(name)


def _annex(source: Source, number: int, scope: Scope) -> Annex:
    scope = replace(scope, file=source.file, allowed=BODY, place="an annex")
    front = annex_front(source, number, scope)
    facets = tuple(facet.key for facet in front.facets) or FACETS
    form: Form = "numbered" if front.numbered else "unnumbered"
    _, blocks = _text(source, replace(scope, form=form, facets=facets))
    return Annex(front.title, blocks, front.id, front.original, "", front.edited, front.facets)
