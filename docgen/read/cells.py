"""The text of a table cell → prose; numbers and signs need no translator."""

from __future__ import annotations

import re

from docgen.model import Amount, Cell, NoteRef, Prose, Text
from docgen.read.inline import parse_inline
from docgen.records import replace
from docgen.report import Origin, Report

# Thousands are set off by commas or spaces, alike throughout; the sign may be any of the three
# dashes that stand for minus.
_NUMBER = re.compile(
    r"(?P<sign>[-−–]?)"
    r"(?P<whole>0|[1-9]\d*|[1-9]\d{0,2}(?P<group>[ ,\u00a0\u2009\u202f])\d{3}(?:(?P=group)\d{3})*)"
    r"(?P<fraction>\.\d+)?"
)
_LONGEST = 40
"""Characters of a number; with more it is a row of digits that means something else."""

_NAME = re.compile(r"\\(?=[-–−]?\d)")
SIGNS = ("", "-", "–", "—", "−", "..", "...", "…")
"""What stands in a cell instead of a number: nil, not available, not applicable."""


def cell(text: str, origin: Origin, report: Report, *, id: str, label: bool = False) -> Cell:
    """One cell; a number, with its note marks, is held as an `Amount`.

    A number or a sign such as “–” has no id: it is not translated. In a `label`, a head or the
    first cell of a row, a number is a name such as a year and stays as it is written; so does one
    after a backslash, wherever it is.
    """
    if _NAME.match(text):
        text, label = text[1:], True
    prose = parse_inline(text, origin, report, id=id)
    first, marks = prose.inlines[:1], prose.inlines[1:]
    if not first or not all(isinstance(mark, NoteRef) for mark in marks):
        return Cell(prose if first else replace(prose, id=""))
    return Cell(_untranslated(prose, label))


def value(text: str) -> str | None:
    """The number that `text` is, as in `-1234.5`; None when it is no number."""
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    sign = "-" if found["sign"] else ""
    return sign + re.sub(r"\D", "", found["whole"]) + (found["fraction"] or "")


def _untranslated(prose: Prose, label: bool) -> Prose:
    first, *marks = prose.inlines
    words = first.text.strip() if isinstance(first, Text) else ""
    number = value(words)
    if number is None:
        return replace(prose, id="") if words and words in SIGNS else prose
    inlines = prose.inlines if label else (Amount(number), *marks)
    return replace(prose, id="", inlines=inlines)
