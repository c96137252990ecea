"""Document × translation → how many units and words of each part are in which state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from docgen.catalogue import Catalogue
from docgen.model import Block, Document, Prose, Section, State
from docgen.units import plain, translatable, words
from docgen.walk import find

STATES: tuple[State, ...] = ("approved", "translated", "stale", "untranslated")
"""The states of a unit, from the best to the worst."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much text: a number of units and of the words in them, as the source has them."""

    units: int = 0
    words: int = 0


Extents = Mapping[State, Extent]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document, such as a section with those below it, and how far it has come."""

    name: str
    extents: Extents


def progress(document: Document, catalogue: Catalogue) -> list[Part]:
    """How far the translation of each part of a document as read has come, in reading order.

    Words are those of the source. A text without an id, which no translation can refer to, counts
    as untranslated. Parts without anything to translate are left out.
    """
    parts = [Part(name, _extents(node, catalogue)) for name, node in _parts(document)]
    return [part for part in parts if any(extent.units for extent in part.extents.values())]


def total(extents: Iterable[Extents]) -> Extents:
    """Several extents as one."""
    held = list(extents)
    return {
        state: Extent(sum(one[state].units for one in held), sum(one[state].words for one in held))
        for state in STATES
    }


def _parts(document: Document) -> Iterator[tuple[str, Any]]:
    """The parts of a document with their names; what stands before a heading has no name."""
    yield "Front page", document.front
    yield "Summary", document.summary
    for name, blocks in groupby(document.blocks, _heading):
        yield name, tuple(blocks)
    for annex in document.annexes:
        yield plain(annex.title), annex
    yield "Notes", document.notes


def _heading(block: Block) -> str:
    return plain(block.title) if isinstance(block, Section) else ""


def _extents(node: Any, catalogue: Catalogue) -> Extents:
    parts: dict[State, list[Prose]] = {state: [] for state in STATES}
    for prose in find(node, Prose):
        if translatable(prose):
            parts[catalogue.state(prose.id, prose.source)].append(prose)
    return {state: _extent(part) for state, part in parts.items()}


def _extent(part: Sequence[Prose]) -> Extent:
    return Extent(len(part), sum(map(words, part)))
