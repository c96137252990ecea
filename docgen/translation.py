"""The translator's side of a project: translation files kept up to date, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from docgen import bundle as bundles
from docgen.ids import write_ids
from docgen.localize import Extent, load_catalogue
from docgen.localize import status as extents
from docgen.model import Document, State
from docgen.project import Project
from docgen.read import read
from docgen.report import Report
from docgen.sync import Tally, update

STATES: tuple[State, ...] = ("translated", "stale", "untranslated")
Row = Sequence[str]


def sync(project: Project, document: str, languages: Sequence[str], report: Report) -> list[Row]:
    """Write the ids that `document` lacks, and bring its translations into `languages` up to date.

    Without `languages` every language of the project but its own gets one. Returns a table: a head,
    and a row for every file of new ids and for every language. Raises Rejected where the content
    has errors; then nothing is written.
    """
    source = _read(project, document, report)
    given = write_ids(source, report)
    rows: list[Row] = [(file, f"{len(ids)} new ids") for file, ids in given.items()]
    if given:
        source = _read(project, document, report)
    tags = [tag for tag in languages or bundles.tags(project.locales) if tag != source.front.source]
    tallies = {tag: _update(project, source, tag, report) for tag in tags}
    return rows + list(_tally_rows(source.name, tallies))


def _read(project: Project, document: str, report: Report) -> Document:
    source = read(project.folder(document), report)
    report.stop_on_errors()
    return source


def _update(project: Project, source: Document, tag: str, report: Report) -> Tally:
    bundle = bundles.load(project.locales, tag, report)
    return update(source, bundle, project.catalogue(source.name, tag))


def _tally_rows(name: str, tallies: Mapping[str, Tally]) -> Iterator[Row]:
    names = [field.name for field in fields(Tally)]
    yield (name, *names)
    for tag, tally in tallies.items():
        yield (f"  {tag}", *(str(getattr(tally, name)) for name in names))


def status(
    project: Project, documents: Sequence[str], languages: Sequence[str], report: Report
) -> list[Row]:
    """How many units and words of each translation are in which state, as a table with a head."""
    head = ("", *(f"{state} (words)" for state in STATES))
    return [head, *_status_rows(project, documents, languages, report)]


def _status_rows(
    project: Project, documents: Sequence[str], languages: Sequence[str], report: Report
) -> Iterator[Row]:
    for document in documents:
        source = _read(project, document, report)
        for tag in languages or bundles.tags(project.locales):
            if tag != source.front.source:
                counts = extents(source, load_catalogue(project.catalogue(source.name, tag)))
                yield (f"{source.name} {tag}", *(_extent(counts.get(state)) for state in STATES))


def _extent(extent: Extent | None) -> str:
    return f"{extent.units} ({extent.words})" if extent else "0 (0)"
