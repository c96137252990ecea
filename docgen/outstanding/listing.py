"""Finished draft → the same with a last page that lists its open texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from unicodedata import east_asian_width

from docgen.bundle import Bundle
from docgen.model import (
    Cell,
    Column,
    CrossRef,
    Document,
    Inline,
    Prose,
    Row,
    Section,
    State,
    Table,
    Text,
)
from docgen.outstanding.places import CAPTIONED, Place, key, places, words
from docgen.units import units
from docgen.walk import find

STATES: Mapping[State, str] = {"untranslated": "Not translated", "stale": "To be revised"}
"""The phrases for the states of open texts."""

NO_ID = "Text without an id"
_HEADS = ("Number", "Kind", "Begins", "State", "Id")
_SHARES = (0.1, 0.15, 0.4, 0.12, 0.23)
_SHOWN = 40
"""The beginning of a text is so wide, in halves of a Han character."""


def finished(localized: Document) -> bool:
    """Whether no text of a `localized` document is open, as `tell` would find for a draft."""
    return not any(prose.state in STATES for prose in find(localized, Prose))


def with_list(document: Document, source: Document, bundle: Bundle) -> Document:
    """A finished `document` with the list of its open texts, if there are any.

    `source` is the document as read. Each row has the printed number, what the text is, how it
    begins as printed, its state and its id.
    """
    found = dict[str, Prose]()
    if document.language != source.front.source:
        found = {key(prose): prose for prose in find(document, Prose) if prose.state in STATES}
    if not found:
        return document
    kinds = {unit.id: unit.kind.partition(":")[0] for unit in units(source)}
    rows = tuple(
        _row(found[name], kinds.get(name, NO_ID), place, bundle)
        for name, place in places(document).items()
        if name in found
    )
    title = bundle.say("Texts to be translated or revised")
    section = Section(_prose(title), (_table(rows, found.values(), bundle),), 1, numbered=False)
    return replace(document, outstanding=(section,))


def _table(rows: tuple[Row, ...], found: Iterable[Prose], bundle: Bundle) -> Table:
    counts = Counter(prose.state for prose in found)
    title = bundle.say(
        "Not translated: {untranslated}; to be revised: {stale}",
        untranslated=str(counts["untranslated"]),
        stale=str(counts["stale"]),
    )
    heads = tuple(Cell(_prose(bundle.say(phrase))) for phrase in _HEADS)
    columns = tuple(Column("start", share) for share in _SHARES)
    return Table(_prose(title), None, columns, (Row(heads),), rows)


def _row(prose: Prose, kind: str, place: Place, bundle: Bundle) -> Row:
    cells = (
        _number(place),
        _prose(bundle.say(kind)),
        replace(_prose(_start(words(prose))), language=prose.language),
        _prose(bundle.say(STATES[prose.state])),
        _prose(prose.id),
    )
    return Row(tuple(map(Cell, cells)))


def _number(place: Place) -> Prose:
    """A number that leads to its place where the number alone says which that is."""
    number = place.number
    if number is None or number.sequence in CAPTIONED or not number.citation:
        return _prose(place.printed)
    target = number.citation[-1].target
    inlines: tuple[Inline, ...] = (CrossRef(target, number.citation),)
    return Prose("", place.printed, inlines)


def _prose(said: str) -> Prose:
    return Prose("", said, (Text(said),) if said else ())


def _start(text: str) -> str:
    """The beginning of `text`, with a sign of omission if that is not all."""
    widths = accumulate(2 if east_asian_width(letter) in "FW" else 1 for letter in text)
    fits = sum(width <= _SHOWN for width in widths)
    return text if fits == len(text) else f"{text[:fits].rstrip()}…"
