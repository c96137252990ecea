"""The table of checks: the stable key of each, how bad its faults are, what it looks for."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.report import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check looks for; faults of severity error stop a final document."""

    severity: Severity
    title: str


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES = {
    "codes": Rule(_ERROR, "Notes, references, links, bold and emphasis as in the source"),
    "symbols": Rule(_ERROR, "Document symbols as in the source"),
    "resolutions": Rule(_ERROR, "Numbers of resolutions as in the source"),
    "numbers": Rule(_WARNING, "Numbers, dates and times with the values of the source"),
    "note-order": Rule(_WARNING, "Notes in the order of the source"),
    "ending": Rule(_WARNING, "A last sign of the same class as in the source"),
    "typography": Rule(_WARNING, "Punctuation and blanks as the language has them"),
    "brackets": Rule(_WARNING, "Brackets and quotation marks in pairs"),
    "doubled-words": Rule(_WARNING, "No words twice in succession"),
    "doubled-signs": Rule(_WARNING, "No two marks of punctuation for one"),
    "blanks": Rule(_WARNING, "No two blanks in succession, and none at the ends"),
    "debris": Rule(_WARNING, "No characters left over from pasted text"),
    "length": Rule(_WARNING, "A length that is usual for the two languages"),
    "copied": Rule(_WARNING, "A text that is not its source"),
    "inconsistent": Rule(_WARNING, "One translation for one source"),
    "alike": Rule(_WARNING, "Different translations for different sources"),
    "glossary": Rule(_WARNING, "The terms of the glossary"),
    "forbidden": Rule(_WARNING, "No wording that the glossary forbids"),
    "direction": Rule(_WARNING, "Above and below as the places of the references are"),
}
"""Every check by its key, which never changes: it stands in what was accepted."""
