"""A long document made in two halves at the same time, by passes that look at one place at a time.

A half is a document itself: with everything but the blocks and annexes of the other. Where there is
anything to say of one, nothing is taken over: the passes are given the whole document, so that
every problem is reported as always.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from docgen.beside import Ended, beside, possible
from docgen.model import (
    Annex,
    Block,
    Box,
    Document,
    ItemList,
    OptionTable,
    Passage,
    Quotation,
    Section,
    Table,
)
from docgen.records import replace
from docgen.report import Report

Passes = Callable[[Document, Report], Document]
"""Makes another version of a document, and reports what is wrong with it."""

LONG = 2_000
"""The texts of a document that is worth a second process, about."""

OWN = 0.53
"""The part of a document that this process works on; the other hands over what it has made."""


def twofold(document: Document, passes: Passes, report: Report) -> Document:
    """What `passes` make of `document`, by two processes if it is long and a core is free."""
    return _together(document, passes) or passes(document, report)


def _together(document: Document, passes: Passes) -> Document | None:
    """What two processes have made; None where only the whole tells what it is."""
    halves = divided(document) if possible() else None
    if not halves:
        return None
    try:
        with beside(lambda _: _tried(halves[1], passes)) as other:
            first, second = _tried(halves[0], passes), other.result()
    except (Ended, OSError):
        return None
    return _joined(first, second) if first and second else None


def _tried(half: Document, passes: Passes) -> Document | None:
    """What is made of a half, if nothing at all is to be said of it."""
    report = Report()
    made = passes(half, report)
    return None if list(report) else made


def is_long(document: Document) -> bool:
    """Whether a document is so long that a second process is worth its while."""
    return _sizes(document)[-1] >= LONG


def divided(document: Document) -> tuple[Document, Document] | None:
    """Both halves of a long document."""
    sizes = _sizes(document)
    if sizes[-1] < LONG:
        return None
    place = next(number for number, size in enumerate(sizes) if size >= sizes[-1] * OWN)
    annex = max(place - len(document.blocks), 0)
    return (
        replace(document, blocks=document.blocks[:place], annexes=document.annexes[:annex]),
        replace(
            document,
            summary=(),
            blocks=document.blocks[place:],
            annexes=document.annexes[annex:],
            notes=(),
        ),
    )


def _joined(first: Document, second: Document) -> Document:
    return replace(
        first,
        blocks=first.blocks + second.blocks,
        annexes=first.annexes + second.annexes,
        notes=first.notes + second.notes,
    )


def _sizes(document: Document) -> list[int]:
    """How many texts stand before each part of a document, and in all of it, about."""
    return [*accumulate(map(texts, (*document.blocks, *document.annexes)), initial=0)]


def texts(part: Block | Annex) -> int:
    """How many texts there are in a part, about."""
    match part:
        case Section() | Passage() | Box() | Annex():
            return 1 + sum(map(texts, part.blocks))
        case ItemList(items=several) | Quotation(paragraphs=several) | OptionTable(options=several):
            return len(several)
        case Table(columns=columns, body=rows):
            return len(columns) * len(rows)
    return 1
