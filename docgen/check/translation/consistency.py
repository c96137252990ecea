"""Over all units of a document: one source with several translations, and the reverse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docgen.check.translation.values import Fault, Passage

Pair = tuple[Passage, Passage]


def translated_otherwise(pairs: Iterable[Pair]) -> Iterator[tuple[Passage, Fault]]:
    """Units whose source stood before with another translation."""
    yield from _differing(
        pairs, lambda pair: pair, "is translated otherwise than {id}, whose source is the same"
    )


def translated_alike(pairs: Iterable[Pair]) -> Iterator[tuple[Passage, Fault]]:
    """Units whose translation stood before for another source."""
    yield from _differing(
        pairs,
        lambda pair: (pair[1], pair[0]),
        "has the same translation as {id}, whose source is another",
    )


def _differing(
    pairs: Iterable[Pair], turned: Callable[[Pair], Pair], words: str
) -> Iterator[tuple[Passage, Fault]]:
    first: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        same, other = (_compared(passage) for passage in turned(pair))
        id, before = first.setdefault(same, (pair[1].id, other))
        if before != other:
            yield pair[1], Fault(words.format(id=id), "Settle on one, or accept the difference.")


def _compared(passage: Passage) -> str:
    """The text without what does not matter: its case and the width of its blanks."""
    return " ".join(passage.prose.source.split()).casefold()
