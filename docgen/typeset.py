"""Text passes that every language shares and its bundle's facts drive: spaces, marks, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import Any

from docgen.bundle import Bundle
from docgen.model import (
    Amount,
    Document,
    Emphasis,
    Inline,
    Line,
    Marks,
    NoteRef,
    Prose,
    Strong,
    Text,
)
from docgen.walk import rebuild

NO_BREAK_SPACE = "\u00a0"
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def typeset(document: Document, bundle: Bundle) -> Document:
    """Bind what must stay on one line, part marks of notes, print numbers as the language does."""
    facts = bundle.facts["typeset"]
    bonds = [re.compile(pattern) for pattern in facts["no_break"]]
    numbers = bundle.facts["numbers"]

    def change(node: Any) -> Any:
        match node:
            case Text(text=text):
                return replace(node, text=bind(text, bonds))
            case Amount(value=value):
                return replace(node, text=amount(value, numbers))
            case Prose(inlines=inlines) | Line(inlines=inlines):
                return replace(node, inlines=tuple(parted(inlines, facts["between_marks"])))
            case Strong(children=children) | Emphasis(children=children):
                return replace(node, children=tuple(parted(children, facts["between_marks"])))
        return node

    return rebuild(document, change)


def bind(text: str, bonds: list[re.Pattern[str]]) -> str:
    """`text` with a no-break space for every space that one of `bonds` matches."""
    return reduce(lambda line, bond: bond.sub(NO_BREAK_SPACE, line), bonds, text)


def parted(inlines: Iterable[Inline], separator: str) -> Iterator[Inline]:
    """The same text with marks of notes that follow each other made one group (Editorial Manual).

    Marks at the end of emphasised words are not emphasised, so they come out of it.
    """
    for marks, group in groupby(_unwrapped(inlines), lambda one: isinstance(one, NoteRef)):
        found = tuple(group)
        if marks and len(found) > 1:
            yield Marks(found, separator)  # type: ignore[arg-type]
        else:
            yield from found


def _unwrapped(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis):
            children = (*_unwrapped(inline.children),)
            end = len(children)
            while end and isinstance(children[end - 1], NoteRef):
                end -= 1
            if end:
                yield replace(inline, children=children[:end])
            yield from children[end:]
        else:
            yield inline


def amount(value: str, numbers: Mapping[str, str]) -> str:
    """Print the plain decimal number `value` ("-1234.5") with the signs of a language."""
    whole, point, decimals = value.removeprefix("-").partition(".")
    text = _GROUP.sub(numbers["group"], whole)
    text += numbers["decimal"] + decimals if point else ""
    return numbers["negative"].format(text) if value.startswith("-") else text
