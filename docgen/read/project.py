"""A content folder → Document: report.md, its annexes in order, their notes, figures and data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.model import Annex, Block, Document, Form
from docgen.read import halves
from docgen.read.blocks import body
from docgen.read.files import locate
from docgen.read.front_matter import annex_front, report_front
from docgen.read.halves import Listed, Part, Text
from docgen.read.joints import check_marks, check_references, joints, with_languages
from docgen.read.markdown import parse
from docgen.read.notes import collect
from docgen.read.scope import BODY, FACETS, Scope, is_id
from docgen.read.sources import Source, display, load
from docgen.records import replace
from docgen.report import DocgenError, Origin, Rejected, Report
from docgen.timing import timed

REPORT_FILE = "report.md"
Blocks = tuple[Block, ...]


@timed("reading")
def read(folder: Path, report: Report) -> Document:
    """Read the document in `folder`, in its source language and not numbered yet.

    All that is wrong with it is added to `report`, in one run. Two processes read a long one.
    Raises DocgenError when there is nothing to read: no folder, no report.md, a text that is not
    UTF-8, or more of anything than the limits allow.
    """
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
    whole = _whole(Text(source, listed), scope)
    document = Document(
        name=folder.resolve().name,
        language=facts.front.source,
        front=facts.front,
        summary=whole.summary,
        blocks=whole.blocks,
        annexes=whole.annexes,
        notes=tuple(whole.notes),
    )
    _check_emptiness(document, source, report)
    found = joints(document, Origin(source.file))
    check_marks(document, found, facts.marks, report)
    check_references(found, {id for id in whole.ids if is_id(id)}, report)
    return with_languages(document, found)


def _check_emptiness(document: Document, source: Source, report: Report) -> None:
    if not (document.summary or document.blocks or document.annexes or report.errors):
        end = Origin(source.file, (source.front or "").count("\n") + 2)
        report.error(end, "the report has no text", "Write paragraphs below the front matter.")


def _whole(text: Text, scope: Scope) -> Part:
    """All that there is in a document, read by one process or by two."""
    parts = halves.parts(text, scope, _part)
    if not parts:
        return _part(text, scope)
    first, second = parts
    return Part(
        first.summary,
        first.blocks + second.blocks,
        first.annexes + second.annexes,
        [*scope.notes, *first.notes, *second.notes],
        scope.ids | first.ids | second.ids,
    )


def _part(text: Text, scope: Scope) -> Part:
    summary, blocks = _text(text.report, scope)
    annexes = tuple(_annexes(text.annexes, scope))
    return Part(summary, blocks, annexes, scope.notes, scope.ids)


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
