"""The spaces of a line that was shaped × what justification adds to them.

Pango would shape each word of a justified line by itself. Then a space is not kerned with the
letters beside it, and a line with "A" or "T" at a space is wider than was reckoned, by up to a
tenth of an em. Here all but the width of the spaces stays as it was shaped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from re import compile as pattern

from weasyprint.text.ffi import TO_UNITS

from docgen.render.drawing.runs import NUMBERS, WIDTH, Run

SPACE = pattern(b" |\xc2\xa0")


def widened(runs: Iterable[Run], text: str, added: float) -> list[Run]:
    """The `runs` of `text` with spaces that are wider by what is `added`, in CSS pixels."""
    places = {match.start() for match in SPACE.finditer(text.encode())}
    return [_widened(run, places, round(added * TO_UNITS)) for run in runs]


def _widened(run: Run, spaces: Collection[int], added: int) -> Run:
    numbers, start = run.changeable(), run.start
    for at, place in enumerate(run.places()):
        if start + place in spaces:
            numbers[NUMBERS * at + WIDTH] += added
    return run._replace(raw=numbers.tobytes())
