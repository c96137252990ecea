"""Document → PDF: the HTML for paper through WeasyPrint, without network and without files."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from docgen import fontconfig
from docgen.model import Document, Note, Prose
from docgen.render import compose, html, start, structure, typecase
from docgen.render.filters import words
from docgen.render.structure import sources
from docgen.render.structure.finish import finish
from docgen.report import NOWHERE, Diagnostic, Origin, Report, SetupError, Severity
from docgen.store import NOWHERE_KEPT, Store
from docgen.style import Stylesheet
from docgen.walk import find

VARIANT = "pdf/a-3a"
FONTLESS = "If `docgen doctor` misses no font of that language, take the character out."
DOCTOR = "`docgen doctor` says which fonts are missing and how to install them."
MISSING = ".notdef glyph rendered"


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file, the number of its pages, and what the page engine had to say about it."""

    data: bytes
    pages: int
    warnings: tuple[Diagnostic, ...] = ()


def write(
    document: Document,
    sheet: Stylesheet,
    attached: Mapping[str, bytes] | None = None,
    *,
    plain: bool = False,
    extra: str = "",
    store: Store = NOWHERE_KEPT,
) -> Pdf:
    """Print `document` as a PDF that is both PDF/UA-1 and PDF/A-3a.

    It holds the files `attached` by their names as its source. The same document gives the same
    bytes. A `plain` file claims no standard; `extra` is CSS that comes after that of the style.
    Raises SetupError when a font of the style is not installed, and Rejected when no font has a
    character, naming every character and its language, or when a note is too long for its page.
    """
    _require_fonts(sheet)
    start.begin()
    from weasyprint import CSS

    from docgen.render.start.held import Holding
    from docgen.render.start.tree import page

    source = html.write(document, sheet, "print")
    variant = None if plain else VARIANT
    structured = structure.check()
    with (
        typecase.filled(source, sheet, store),
        _log() as records,
        compose.installed(sheet.compose) as composed,
    ):
        laid_out = page(source, Holding()).render(
            stylesheets=[CSS(string=extra, url_fetcher=Holding())], pdf_variant=variant
        )
        long_notes = _long_notes(laid_out)
        tagged = structured.installed and not plain
        with _structured(laid_out, document) if tagged else nullcontext():
            data = laid_out.write_pdf(
                pdf_variant=variant,
                attachments=sources.attachments(attached or {}, document.front.date),
                finisher=None if plain else finish,
            )
    report = Report()
    _refuse_missing_glyphs(document, records, report)
    _refuse_long_notes(document, long_notes, report)
    report.stop_on_errors()
    warnings = (*_logged(records), *_refusals(composed, structured))
    return Pdf(data, len(laid_out.pages), warnings)


def _structured(laid_out: Any, document: Document) -> AbstractContextManager[None]:
    from docgen.render.structure.hooks import structured

    return structured(laid_out, document.running_symbol)


def _logged(records: list[logging.LogRecord]) -> Iterator[Diagnostic]:
    """What the page engine warns of."""
    for record in records:
        yield Diagnostic(Severity.WARNING, NOWHERE, record.getMessage())


def _refusals(*layers: compose.Status | structure.Status) -> Iterator[Diagnostic]:
    """Why one of our own layers is not at work: then the file is of lower quality."""
    for status in layers:
        if not status.installed:
            yield Diagnostic(Severity.WARNING, NOWHERE, status.message, status.hint)


def _require_fonts(sheet: Stylesheet) -> None:
    """Another font would be taken silently for a missing one, so it is an error."""
    wanted = dict.fromkeys(family for face in sheet.faces.values() for family in face.pdf)
    have = fontconfig.families()
    lacking = ", ".join(family for family in wanted if family not in have)
    if lacking:
        raise SetupError(f"fonts that are not installed: {lacking}", DOCTOR)


class _Keeper(logging.Handler):
    """Keeps what is logged instead of printing it."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _log() -> Iterator[list[logging.LogRecord]]:
    """What the page engine logs meanwhile, from warnings upwards."""
    keeper = _Keeper(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(keeper)
    try:
        yield keeper.records
    finally:
        logger.removeHandler(keeper)


def _long_notes(laid_out: Any) -> list[tuple[int, str]]:
    """The page and the text of every note that is too long, as long as the pages are there."""
    from docgen.render.compose.footnotes import oversized

    return list(oversized(laid_out.pages))


def _refuse_long_notes(
    document: Document, found_long: Iterable[tuple[int, str]], report: Report
) -> None:
    """A note is never divided: one that fills more than half a page is an error."""
    notes = {_letters(words(note.text)): note for note in find(document, Note)}
    for number, text in found_long:
        found = next(note for start, note in notes.items() if start in _letters(text))
        report.error(
            found.text.origin,
            f"the note [^{found.key}] on page {number} fills more than half of the page",
            "Shorten it, or move a part of it into the text or an annex.",
        )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _refuse_missing_glyphs(
    document: Document, records: list[logging.LogRecord], report: Report
) -> None:
    """A character without a glyph is printed as a box: report each with the language it is in."""
    for record in records:
        if record.msg.startswith(MISSING) and isinstance(record.args, tuple):
            character = str(record.args[0])
            origin, language = _place(document, character)
            report.error(
                origin,
                f"no font has “{character}” (U+{ord(character):04X}), used in {language}",
                FONTLESS,
            )


def _place(document: Document, character: str) -> tuple[Origin, str]:
    """Where `character` is first used, and the tag of the language of the words there."""
    for prose in find(document, Prose):
        if character in words(prose):
            return prose.origin, prose.language or document.language
    return NOWHERE, document.language
