"""Document → PDF: the HTML for paper through WeasyPrint, without network and without files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from docgen import machine
from docgen.model import Document, Prose
from docgen.render import fonts, html, structure
from docgen.render.filters import words
from docgen.render.structure import sources
from docgen.render.structure.finish import finish
from docgen.render.weasy import footnotes
from docgen.report import NOWHERE, Origin, Report, SetupError
from docgen.style import Stylesheet
from docgen.walk import find

VARIANT = "pdf/a-3a"
FONT = "font:"
DOCTOR = "`docgen doctor` says which fonts are missing and how to install them."
MISSING = ".notdef glyph rendered"
Fetcher = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file, the number of its pages, and what the page engine had to say about it."""

    data: bytes
    pages: int
    warnings: tuple[str, ...] = ()


def write(
    document: Document, sheet: Stylesheet, attached: Mapping[str, bytes] | None = None
) -> Pdf:
    """Print `document` as a PDF that is both PDF/UA-1 and PDF/A-3a.

    It holds the files `attached` by their names as its source. The same document gives the same
    bytes. Raises SetupError when a font of the style is not installed, and Rejected, naming every
    character and its language, when no font has a character.
    """
    _require_fonts(sheet)
    from weasyprint import HTML

    source = html.write(document, sheet, "print")
    with _log() as records, footnotes.kept():
        laid_out = HTML(string=source, url_fetcher=_fetcher()).render(pdf_variant=VARIANT)
        data, warnings = _written(document, laid_out, attached or {})
    _refuse_missing_glyphs(document, records)
    warnings += [record.getMessage() for record in records]
    return Pdf(data, len(laid_out.pages), tuple(warnings))


def _written(
    document: Document, laid_out: Any, attached: Mapping[str, bytes]
) -> tuple[bytes, list[str]]:
    """The file, and a warning when its structure is only that of the page engine."""
    status = structure.check()
    with _structured(laid_out, document) if status.installed else nullcontext():
        data = laid_out.write_pdf(
            pdf_variant=VARIANT,
            attachments=sources.attachments(attached, document.front.date),
            finisher=finish,
        )
    return data, [] if status.installed else [f"{status.message}. {status.hint}"]


def _structured(laid_out: Any, document: Document) -> AbstractContextManager[None]:
    from docgen.render.structure.hooks import structured

    return structured(laid_out, document.running_symbol)


def _require_fonts(sheet: Stylesheet) -> None:
    """Another font would be taken silently for a missing one, so it is an error."""
    wanted = dict.fromkeys(family for face in sheet.faces.values() for family in face.pdf)
    have = machine.families()
    lacking = ", ".join(family for family in wanted if family not in have)
    if lacking:
        raise SetupError(f"fonts that are not installed: {lacking}", DOCTOR)


def _fetcher() -> Fetcher:
    """Addresses that the page may use: data, and installed fonts by their full name."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    data = URLFetcher(allowed_protocols=["data"])

    def fetch(url: str) -> Any:
        if not url.startswith(FONT):
            return data.fetch(url)
        font = fonts.find(unquote(url.removeprefix(FONT)))
        if font is None:
            raise ValueError(f"not an installed font: {url}")
        return URLFetcherResponse(url, font.path.read_bytes())

    return fetch


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


def _refuse_missing_glyphs(document: Document, records: list[logging.LogRecord]) -> None:
    """A character without a glyph is printed as a box: report each with the language it is in."""
    report = Report()
    for record in records:
        if record.msg.startswith(MISSING) and isinstance(record.args, tuple):
            character = str(record.args[0])
            origin, language = _place(document, character)
            report.error(
                origin,
                f"no font has “{character}” (U+{ord(character):04X}), used in {language}",
                DOCTOR,
            )
    report.stop_on_errors()


def _place(document: Document, character: str) -> tuple[Origin, str]:
    """Where `character` is first used, and the tag of the language of the words there."""
    for prose in find(document, Prose):
        if character in words(prose):
            return prose.origin, prose.language or document.language
    return NOWHERE, document.language
