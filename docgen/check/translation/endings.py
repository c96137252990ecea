"""The sign at the end of a text: full stop, semicolon, colon, question or exclamation mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.check.translation.values import NOTE, Fault, Passage

_CLOSING = {"Pe", "Pf", "Zs"}


def ending_differs(source: Passage, target: Passage) -> Iterator[Fault]:
    """Both end with a sign of one class, in whatever script; notes and quotes do not count."""
    here, there = _ending(source), _ending(target)
    if here != there:
        yield Fault(f"ends with {_named(there)}, its source with {_named(here)}")


def _ending(passage: Passage) -> str:
    """The class of the last sign that is no note, bracket or quotation mark; empty for a word."""
    for sign in reversed(passage.text):
        if sign != NOTE and sign not in "\"'" and unicodedata.category(sign) not in _CLOSING:
            return passage.facts.ends.get(sign, "")
    return ""


def _named(sign: str) -> str:
    return f"“{sign}”" if sign else "no sign"
