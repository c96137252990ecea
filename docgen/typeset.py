"""Text passes that every language shares and its bundle's facts drive: spaces, marks, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from docgen.records import replace
from docgen.walk import rebuild

NO_BREAK_SPACE = "\u00a0"
_MARKED = frozenset({NoteRef, Strong, Emphasis})
"""What marks of notes are, or can stand in."""

_BEFORE = re.compile(r"\(\?<=((?:[^()\\]|\\.)*)\) ")
_LAST = re.compile(r"(?!.*(?:\||\\[xuUN0-9]))(?:\\.|[^\\])*?(?P<last>\\.|\[[^\]\\]*\]|\w)")
"""The last character of what stands before a space, or its class, where that is plain to see."""

_AHEAD = re.compile(r"\(\?=(?:[^()\\]|\\.)+\)")
"""A condition of what stands behind a space, without conditions in it."""

_NOTHING = r"(?!)"
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def typeset(document: Document, bundle: Bundle) -> Document:
    """Bind what must stay on one line, part marks of notes, print numbers as the language does."""
    facts = bundle.facts["typeset"]
    bonds = compiled(facts["no_break"])
    numbers = bundle.facts["numbers"]

    def change(node: Any) -> Any:
        if isinstance(node, Text):
            bound = bind(node.text, bonds)
            return node if bound == node.text else Text(bound)
        if isinstance(node, Amount):
            return Amount(node.value, amount(node.value, numbers))
        if isinstance(node, (Prose, Line)):
            if _MARKED.isdisjoint(map(type, node.inlines)):
                return node
            grouped = tuple(parted(node.inlines, facts["between_marks"]))
            return node if grouped == node.inlines else replace(node, inlines=grouped)
        grouped = tuple(parted(node.children, facts["between_marks"]))
        return node if grouped == node.children else replace(node, children=grouped)

    return rebuild(document, change, Text, Amount, Prose, Line, Strong, Emphasis)


def compiled(bonds: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all spaces that never break; each of `bonds` matches some of them.

    A pattern that begins with a space is tried at spaces alone, in a tenth of the time. What stands
    before a space is looked for from behind it.
    """
    loose, parted = list[str](), list[tuple[str, str]]()
    for bond in bonds:
        before = _BEFORE.match(bond)
        if before:
            parted.append((before[1], bond[before.end() :]))
        else:
            loose.append(bond)
    return re.compile("|".join([*_at_spaces(parted), *loose]) or _NOTHING)


def _at_spaces(bonds: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The pattern of bonds by what stands before and behind the space.

    First comes a condition that several of them have and that few spaces meet: what stands behind
    the space, or else the last character before it.
    """
    behind = Counter(after for _, after in bonds if _AHEAD.fullmatch(after))
    found: dict[str, list[str]] = {}
    for before, after in bonds:
        last = _LAST.fullmatch(before)
        condition = after if behind[after] > 1 else f"(?<={last['last']} )" if last else ""
        found.setdefault(condition, []).append(f"(?<=(?:{before}) ){after}")
    if found:
        kinds = (f"{condition}(?:{'|'.join(alike)})" for condition, alike in found.items())
        yield f" (?:{'|'.join(kinds)})"


def bind(text: str, bonds: re.Pattern[str]) -> str:
    """`text` with a no-break space for every space that `bonds` match."""
    return bonds.sub(NO_BREAK_SPACE, text)


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
