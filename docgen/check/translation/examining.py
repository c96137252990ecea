"""A document and its version in another language → problems, with key, unit and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.translation.consistency import Pair, translated_alike, translated_otherwise
from docgen.check.translation.directions import Places, wrong_directions
from docgen.check.translation.facts import Facts
from docgen.check.translation.glossary import Concept
from docgen.check.translation.registry import RULES
from docgen.check.translation.terms import Index
from docgen.check.translation.texts import of_pair, of_text
from docgen.check.translation.values import Fault, Passage
from docgen.model import Document, Prose
from docgen.report import Diagnostic
from docgen.units import translatable, units
from docgen.walk import find

Told = tuple[Passage, str, Fault]


@dataclass(frozen=True, slots=True)
class Languages:
    """What the checks know: the language of the source, that of the version, their terms."""

    source: Facts
    target: Facts
    concepts: Sequence[Concept] = ()


def examine(
    source: Document, version: Document, known: Languages, where: Places
) -> Iterator[Diagnostic]:
    """The problems of a localized `version` of `source`, where its translation is up to date.

    `where` is the place of everything in the version.
    """
    pairs = list(_pairs(source, version, known))
    yield from (_problem(*told) for told in _of_pairs(pairs, known, where))


def examine_source(document: Document, facts: Facts, where: Places) -> Iterator[Diagnostic]:
    """The problems that the text of a document as read has by itself."""
    own = [Passage(prose, facts) for prose in find(document, Prose) if translatable(prose)]
    yield from (_problem(*told) for told in _of_texts(own, where))


def _pairs(source: Document, version: Document, known: Languages) -> Iterator[Pair]:
    """Each unit with its translation, in the order of reading."""
    translated = {
        prose.id: prose
        for prose in find(version, Prose)
        if prose.state not in ("source", "untranslated", "stale")
    }
    originals = {prose.id: prose for prose in find(source, Prose)}
    for unit in units(source):
        if unit.id in translated:
            here = Passage(originals[unit.id], known.source, unit.kind)
            yield here, Passage(translated[unit.id], known.target, unit.kind)


def _of_pairs(pairs: Sequence[Pair], known: Languages, where: Places) -> Iterator[Told]:
    index = Index(known.concepts, known.source.tag, known.source.terms)
    for here, there in pairs:
        yield from ((there, key, fault) for key, fault in of_pair(here, there, index))
        yield from ((there, "direction", fault) for fault in wrong_directions(there, where))
    yield from ((passage, "inconsistent", fault) for passage, fault in translated_otherwise(pairs))
    yield from ((passage, "alike", fault) for passage, fault in translated_alike(pairs))


def _of_texts(passages: Sequence[Passage], where: Places) -> Iterator[Told]:
    for passage in passages:
        yield from ((passage, key, fault) for key, fault in of_text(passage))
        yield from ((passage, "direction", fault) for fault in wrong_directions(passage, where))


def _problem(passage: Passage, key: str, fault: Fault) -> Diagnostic:
    return Diagnostic(
        RULES[key].severity,
        passage.prose.origin,
        f"{passage.id or 'this text'} {fault.message}",
        fault.hint,
        key=key,
        unit=passage.id,
    )
