"""A document → the ids that it lacks, written into its files or told."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.ids import write_ids
from docgen.project import Project
from docgen.report import Report
from docgen.translation.loading import Row, source_of
from docgen.units import Gap, missing

_NAMES = {"heading": "heading", "paragraph": "paragraph", "item": "list item"}


def identify(project: Project, document: str, report: Report, *, write: bool) -> Sequence[Row]:
    """Write the ids that `document` lacks → a row for each file; or report each as an error.

    Raises Rejected where the content has errors; then nothing is written.
    """
    source = source_of(project, document, report)
    if write:
        given = write_ids(source, report)
        return [(file, f"new ids: {len(ids)}", " ".join(ids)) for file, ids in given.items()]
    for gap in missing(source):
        hint = "`docgen ids --write` writes one; without it nothing can translate this text."
        report.error(gap.origin, f"this {_name(gap)} has no id", hint)
    return ()


def _name(gap: Gap) -> str:
    return _NAMES.get(gap.place, gap.prefix)
