"""Finished document × format → its file, as bytes and in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from docgen import symbols
from docgen.files import inside, read_all, write_whole
from docgen.made import Made
from docgen.model import Document
from docgen.project import Project
from docgen.records import dataclass
from docgen.report import Diagnostic, Origin, Report
from docgen.store import Store
from docgen.style import Stylesheet
from docgen.timing import CLOCK

if TYPE_CHECKING:
    from docgen.render.docx.dots import Studio
    from docgen.render.setting import Engine

Attached = Mapping[str, bytes]
"""Files that a PDF is to hold, by their names."""


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file before it is anywhere; `pages` is known for PDF alone."""

    path: Path
    format: str
    pages: int | None
    data: bytes
    seconds: float = 0.0

    def write(self, output: Path) -> Made:
        """Put the file in its place, which is in the folder `output`."""
        write_whole(inside(output, self.path), self.data, lasting=False)
        return Made(self.path, self.format, self.pages, len(self.data), self.seconds)


def sources(project: Project, document: str, name: str) -> Attached:
    """The files of the content folder, which only the format PDF can hold."""
    return read_all(project.folder(document)) if name == "pdf" else {}


def write(
    document: Document,
    sheet: Stylesheet,
    name: str,
    output: Path,
    attached: Attached,
    *,
    store: Store,
    report: Report,
    final: bool = False,
    engine: Engine | None = None,
    studio: Studio | None = None,
) -> Output:
    """Print `document` in the format `name` → the file that belongs in the folder `output`.

    Pages are set by `engine`, or in this process; so are drawings made by `studio`. Raises
    SetupError when a `final` file would be of lower quality than others.
    """
    stem = symbols.file_stem(symbols.parse(document.front.symbols[0]))
    path = output / document.name / document.language / f"{stem}-{document.language}.{name}"
    started = perf_counter()
    with CLOCK.stage(f"writing {name}"):
        data, pages, warnings = _written(
            document, sheet, attached, name, store, engine, studio, final=final
        )
    report.extend(replace(warning, origin=Origin(str(path))) for warning in warnings)
    return Output(path, name, pages, data, perf_counter() - started)


def _written(
    document: Document,
    sheet: Stylesheet,
    attached: Attached,
    name: str,
    store: Store,
    engine: Engine | None,
    studio: Studio | None,
    *,
    final: bool,
) -> tuple[bytes, int | None, Sequence[Diagnostic]]:
    """Print `document` → the file, its pages, what its writer warns of.

    Writers are loaded only when they are needed.
    """
    if name == "pdf":
        from docgen.render import pdf

        made = pdf.write(document, sheet, attached, store=store, engine=engine)
        if final:
            made.require_quality()
        return made.data, made.pages, made.warnings
    if name == "docx":
        from docgen.render import docx

        return docx.write(document, sheet, store, studio), None, ()
    from docgen.render import html

    return html.write(document, sheet).encode(), None, ()
