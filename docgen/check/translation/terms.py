"""Terms of the glossary in a source whose translation has other wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.check.translation.facts import TermFacts
from docgen.check.translation.glossary import Concept
from docgen.check.translation.inflection import bare, beginning, pattern
from docgen.check.translation.values import Fault, Passage

_KEY = 3
"""A term is looked up by its first letters, up to so many."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term that stands at text[start:end]."""

    term: str
    start: int
    end: int


class Index:
    """The terms of one language by their first letters, so that few are tried on a text."""

    def __init__(self, concepts: Iterable[Concept], tag: str, facts: TermFacts) -> None:
        self.facts = facts
        self.concepts: dict[str, list[Concept]] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        for concept in concepts:
            for term in concept.terms.get(tag, ()):
                self.concepts.setdefault(term, []).append(concept)
        for term in self.concepts:
            begin = beginning(term, facts)
            self._begins.setdefault(begin[:_KEY], []).append((begin, term))

    def find(self, text: str) -> list[Found]:
        """The terms in `text`, longest first; what is part of a longer one is left out."""
        text = bare(text, self.facts)
        return apart(
            Found(term, *match.span())
            for term in self._candidates(text.lower())
            for match in pattern(term, self.facts).finditer(text)
        )

    def _candidates(self, text: str) -> Iterator[str]:
        for key, terms in self._begins.items():
            if key in text:
                yield from (term for begin, term in terms if begin in text)


def apart(matches: Iterable[Found]) -> list[Found]:
    """Those of `matches` that overlap no longer one."""
    taken: set[int] = set()
    kept = []
    for found in sorted(matches, key=lambda found: (found.start - found.end, found.start)):
        place = range(found.start, found.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(found)
    return kept


def wrong_terms(source: Passage, target: Passage, index: Index) -> Iterator[tuple[str, Fault]]:
    """By key of the check: terms that are not rendered as in the glossary, or as it forbids."""
    for term in dict.fromkeys(found.term for found in index.find(source.text)):
        concepts = index.concepts[term]
        wordings = _wordings(concepts, target.facts.tag)
        listed = " or ".join(f"“{word}”" for word in wordings)
        forbidden = dict.fromkeys(_forbidden(concepts, wordings, target))
        for word in forbidden:
            yield "forbidden", Fault(f"renders “{term}” as “{word}”", f"The glossary has {listed}.")
        if wordings and not forbidden and not any(_stands(word, target) for word in wordings):
            yield "glossary", Fault(f"does not render “{term}” as {listed}", _HINT)


_HINT = "Use the wording of the glossary, or add yours there if it is right too."


def _wordings(concepts: Iterable[Concept], tag: str) -> list[str]:
    return [term for concept in concepts for term in concept.terms.get(tag, ())]


def _stands(word: str, passage: Passage) -> bool:
    facts = passage.facts.terms
    return bool(pattern(word, facts).search(bare(passage.text, facts)))


def _forbidden(
    concepts: Iterable[Concept], wordings: Iterable[str], target: Passage
) -> Iterator[str]:
    """Forbidden wording in a translation, unless it is a part of wording that is allowed."""
    facts, tag = target.facts.terms, target.facts.tag
    words = [word for concept in concepts for word in concept.forbidden.get(tag, ())]
    if words:
        text = bare(target.text, facts)
        for allowed in wordings:
            text = pattern(allowed, facts).sub(" ", text)
        yield from (word for word in words if pattern(word, facts).search(text))
