"""Document → PDF: the HTML for paper through the page engine, without network and without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen import fontconfig
from docgen.model import Document, Note, Prose
from docgen.render import html, setting, typecase
from docgen.render.engine import REPAIR
from docgen.render.filters import words
from docgen.render.setting import Copy, Engine, Setting
from docgen.report import NOWHERE, Diagnostic, Origin, Report, SetupError
from docgen.store import NOWHERE_KEPT, Store
from docgen.style import Stylesheet
from docgen.walk import find

FONTLESS = "If `docgen doctor` misses no font of that language, take the character out."
DOCTOR = "`docgen doctor` says which fonts are missing and how to install them."


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file, the number of its pages, and what the page engine had to say about it.

    `lower` says why it is of lower quality than others; it then says so itself, as its subject.
    """

    data: bytes
    pages: int
    warnings: tuple[Diagnostic, ...] = ()
    lower: str = ""

    def require_quality(self) -> None:
        """SetupError when the file is of lower quality, as no final or printed one may be."""
        if self.lower:
            raise SetupError(self.lower, REPAIR)


def write(
    document: Document,
    sheet: Stylesheet,
    attached: Mapping[str, bytes] | None = None,
    *,
    plain: bool = False,
    extra: str = "",
    store: Store = NOWHERE_KEPT,
    engine: Engine | None = None,
) -> Pdf:
    """Print `document` as a PDF that is both PDF/UA-1 and PDF/A-3a.

    It holds the files `attached` by their names as its source. The same document gives the same
    bytes. A `plain` file claims no standard; `extra` is CSS that comes after that of the style.
    Pages are set by `engine`, or in this process.
    Raises SetupError when a font of the style is not installed, and Rejected when no font has a
    character, naming every character and its language, or when a note has no room on the page of
    its mark.
    """
    source = html.write(document, sheet, "print")
    symbol, date = document.running_symbol, document.front.date
    copy = Copy(source, symbol, date, attached or {}, plain, extra)
    return lay_out(document, sheet, copy, store=store, engine=engine)


def lay_out(
    document: Document,
    sheet: Stylesheet,
    copy: Copy,
    *,
    store: Store = NOWHERE_KEPT,
    engine: Engine | None = None,
) -> Pdf:
    """Set `copy`, which is `document` or a page about it; raises what `write` raises."""
    _require_fonts(sheet)
    with typecase.case(copy.source, sheet, store) as faces:
        made = (engine or setting.here)(sheet, copy, faces)
    _refuse(document, made)
    return Pdf(made.data, made.pages, made.warnings, made.lower)


def _refuse(document: Document, made: Setting) -> None:
    """Rejected where a page shows something else than the text, with every place of it."""
    report = Report()
    _refuse_missing_glyphs(document, made.missing, report)
    _refuse_astray_notes(document, made.astray, report)
    report.stop_on_errors()


def _require_fonts(sheet: Stylesheet) -> None:
    """Another font would be taken silently for a missing one, so it is an error."""
    wanted = dict.fromkeys(family for face in sheet.faces.values() for family in face.pdf)
    have = fontconfig.families()
    lacking = ", ".join(family for family in wanted if family not in have)
    if lacking:
        raise SetupError(f"fonts that are not installed: {lacking}", DOCTOR)


def _refuse_astray_notes(
    document: Document, astray: Iterable[tuple[int, str, str]], report: Report
) -> None:
    """A note that does not begin on the page of its mark, as another fills that to the end."""
    notes = {f"note-{note.key}": note for note in find(document, Note)}
    for page, name, before in astray:
        note, long = notes[name], notes.get(before, notes[name])
        report.error(
            note.text.origin,
            f"the note [^{note.key}] cannot begin on page {page}, where its mark is: "
            f"the note [^{long.key}] fills the page",
            f"Shorten [^{long.key}], or move a part of it into the text or an annex.",
        )


def _refuse_missing_glyphs(document: Document, missing: Iterable[str], report: Report) -> None:
    """A character without a glyph is printed as a box: report each with the language it is in."""
    for character in missing:
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
