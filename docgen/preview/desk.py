"""What the pages show of a project: made when it is asked for, kept until a file is saved."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from docgen import pipeline, review, translation
from docgen.overlay import Accepted
from docgen.project import Project
from docgen.read.suggest import suggest
from docgen.report import Diagnostic, DocgenError, Rejected, Report, UsageError
from docgen.review import Sheet
from docgen.translation import Approver, Revision, Standing

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Look:
    """A document as it will look: the last good `page`, and what is wrong with it now.

    `good` counts the pages that were made; it is 0 before the first.
    """

    page: str = ""
    good: int = 0
    problems: Sequence[Diagnostic] = ()
    refused: bool = False


Press = Callable[[Project, str, str], Path]
"""Makes a PDF of a document in a language under `build/` → its file."""


def printed(project: Project, document: str, language: str) -> Path:
    """A PDF made by this process."""
    output = project.root / "build"
    made = pipeline.build(project, document, language, ["pdf"], final=False, output=output)
    return made.files[0].path


@dataclass
class Desk:
    """The documents of a project for one server: those `named`, each with its folder, or all.

    One thing is made at a time: the page engine and the files suffer no two.
    """

    project: Project
    named: Mapping[str, str] = field(default_factory=dict)
    press: Press = printed
    lock: threading.RLock = field(default_factory=threading.RLock)
    _kept: dict[tuple[object, ...], Any] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def documents(self) -> list[str]:
        """The names of the documents."""
        return list(self.named or self.project.documents())

    def forget(self) -> None:
        """A file was saved: everything is made anew when it is next asked for."""
        with self.lock:
            self._kept.clear()

    def given(self, document: str) -> str:
        """What the project calls a document: its name, or its folder where that is elsewhere.

        Only documents of this desk are found, so that no address leads to another folder. Raises
        UsageError for others.
        """
        if document not in self.documents():
            known = suggest(document, self.documents(), "Documents here")
            raise UsageError(f"there is no document “{document}”", known)
        return self.named.get(document, document)

    def languages(self, document: str) -> list[str]:
        """The languages of a document, its own first."""
        given = self.given(document)
        return self._once(("languages", given), lambda: self.project.languages(given))

    def _given(self, document: str, language: str) -> str:
        """As `given`; UsageError too where the document has not the language."""
        if language not in self.languages(document):
            known = suggest(language, self.languages(document), "Languages of the document")
            raise UsageError(f"“{document}” has no language “{language}”", known)
        return self.given(document)

    def standings(self, document: str) -> Sequence[Standing]:
        """How far the translations of a document are."""

        def make() -> Sequence[Standing]:
            return translation.standings(self.project, [self.given(document)], [], Report())

        return self._once(("standings", document), make)

    def sheet(self, document: str, language: str) -> Sheet:
        """The review page of a translation."""
        given = self._given(document, language)
        return self._once(
            ("sheet", document, language), lambda: review.sheet(self.project, given, language)
        )

    def look(self, document: str, language: str) -> Look:
        """A document as it will look; where it has errors, as it last did, with these."""
        given = self._given(document, language)

        def make() -> Look:
            last = self._looks.get((document, language), Look())
            look = self._looks[document, language] = _look(self.project, given, language, last)
            return look

        return self._once(("look", document, language), make)

    def pdf(self, document: str, language: str) -> Path:
        """The document as a PDF under `build/`, made of the files as they are now."""
        given = self._given(document, language)

        def make() -> Path:
            return self.press(self.project, given, language)

        return self._once(("pdf", document, language), make)

    def revise(self, document: str, language: str, revision: Revision) -> Sheet:
        """Write a unit into the translation → the sheet as it is then."""
        with self.lock:
            given = self._given(document, language)
            translation.revise(self.project, given, language, revision)
            self.forget()
            return self.sheet(document, language)

    def approve(self, document: str, language: str, unit: str, seen: str, by: str) -> Sheet:
        """Enter into the ledger that `by` approves a unit as it was in view → the sheet then."""
        if not by.strip():
            raise UsageError("an approval needs a name", "Write yours above.")
        with self.lock:
            given = self._given(document, language)
            translation.unchanged(self.project, given, language, unit, seen)
            approver = Approver(by, date.today())
            translation.approve(self.project, given, language, [unit], approver, Report())
            self.forget()
            return self.sheet(document, language)

    def accept(self, document: str, language: str, seen: str, one: Accepted) -> Sheet:
        """Accept a problem that the sheet shows, as its unit was in view → the sheet then."""
        with self.lock:
            given = self._given(document, language)
            found = self.sheet(document, language).findings(one.unit)
            if all((it.check, it.severity == "accepted") != (one.check, False) for it in found):
                file = self.project.overlay(document, language)
                raise translation.overtaken(one.unit, one.check, file)
            translation.accept(self.project, given, language, seen, one)
            self.forget()
            return self.sheet(document, language)

    def withdraw(self, document: str, language: str, seen: str, unit: str, check: str) -> Sheet:
        """Take back what was accepted of a check about a unit → the sheet then."""
        with self.lock:
            given = self._given(document, language)
            translation.withdraw(self.project, given, language, seen, unit, check)
            self.forget()
            return self.sheet(document, language)

    def _once(self, key: tuple[object, ...], make: Callable[[], Kept]) -> Kept:
        with self.lock:
            if key not in self._kept:
                self._kept[key] = make()
            kept: Kept = self._kept[key]
            return kept


def _look(project: Project, document: str, language: str, last: Look) -> Look:
    from docgen.render import html

    report = Report()
    try:
        resolved, looks = pipeline.prepare(project, document, language, final=False, report=report)
        page = html.write(resolved, looks)
    except DocgenError as error:
        return Look(last.page, last.good, problems(error), refused=True)
    good = last.good + (page != last.page)
    return Look(page, good, list(report))


def problems(error: DocgenError) -> list[Diagnostic]:
    """All that `error` stands for."""
    return list(error.report) if isinstance(error, Rejected) else [error.diagnostic]
