"""Text passes that every language shares and its bundle's facts drive: spaces, table numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from docgen.bundle import Bundle
from docgen.model import Amount, Document, Text
from docgen.walk import rebuild

NO_BREAK_SPACE = "\u00a0"
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def typeset(document: Document, bundle: Bundle) -> Document:
    """Bind what must stay on one line, and print the numbers of tables as the language does."""
    bonds = [re.compile(pattern) for pattern in bundle.facts["typeset"]["no_break"]]
    numbers = bundle.facts["numbers"]

    def change(node: Any) -> Any:
        match node:
            case Text(text=text):
                return replace(node, text=bind(text, bonds))
            case Amount(value=value):
                return replace(node, text=amount(value, numbers))
        return node

    return rebuild(document, change)


def bind(text: str, bonds: list[re.Pattern[str]]) -> str:
    """`text` with a no-break space for every space that one of `bonds` matches."""
    return reduce(lambda line, bond: bond.sub(NO_BREAK_SPACE, line), bonds, text)


def amount(value: str, numbers: Mapping[str, str]) -> str:
    """Print the plain decimal number `value` ("-1234.5") with the signs of a language."""
    whole, point, decimals = value.removeprefix("-").partition(".")
    text = _GROUP.sub(numbers["group"], whole)
    text += numbers["decimal"] + decimals if point else ""
    return numbers["negative"].format(text) if value.startswith("-") else text
