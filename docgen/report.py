"""Problems are values: where they stand, how bad they are, and what to do about them.

Exceptions form one small tree; everything a person can cause is a `DocgenError`:

    DocgenError            exit status 1
    ├── Rejected           the report holds errors, all of them in its diagnostics
    ├── UsageError         exit status 2: the command itself was wrong
    └── SetupError         exit status 3: something is missing on this machine
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from docgen.records import dataclass


class Severity(StrEnum):
    """How bad a problem is: an error stops the build after the stage that found it."""

    ERROR = "error"
    WARNING = "warning"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file as its reader sees it; line 0 means the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


NOWHERE = Origin("")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what is wrong, where, and what to do about it.

    A problem of a unit of translation has the id of the `unit` and the printed `number` there; one
    that a check found has the `key` of the check, and can be accepted for a `reason`.
    """

    severity: Severity
    origin: Origin
    message: str
    hint: str = ""
    key: str = ""
    unit: str = ""
    number: str = ""
    reason: str = ""

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin.file else ""
        number = f" ({self.number})" if self.number else ""
        key = f" [{self.key}]" if self.key else ""
        advice = f"accepted: {self.reason}" if self.reason else self.hint
        below = f"\n    {advice}" if advice else ""
        return f"{place}{self.severity}: {self.message}{number}{key}{below}"


class Report:
    """The problems found so far, in the order in which they were found and each of them once."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._found = dict.fromkeys(diagnostics)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The problems as a list, which can be set as a whole."""
        return list(self._found)

    @diagnostics.setter
    def diagnostics(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found = dict.fromkeys(diagnostics)

    def error(self, origin: Origin, message: str, hint: str = "") -> None:
        """Add a problem that must be mended before anything is built."""
        self.add(Diagnostic(Severity.ERROR, origin, message, hint))

    def warning(self, origin: Origin, message: str, hint: str = "") -> None:
        """Add a problem that the document can be built with."""
        self.add(Diagnostic(Severity.WARNING, origin, message, hint))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic unless the same one is there already."""
        self._found.setdefault(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add every one of `diagnostics`."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def errors(self) -> list[Diagnostic]:
        """The problems that stop a build."""
        return [found for found in self if found.severity is Severity.ERROR]

    def stop_on_errors(self) -> None:
        """Raise `Rejected` when there is an error among the diagnostics."""
        if self.errors:
            raise Rejected(self)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __contains__(self, diagnostic: Diagnostic) -> bool:
        return diagnostic in self._found


class DocgenError(Exception):
    """Anything the person at the keyboard can put right."""

    status = 1

    def __init__(self, message: str, hint: str = "", origin: Origin = NOWHERE) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(Severity.ERROR, origin, message, hint)

    def __str__(self) -> str:
        return str(self.diagnostic)


class Rejected(DocgenError):
    """A stage found errors; the report says which."""

    def __init__(self, report: Report) -> None:
        count = len(report.errors)
        super().__init__(f"{count} error{'s' if count != 1 else ''}")
        self.report = report

    def __reduce__(self) -> tuple[type[Rejected], tuple[Report]]:
        """The error as another process gets it, with its report."""
        return Rejected, (self.report,)


class UsageError(DocgenError):
    """The command was called in a way it does not understand."""

    status = 2


class SetupError(DocgenError):
    """Something that docgen needs is missing on this machine."""

    status = 3
