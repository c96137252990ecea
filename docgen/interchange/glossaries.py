"""Concepts ↔ the CSV of a glossary, and two glossaries as one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.cells import guarded
from docgen.check.translation.glossary import FORBIDDEN, REMARKS, Concept

_OR = "|"


def dump(concepts: Sequence[Concept]) -> str:
    """The concepts as the CSV that a project keeps: a column for each language, remarks last."""
    columns = list(_columns(concepts))
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(columns)
    rows.writerows(
        [guarded(_OR.join(_cell(concept, column))) for column in columns] for concept in concepts
    )
    return stream.getvalue()


def _columns(concepts: Sequence[Concept]) -> Iterator[str]:
    known = dict.fromkeys(tag for one in concepts for tag in (*one.terms, *one.forbidden))
    remarks = known.pop(REMARKS, REMARKS) is None
    refused = {tag for concept in concepts for tag in concept.forbidden}
    for tag in known:
        yield tag
        if tag in refused:
            yield f"{tag}{FORBIDDEN}"
    if remarks:
        yield REMARKS


def _cell(concept: Concept, column: str) -> Sequence[str]:
    if column.endswith(FORBIDDEN):
        return concept.forbidden.get(column.removesuffix(FORBIDDEN), ())
    return concept.terms.get(column, ())


def merged(
    ours: Sequence[Concept], theirs: Iterable[Concept], tag: str
) -> tuple[list[Concept], int, int]:
    """Our concepts with what theirs add, how many are new, and how many of ours have grown.

    Two concepts are the same if their preferred terms in the language `tag` are. Our wordings come
    first; one that we refuse stays refused. A concept without a term in `tag` is left out.
    """
    held, new, grown = list(ours), 0, 0
    places = {_key(one, tag): place for place, one in enumerate(held)}
    for concept in theirs:
        key = _key(concept, tag)
        if key and key not in places:
            places[key] = len(held)
            held.append(concept)
            new += 1
        elif key and (joined := _joined(held[places[key]], concept)) != held[places[key]]:
            held[places[key]] = joined
            grown += 1
    return held, new, grown


def _key(concept: Concept, tag: str) -> str:
    return next(iter(concept.terms.get(tag, ())), "").casefold()


def _joined(ours: Concept, theirs: Concept) -> Concept:
    terms = _added(ours.terms, theirs.terms, ours.forbidden)
    return Concept(terms, _added(ours.forbidden, theirs.forbidden, ours.terms))


def _added(
    ours: Mapping[str, Sequence[str]],
    theirs: Mapping[str, Sequence[str]],
    not_in: Mapping[str, Sequence[str]],
) -> dict[str, Sequence[str]]:
    found = {tag: list(words) for tag, words in ours.items()}
    for tag, words in theirs.items():
        there = found.setdefault(tag, [])
        there += [one for one in words if one not in there and one not in not_in.get(tag, ())]
    return {tag: words for tag, words in found.items() if words or tag in ours}
