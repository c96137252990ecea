"""The spaces of a line that was shaped × what justification adds to them.

Pango would shape each word of a justified line by itself. Then a space is not kerned with the
letters beside it, and a line with "A" or "T" at a space is wider than was reckoned, by up to a
tenth of an em. Here all but the width of the spaces stays as it was shaped.

A no-break space keeps its width where it parts a mark from its text, as in French, or the thousands
of a number: those are parts of one word. Between words it is wider or narrower with the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from re import compile as pattern

from weasyprint.text.ffi import TO_UNITS

from docgen.render.drawing.runs import NUMBERS, WIDTH, Run

SPACE = " |(?<!«)\u00a0(?![;:?!%]|»|(?<=\\d\u00a0)\\d{3}(?!\\d))"
"""A space that justification widens."""

IN_TEXT, IN_BYTES = pattern(SPACE), pattern(SPACE.encode())


def expandable(text: str) -> list[int]:
    """The characters of `text` that justification widens."""
    return [match.start() for match in IN_TEXT.finditer(text)]


def count(text: str) -> int:
    """How many they are."""
    return len(expandable(text)) if "\u00a0" in text else text.count(" ")


def widened(runs: Iterable[Run], text: str, added: float) -> list[Run]:
    """The `runs` of `text` with spaces that are wider by what is `added`, in CSS pixels."""
    found = {match.start() for match in IN_BYTES.finditer(text.encode())}
    return [_widened(run, found, round(added * TO_UNITS)) for run in runs]


def _widened(run: Run, spaces: Collection[int], added: int) -> Run:
    numbers, start = run.changeable(), run.start
    for at, place in enumerate(run.places()):
        if start + place in spaces:
            numbers[NUMBERS * at + WIDTH] += added
    return run._replace(raw=numbers.tobytes())
