"""A document as read → the same in another language, with all its words and without numbers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from docgen import bundle as bundles
from docgen import outstanding
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.catalogue import Catalogue, disguised, load_catalogue
from docgen.cite import cite
from docgen.furnish import furnish
from docgen.localize import localize
from docgen.masthead import check_keys
from docgen.model import Document, Figure, Front
from docgen.project import Project
from docgen.read.worded import Worded
from docgen.records import replace
from docgen.report import DocgenError, Report
from docgen.style import Stylesheet
from docgen.timing import timed
from docgen.typeset import typeset
from docgen.walk import find


class Passes:
    """What makes a version of the document in `folder`: its language, its looks, its translation.

    Each is loaded when it is asked for first. To ask raises DocgenError for what cannot be
    understood.
    """

    def __init__(self, project: Project, folder: Path, language: str) -> None:
        self.project, self.folder, self.language = project, folder, language
        self._found = Report()
        self._sheets: dict[str, Stylesheet] = {}

    @cached_property
    def bundle(self) -> Bundle:
        """The facts and the wording of the language."""
        return bundles.load(self.project.locales, self.language, self._found)

    @cached_property
    def entries(self) -> Catalogue:
        """The translation that stands in the files."""
        name = self.folder.resolve().name
        return load_catalogue(self.project.catalogue(name, self.language))

    def foresee(self) -> None:
        """Load what does not depend on the source, which another process may be reading."""
        for name in ("bundle", "entries"):
            with suppress(DocgenError):  # whoever asks for it will be told
                getattr(self, name)

    def warn(self, report: Report) -> None:
        """Report what the language lacks."""
        with suppress(DocgenError):
            _ = self.bundle
        report.extend(self._found)

    def sheet(self, front: Front) -> Stylesheet:
        """The looks of a document with this first page in the language."""
        style = front.style
        if style not in self._sheets:
            self._sheets[style] = styles.load(self.project.styles, style, self.bundle)
        return self._sheets[style]

    def catalogue(self, source: Document) -> Catalogue:
        """The translation of `source`: that in the files, or what a pseudo-language makes of it."""
        disguise = self.bundle.disguise
        return disguised(source, disguise) if disguise else self.entries

    @timed("resolving")
    def worded(self, localized: Document, sheet: Stylesheet, report: Report) -> Document:
        """A `localized` document with all its words as they are printed."""
        document = furnish(localized, self.bundle, sheet, report)
        return typeset(cite(document, str(self.bundle.facts["un_code"])), self.bundle)

    def sketch(self, source: Document, sheet: Stylesheet) -> Document:
        """First page and figures with their words; what is wrong with them is said of the whole."""
        figures = tuple(find(source, Figure))
        alone = replace(source, summary=(), blocks=figures, annexes=(), notes=())
        localized = localize(alone, self.catalogue(alone), self.bundle, Report())
        return self.worded(localized, sheet, Report())

    def ready(self, front: Front, *, checked: bool) -> Callable[[Document], Worded | None]:
        """What gives a half of a document its words, if nothing at all is to be said of it.

        What it needs is loaded by now, so that both halves are of one state of the files. A
        document that is to be `checked` is needed as a whole, as is one with an overlay.
        """
        with suppress(DocgenError):  # whoever asks for it will be told
            if not checked and self._is_plain(front):
                return self._half
        return lambda half: None

    def _is_plain(self, front: Front) -> bool:
        """Whether there is nothing to say of the first page, and no overlay."""
        report, overlay = Report(), self.entries.overlay
        check_keys(front, self.sheet(front).mastheads, report)
        return not (list(report) or overlay.notes or overlay.tables)

    def _half(self, half: Document) -> Worded | None:
        report = Report()
        try:
            localized = localize(half, self.catalogue(half), self.bundle, report)
            words = self.worded(localized, self.sheet(half.front), report)
        except DocgenError:
            return None
        complete = self.language == half.front.source or outstanding.finished(localized)
        return None if list(report) else Worded(words, complete)
