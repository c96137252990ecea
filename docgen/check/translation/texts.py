"""A unit and its translation → the faults of that translation, each by the key of its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from docgen.check.translation import (
    citations,
    debris,
    endings,
    lengths,
    marks,
    notes,
    numbers,
)
from docgen.check.translation.terms import Index, wrong_terms
from docgen.check.translation.values import Fault, Passage

Keyed = tuple[str, Fault]

OF_TEXT: Mapping[str, Callable[[Passage], Iterator[Fault]]] = {
    "typography": marks.typography,
    "brackets": marks.brackets,
    "doubled-words": marks.doubled_words,
    "doubled-signs": marks.doubled_signs,
    "blanks": marks.stray_blanks,
    "debris": debris.debris,
}
"""What can be told from a text alone."""

OF_PAIR: Mapping[str, Callable[[Passage, Passage], Iterator[Fault]]] = {
    "symbols": citations.symbols_differ,
    "resolutions": citations.resolutions_differ,
    "numbers": numbers.numbers_differ,
    "note-order": notes.order_differs,
    "ending": endings.ending_differs,
    "length": lengths.length_differs,
    "copied": lengths.copied,
    "debris": debris.autocorrected,
}
"""What can be told from a text and its translation."""


def of_text(passage: Passage) -> Iterator[Keyed]:
    """The faults that a text has by itself."""
    for key, check in OF_TEXT.items():
        yield from ((key, fault) for fault in check(passage))


def of_pair(source: Passage, target: Passage, index: Index) -> Iterator[Keyed]:
    """The faults of a translation; `index` has the terms of the language of the source.

    A fault of one text that the source has in the same way is not the translator's.
    """
    for key, check in OF_TEXT.items():
        own = [(key, fault) for fault in check(target)]
        yield from own if own and not any(check(source)) else ()
    for key, compare in OF_PAIR.items():
        yield from ((key, fault) for fault in compare(source, target))
    yield from wrong_terms(source, target, index)
