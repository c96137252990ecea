"""The texts of two language versions, in their order → which of one is which of the other.

Both have one order, so that the best pairs are found as the best path through all of them (as in
Needleman and Wunsch, 1970). What is at the same number counts, and the figures in it. Notes go by
their marks in the texts that have been paired, since files keep them in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log

from docgen.aligning.signs import Sign

Pair = tuple[int, int]

_GAP = -0.8
_OTHER_KIND, _LIKE_KIND, _SAME_KIND = -3.0, 0.3, 2.0
_SAME_MARK, _OTHER_MARK = 1.0, -0.3
_FIGURES, _NO_FIGURES = 2.5, -0.8
"""What a pair is worth by its kinds, marks and figures, and what a text without partner costs."""

_ALIKE = (
    frozenset({"Paragraph", "List item", "Quotation", "Summary"}),
    frozenset({"Heading", "Annex title", "Box title", "Option title"}),
    frozenset({"Source", "Note", "Remark under a table", "Remark under a figure"}),
)
"""Kinds that are taken for each other when a file of another system is read."""


_MARK = re.compile(r"\[\^([^\]]*)\]")


def pairs(here: Sequence[Sign], there: Sequence[Sign], longer: float) -> list[Pair]:
    """The pairs of indices; `longer` letters there stand for one here."""
    sides = here, there
    texts = _among(sides, _places(here, notes=False), _places(there, notes=False), longer)
    marked = list(dict.fromkeys(_marked(texts, here, there)))
    mine = set(_places(here, notes=True)) - {i for i, _ in marked}
    yours = set(_places(there, notes=True)) - {j for _, j in marked}
    return sorted([*texts, *marked, *_among(sides, sorted(mine), sorted(yours), longer)])


def _places(side: Sequence[Sign], *, notes: bool) -> list[int]:
    return [at for at, sign in enumerate(side) if sign.is_note is notes]


def _among(
    sides: tuple[Sequence[Sign], Sequence[Sign]], mine: list[int], yours: list[int], longer: float
) -> list[Pair]:
    """The best pairs of the texts at these places of both sides."""
    here, there = sides
    found = _best([here[at] for at in mine], [there[at] for at in yours], longer)
    return [(mine[i], yours[j]) for i, j in found]


def _marked(texts: Sequence[Pair], here: Sequence[Sign], there: Sequence[Sign]) -> Iterator[Pair]:
    """The notes whose marks stand in texts that go together and have as many of them."""
    mine, yours = ({sign.unit.id: at for at, sign in enumerate(side)} for side in (here, there))
    for i, j in texts:
        marks, others = _MARK.findall(here[i].unit.text), _MARK.findall(there[j].unit.text)
        for key, other in zip(marks, others, strict=True) if len(marks) == len(others) else ():
            if (note := f"fn-{key}") in mine and (old := f"fn-{other}") in yours:
                yield mine[note], yours[old]


def _best(here: Sequence[Sign], there: Sequence[Sign], longer: float) -> list[Pair]:
    """The best path through all texts of both sides."""
    best = [[_GAP * j for j in range(len(there) + 1)]]
    for i, one in enumerate(here, 1):
        row = [_GAP * i]
        for j, other in enumerate(there, 1):
            paired = best[i - 1][j - 1] + worth(one, other, longer)
            row.append(max(paired, best[i - 1][j] + _GAP, row[j - 1] + _GAP))
        best.append(row)
    return _path(best)


def _path(best: Sequence[Sequence[float]]) -> list[Pair]:
    """The steps that led to the last of `best`, as pairs."""
    i, j, found = len(best) - 1, len(best[0]) - 1, []
    while i and j:
        if best[i][j] == best[i - 1][j] + _GAP:
            i -= 1
        elif best[i][j] == best[i][j - 1] + _GAP:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def worth(one: Sign, other: Sign, longer: float) -> float:
    """How well two texts go together."""
    kinds = _kinds(one.unit.kind, other.unit.kind)
    if kinds == _OTHER_KIND:
        return kinds
    marks = _SAME_MARK if one.mark == other.mark else _OTHER_MARK
    stretch = abs(log(other.length / (one.length * longer)))
    return kinds + marks + _figures(one.figures, other.figures) - min(1.5, stretch)


def _kinds(one: str, other: str) -> float:
    if one == other:
        return _SAME_KIND
    both = {one, other}
    return _LIKE_KIND if any(both <= kinds for kinds in _ALIKE) else _OTHER_KIND


def _figures(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0
    shared = len(one & other) / len(one | other)
    return _FIGURES * shared if shared else _NO_FIGURES
