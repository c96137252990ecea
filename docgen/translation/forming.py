"""PO files → the same in canonical form, whatever tool has had them in hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen import po
from docgen.files import present, write_whole
from docgen.project import Project
from docgen.report import Report
from docgen.sync import canonical
from docgen.translation.loading import source_of, tags


def form(
    project: Project, document: str, languages: Sequence[str], report: Report, *, check: bool
) -> list[Path]:
    """Bring the translation files of `document` into canonical form → the files that were not.

    With `check` they stay as they are. Raises DocgenError for a file that cannot be understood.
    """
    return list(_formed(project, document, languages, report, check=check))


def _formed(
    project: Project, document: str, languages: Sequence[str], report: Report, *, check: bool
) -> Iterator[Path]:
    source = source_of(project, document, report)
    for tag in tags(project, source, languages):
        file = project.catalogue(source.name, tag)
        if file.exists():
            old = present(file)
            data = po.dump(canonical(po.read(file))).encode()
            if old != data:
                yield file
                if not check:
                    write_whole(file, data, instead=old)
