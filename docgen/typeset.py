"""Text passes that every language shares and its bundle's facts drive: spaces, table numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from docgen.bundle import Bundle
from docgen.model import Amount, Document, Text
from docgen.walk import rebuild

NO_BREAK_SPACE = "\u00a0"
_BEFORE = re.compile(r"\(\?<=((?:[^()\\]|\\.)*)\) ")
_NOTHING = r"(?!)"
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def typeset(document: Document, bundle: Bundle) -> Document:
    """Bind what must stay on one line, and print the numbers of tables as the language does."""
    bonds = compiled(bundle.facts["typeset"]["no_break"])
    numbers = bundle.facts["numbers"]

    def change(node: Any) -> Any:
        match node:
            case Text(text=text):
                bound = bind(text, bonds)
                return node if bound == text else Text(bound)
            case Amount(value=value):
                return replace(node, text=amount(value, numbers))
        return node

    return rebuild(document, change, Text, Amount)


def compiled(bonds: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all spaces that never break; each of `bonds` matches some of them."""
    return re.compile("|".join(map(_from_space, bonds)) or _NOTHING)


def _from_space(bond: str) -> str:
    """`bond` with what stands before its space looked for from behind the space.

    A pattern that begins with a space is tried at spaces alone, in a tenth of the time.
    """
    before = _BEFORE.match(bond)
    return rf" (?<=(?:{before[1]}) ){bond[before.end() :]}" if before else bond


def bind(text: str, bonds: re.Pattern[str]) -> str:
    """`text` with a no-break space for every space that `bonds` match."""
    return bonds.sub(NO_BREAK_SPACE, text)


def amount(value: str, numbers: Mapping[str, str]) -> str:
    """Print the plain decimal number `value` ("-1234.5") with the signs of a language."""
    whole, point, decimals = value.removeprefix("-").partition(".")
    text = _GROUP.sub(numbers["group"], whole)
    text += numbers["decimal"] + decimals if point else ""
    return numbers["negative"].format(text) if value.startswith("-") else text
