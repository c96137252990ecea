"""Gaps × slack → shares: how a line is stretched to its full width (clreq 3.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.render.compose.classes import MARKS, NEIGHBOURS, Kind, Trait
from docgen.render.compose.passage import MIL, Passage


class Gap(NamedTuple):
    """A place after a cluster that can be stretched; `em` and `weight` say how far."""

    after: int
    em: float
    weight: float


def gaps(passage: Passage, start: int, last: int) -> Iterator[Gap]:
    """The gaps of a line between the clusters `start` and `last`.

    Gaps between scripts and word spaces take no more than those between Han characters: where a
    few of them took all, lines would differ in colour.
    """
    traits, allowed, ems = passage.traits, passage.allowed, passage.ems
    previous = start
    for i in range(start + 1, last + 1):
        if traits[i].void:
            continue
        if part := weight(traits[previous], traits[i], allowed[i]):
            yield Gap(previous, ems[previous], part)
        previous = i


@lru_cache(NEIGHBOURS)
def weight(a: Trait, b: Trait, breaks: bool) -> float:
    """The part that the gap between the neighbours `a` and `b` has in what a line is stretched by.

    Word spaces have one, and gaps beside Han characters and marks: half of one beside a mark where
    no line `breaks`, so that it keeps to its text. Latin words have none, nor have dashes, nor the
    gap before the mark of a note.
    """
    if a.kind == Kind.WORD_SPACE:
        return 1.0
    if not (a.square or b.square) or b.kind == Kind.WORD_SPACE or b.attached or a.tight or b.tight:
        return 0.0
    return 1.0 if breaks or MARKS.isdisjoint((a.kind, b.kind)) else 0.5


def share(slack: float, gaps: Sequence[Gap]) -> Iterator[int]:
    """The part of each gap in `slack`, in whole thousandths of its em.

    PDF files move letters by whole thousandths; what is lost on one gap is made up for on the next,
    so that the line ends within one of them of where it should.
    """
    each = slack / (sum(gap.weight * gap.em for gap in gaps) or 1.0)
    owed = 0.0
    for gap in gaps:
        owed += each * gap.weight * gap.em
        part = round(owed * MIL / gap.em)
        owed -= part * gap.em / MIL
        yield part
