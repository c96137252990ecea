"""Numbers in the cells of a table: as a language prints them → as the content format has them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.read.cells import value
from docgen.typeset import amount

_SPACES = re.compile(r"[ \u00a0\u2007\u2009\u202f]")


def amount_of(text: str, numbers: Mapping[str, str]) -> str:
    """The plain number that a language prints as `text`; empty when it would print it otherwise."""
    before, _, after = numbers["negative"].partition("{}")
    inside = text.removeprefix(before).removesuffix(after) if before else text
    negative = bool(before) and inside != text
    bare = _SPACES.sub("", inside).replace(numbers["decimal"], ".")
    if not re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d+)?", bare):
        return ""
    number = f"-{bare}" if negative else bare
    return number if _same(amount(number, numbers), text) else ""


def cell_of(text: str, numbers: Mapping[str, str]) -> str:
    """The text of a cell without marks: a number plainly, one that must stay as it is marked so."""
    if found := amount_of(text, numbers):
        return found
    return f"\\{text}" if value(text) is not None else ""


def _same(printed: str, text: str) -> bool:
    """The same but for the kind of a space; a space must be where there is one."""
    return _SPACES.sub(" ", printed) == _SPACES.sub(" ", text)
