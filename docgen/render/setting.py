"""HTML and the faces for it → a PDF: what the page engine does, which knows no document.

It does it here, or in another process that gets ready while the text is read: what does not depend
on the text is loaded there, and the style sheet is parsed as soon as the house style is known.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import field
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from docgen import compiled
from docgen.beside import Answer, Other, Receive
from docgen.records import dataclass
from docgen.render import compose, start, structure
from docgen.render.engine import REPAIR, Status
from docgen.render.room import roomy
from docgen.render.structure import sources
from docgen.render.structure.finish import finish
from docgen.report import NOWHERE, Diagnostic, Severity
from docgen.timing import CLOCK, timed

if TYPE_CHECKING:
    from docgen.style import Stylesheet

VARIANT, LOWER = "pdf/a-3a", "pdf/a-3u"
"""What a file claims to be, and what it claims where its structure is that of WeasyPrint."""

MISSING, IGNORED = ".notdef glyph rendered", "Ignored"
STAGE = "writing pdf"

Faces = Callable[[], Path]
"""Cuts the faces of a text → the file by which Fontconfig finds them."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be set: HTML for paper, CSS beyond that of the style, and what the file holds.

    A `plain` file claims no standard.
    """

    source: str
    symbol: str
    date: date
    attached: Mapping[str, bytes] = field(default_factory=dict)
    plain: bool = False
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A finished file, the number of its pages, and what there is to say of it.

    `missing` are characters that no face has, `astray` the page of every note that finds no
    room where its mark is, its id, and that of the note which fills the page; `lower` says why
    the file is of lower quality than others.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...]
    astray: tuple[tuple[int, str, str], ...]
    warnings: tuple[Diagnostic, ...]
    lower: str = ""


class Engine(Protocol):
    """Whoever sets `copy` in the style `sheet`."""

    def __call__(self, sheet: Stylesheet, copy: Copy, faces: Faces) -> Setting:
        """Set `copy`; the faces are cut when they are first asked for."""


def here(sheet: Stylesheet, copy: Copy, faces: Faces) -> Setting:
    """Set `copy` in this process."""
    return _set(sheet.compose, lambda: copy, faces)


class Beside:
    """The page engine in another process; `meanwhile` is done while that sets the copy.

    Each copy is expected before it is set.
    """

    def __init__(self, other: Other[Setting]) -> None:
        self.other = other
        self.meanwhile: Callable[[], None] = lambda: None

    def expect(self, sheet: Stylesheet, direction: str, sketch: object = None) -> None:
        """Say in what style the copy will be, before it is there."""
        from docgen.render import css

        self.other.send((sheet.compose, css.write(sheet, "print", direction)))

    def __call__(self, sheet: Stylesheet, copy: Copy, faces: Faces) -> Setting:
        """Set `copy`, which was expected in the style `sheet`."""
        self.other.send(copy)
        self.other.send(faces())
        self.meanwhile()
        return self.other.result()


def beside(receive: Receive, answer: Answer) -> None:
    """What the other process does for `Beside`, until nothing comes any more."""
    answer(lambda: _first(receive))
    while True:
        expected = receive()
        answer(partial(_expected, expected, receive))


def _first(receive: Receive) -> Setting:
    with CLOCK.stage(STAGE):
        _load()
        compiled.KEPT.save()
    return _expected(receive(), receive)


@timed(STAGE)
def _expected(expected: tuple[Mapping[str, Any], str], receive: Receive) -> Setting:
    """Set the copy that comes after its composition and its style."""
    composition, style = expected
    start.expect(style)
    return _set(composition, receive, receive)


# ---- the page engine ---------------------------------------------------------------------------


def _load() -> None:
    """Load the page engine with all that a text needs."""
    start.begin()
    for module in _ENGINE:
        import_module(module)


_ENGINE = (
    "docgen.render.compose.hooks",
    "docgen.render.rules",
    "docgen.render.structure.hooks",
    "docgen.render.start.awaited",
    "docgen.render.start.held",
    "docgen.render.start.tree",
)


@roomy
def _set(composition: Mapping[str, Any], copy: Callable[[], Copy], faces: Faces) -> Setting:
    """Set `copy` in lines of that `composition`."""
    start.begin()
    structured = structure.check()
    with _log() as records, compose.installed(composition) as composed:
        given = copy()
        laid_out = _laid_out(given, faces)
        astray = _astray(laid_out)
        lower = _lower(composed, structured)
        if lower:
            laid_out.metadata.description = lower
        tagged = structured.installed and not given.plain
        with _structured(laid_out, given.symbol) if tagged else nullcontext():
            data = _written(laid_out, given, VARIANT if tagged else LOWER)
    warnings = tuple(_logged(records, lower))
    return Setting(data, len(laid_out.pages), _missing(records), astray, warnings, lower)


def _laid_out(copy: Copy, faces: Faces) -> Any:
    from weasyprint import CSS

    from docgen.render.start.awaited import Awaited
    from docgen.render.start.held import Holding
    from docgen.render.start.tree import page

    return page(copy.source, Holding()).render(
        font_config=Awaited(faces),
        stylesheets=[CSS(string=copy.extra, url_fetcher=Holding())] if copy.extra else [],
        pdf_variant=None if copy.plain else VARIANT,
    )


def _written(laid_out: Any, copy: Copy, variant: str) -> bytes:
    from docgen.render import rules

    rules.keep()
    data: bytes = laid_out.write_pdf(
        pdf_variant=None if copy.plain else variant,
        pdf_tags=not copy.plain,
        attachments=sources.attachments(copy.attached, copy.date),
        finisher=None if copy.plain else finish,
    )
    return data


def _structured(laid_out: Any, symbol: str) -> AbstractContextManager[None]:
    from docgen.render.structure.hooks import structured

    return structured(laid_out, symbol)


def _astray(laid_out: Any) -> tuple[tuple[int, str, str], ...]:
    """The notes without room, as long as the pages are there."""
    from docgen.render.compose.turns import astray

    return tuple(astray(laid_out.pages))


# ---- what there is to say ----------------------------------------------------------------------


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


def _logged(records: list[logging.LogRecord], lower: str) -> Iterator[Diagnostic]:
    """What the page engine warns of; that another knows fewer rules of style is no news."""
    if lower:
        yield Diagnostic(Severity.WARNING, NOWHERE, lower, REPAIR)
    for record in records:
        if not (lower and record.msg.startswith(IGNORED)):
            yield Diagnostic(Severity.WARNING, NOWHERE, record.getMessage())


def _lower(*layers: Status) -> str:
    """That the file is of lower quality, if one of our own layers is not at work; else empty."""
    away = [status for status in layers if not status.installed]
    if not away:
        return ""
    why = " and ".join(dict.fromkeys(status.why for status in away))
    return f"this PDF is of lower quality, because {why}: {', '.join(one.lost for one in away)}"


def _missing(records: list[logging.LogRecord]) -> tuple[str, ...]:
    """The characters that are printed as a box, in the order of the pages."""
    return tuple(
        str(record.args[0])
        for record in records
        if record.msg.startswith(MISSING) and isinstance(record.args, tuple)
    )
