"""Lines on paper → faults, by the rules of clreq and GB/T 15834."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from tests.render.compose.printed import (
    CLOSE,
    CONNECTORS,
    NOT_FIRST,
    NOT_LAST,
    OPEN,
    Letter,
    Line,
)

FLUSH = 0.1
"""How far a line may be from the edges, in points."""

EVEN = 0.03
"""How far gaps of one line may differ, in points: PDF files move letters by 1/1000 em."""

BLANK = " \u00a0\u200b"
"""What stands in a text and prints nothing."""

SPACE = 1.5
"""A gap between Latin letters from which on it is a word space, in points."""


def faults(
    lines: Sequence[Line], source: str, left: float, right: float, indent: float = 0
) -> list[str]:
    """What is wrong with the lines of a paragraph with the text `source` between two edges."""
    found = []
    for number, line in enumerate(lines):
        start = left + (0 if number else indent)
        last = number == len(lines) - 1
        found += [
            f"{fault}: {line.text}"
            for fault in (*_ends(line), *_edges(line, start, right, last), *_inside(line))
        ]
    return [*found, *_text(lines, source), *_orphan(lines)]


def _ends(line: Line) -> Iterator[str]:
    """Prohibited starts and ends (GB/T 15834, 5.1; clreq 3.1.2)."""
    first, last = line.letters[0], line.letters[-1]
    if first.char in NOT_FIRST:
        yield "prohibited start"
    if first.size < 0.8 * line.size:
        yield "mark of a note at the start"
    if last.char in NOT_LAST:
        yield "prohibited end"


def _edges(line: Line, left: float, right: float, last: bool) -> Iterator[str]:
    """Both edges, with marks trimmed at them (GB/T 15834, 5.1.10)."""
    if abs(line.letters[0].begin - left) > FLUSH:
        yield f"{line.letters[0].begin - left:.2f} pt from the left edge"
    slack = right - line.letters[-1].end
    if slack < -FLUSH:
        yield f"{-slack:.2f} pt over the right edge"
    if slack > FLUSH and not last and _stretches(line):
        yield f"{slack:.2f} pt short of the right edge"


def _stretches(line: Line) -> bool:
    """Whether there is any gap in the line that justification could open."""
    gaps = (pair for pair in pairwise(line.letters) if pair[1].size > 0.8 * line.size)
    return any(_gap(a, b) or b.x - a.right > SPACE for a, b in gaps)


def _gap(a: Letter, b: Letter) -> bool:
    square = a.han or a.mark or b.han or b.mark
    return square and not {a.char, b.char} & CONNECTORS


def _inside(line: Line) -> Iterator[str]:
    """Even gaps between Han characters, and what stands beside something else."""
    gaps = [b.x - a.right for a, b in line.pairs if a.han and b.han]
    if gaps and max(gaps) - min(gaps) > EVEN:
        yield f"gaps differ by {max(gaps) - min(gaps):.3f} pt"
    stretch = max(gaps, default=inf) + EVEN
    for a, b in line.pairs:
        if fault := _beside(a, b, b.x - a.right, stretch):
            yield f"{fault} {a.char}{b.char}"


def _beside(a: Letter, b: Letter, apart: float, stretch: float) -> str:
    """Marks side by side, gaps between scripts, dashes and ellipses, connectors."""
    if a.mark and b.mark and (a.char in CLOSE or b.char in OPEN):
        return "wide marks" if apart > stretch - a.size / 2 else ""
    if (a.han and b.latin) or (a.latin and b.han):
        return "no gap in" if apart < a.size / 8 - EVEN else ""
    if a.char == b.char and a.char in "—…":
        return "short" if abs(b.right - a.x - 2 * a.size) > EVEN else ""
    tight = {a.char, b.char} & CONNECTORS and not (a.latin and b.latin)
    return "gap at" if tight and apart > EVEN else ""


def _text(lines: Sequence[Line], source: str) -> Iterator[str]:
    """The text is all there, in order, and no word of it is divided without a joint."""
    rest, joint = source, True
    for line in lines:
        if rest[:1].isascii() and rest[:1].isalnum() and not joint:
            yield f"divided word: {line.text}"
        for letter in line.body:
            rest = rest.lstrip(BLANK)
            if rest[:1] != letter.char:
                yield f"not the text: {line.text}"
                return
            rest = rest[1:]
            joint = not letter.latin
    if rest.strip(BLANK):
        yield f"lost: {rest}"


def _orphan(lines: Sequence[Line]) -> Iterator[str]:
    """A last line of one character (clreq 3.1.4), where the line before has others to give."""
    letters = [letter for letter in lines[-1].body if letter.han or letter.char.isalnum()]
    if len(lines) > 1 and len(letters) < 2 and any(letter.han for letter in lines[-2].body):
        yield f"orphan: {lines[-2].text}|{lines[-1].text}"
