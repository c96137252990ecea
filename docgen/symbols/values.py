"""A symbol as data: what can be told from it, and how it is printed."""

from __future__ import annotations

from docgen.records import dataclass


class SymbolError(ValueError):
    """A text is no symbol: `reason` says why, `hint` what to write instead ("" if not known)."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Single:
    """One symbol: its text as printed but for asterisks, and what can be told from it.

    A/RES/72/262 C has series A, kind RES, session 72, number 262 and section C. What a symbol does
    not show is empty. `reissues` counts the asterisks of a reissue for technical reasons.
    """

    text: str
    series: str
    body: tuple[str, ...] = ()
    session: str = ""
    year: int | None = None
    kind: str = ""
    number: str = ""
    section: str = ""
    brackets: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    reissues: int = 0

    def __str__(self) -> str:
        return self.text + "*" * self.reissues


@dataclass(frozen=True, slots=True)
class Symbol:
    """The symbol of a document; a document of several organs has several, printed as one."""

    singles: tuple[Single, ...]

    def __str__(self) -> str:
        return "-".join(map(str, self.singles))


@dataclass(frozen=True, slots=True)
class Found:
    """A symbol that stands at text[start:end] of a running text."""

    start: int
    end: int
    symbol: Symbol
