"""What a review page shows, as plain values: rows with pieces of text, findings and terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.model import State
from docgen.progress import STATES
from docgen.report import Diagnostic

Kind = Literal["text", "note", "reference", "link", "code", "symbol", "term"]
Change = Literal["", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: words, a code of the markup, a symbol, a term.

    `target` is what it leads to, on the page or on the web, `title` what is said of it; `change`
    tells what became of it since the text was translated.
    """

    text: str
    kind: Kind = "text"
    target: str = ""
    title: str = ""
    change: Change = ""


Pieces = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a unit; `severity` is that of its diagnostic."""

    severity: str
    check: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Row:
    """A unit beside its translation.

    `number` is the one printed, `source` its text, with what has changed since it was translated
    marked where anything has. `codes` are what a translation has to carry over, `raw` is the
    translation as it stands in its file, `seen` the print of both texts.
    """

    id: str
    kind: str
    heading: str
    number: str
    state: State
    source: Pieces
    changed: bool
    translation: Pieces
    raw: str
    codes: Sequence[str]
    findings: Sequence[Finding]
    approval: str
    remarks: Sequence[str]
    seen: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary that the document has, with its wordings."""

    anchor: str
    term: str
    wordings: Sequence[str]
    forbidden: Sequence[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A language of the page: its name, code and direction, and the CSS of its letters."""

    name: str
    lang: str
    direction: str
    fonts: str
    family: str
    dense: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a review page shows of a translation; `problems` are those of no single unit."""

    document: str
    language: str
    title: str
    symbol: str
    source: Side
    target: Side
    rows: Sequence[Row]
    terms: Sequence[Term] = ()
    problems: Sequence[Diagnostic] = ()

    def findings(self, unit: str) -> Sequence[Finding]:
        """What is found in a unit; nothing for one that is not there."""
        return next((row.findings for row in self.rows if row.id == unit), ())

    @property
    def counts(self) -> Mapping[State, int]:
        """How many rows are in which state."""
        return {state: sum(row.state == state for row in self.rows) for state in STATES}

    @property
    def found(self) -> int:
        """How many rows have findings that nobody has accepted."""
        return sum(any(one.severity != "accepted" for one in row.findings) for row in self.rows)
