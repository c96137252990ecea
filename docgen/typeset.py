"""Text passes that every language shares and its bundle's facts drive: spaces, marks, numbers."""

from __future__ import annotations

import re
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
_MARKED = (NoteRef, Strong, Emphasis)
"""What marks of notes are, or can stand in."""

_BEFORE = re.compile(r"\(\?<=((?:[^()\\]|\\.)*)\) ")
_LAST = re.compile(r"(?!.*(?:\||\\[xuUN0-9]))(?:\\.|[^\\])*?(?P<last>\\.|\[[^\]\\]*\]|\w)")
"""The last character of what stands before a space, or its class, where that is plain to see."""

_NOTHING = r"(?!)"
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def typeset(document: Document, bundle: Bundle) -> Document:
    """Bind what must stay on one line, part marks of notes, print numbers as the language does."""
    facts = bundle.facts["typeset"]
    bonds = compiled(facts["no_break"])
    numbers = bundle.facts["numbers"]

    def change(node: Any) -> Any:
        match node:
            case Text(text=text):
                bound = bind(text, bonds)
                return node if bound == text else Text(bound)
            case Amount(value=value):
                return replace(node, text=amount(value, numbers))
            case Prose(inlines=inlines) | Line(inlines=inlines):
                if not any(isinstance(one, _MARKED) for one in inlines):
                    return node
                grouped = tuple(parted(inlines, facts["between_marks"]))
                return node if grouped == inlines else replace(node, inlines=grouped)
            case Strong(children=children) | Emphasis(children=children):
                grouped = tuple(parted(children, facts["between_marks"]))
                return node if grouped == children else replace(node, children=grouped)
        return node

    return rebuild(document, change, Text, Amount, Prose, Line, Strong, Emphasis)


def compiled(bonds: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all spaces that never break; each of `bonds` matches some of them."""
    loose, tied = list[str](), dict[str, list[str]]()
    for bond in bonds:
        before = _BEFORE.match(bond)
        last = before and _LAST.fullmatch(before[1])
        behind = f"(?<=(?:{before[1]}) ){bond[before.end() :]}" if before else ""
        if last:
            tied.setdefault(last["last"], []).append(behind)
        else:
            loose.append(f" {behind}" if behind else bond)
    return re.compile("|".join([*_after_spaces(tied), *loose]) or _NOTHING)


def _after_spaces(tied: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The pattern of what is `tied` to the last character before its space.

    What stands before a space is looked for from behind it, the last character first. A pattern
    that begins with a space is tried at spaces alone, in a tenth of the time.
    """
    if tied:
        kinds = (f"(?<={last} )(?:{'|'.join(bonds)})" for last, bonds in tied.items())
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
