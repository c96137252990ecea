"""A document with its numbers → the printed number at which each unit is found."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.model import Document, Note, Number, Prose
from docgen.walk import find, walk


def printed_numbers(document: Document) -> Mapping[str, str]:
    """By id of the unit, as “paragraph 12”; what has no number stands under the one before it."""
    found: dict[str, str] = {}
    last = ""
    for node in walk(document):
        number = getattr(node, "number", None)
        if isinstance(node, Note):
            for prose in find(node.text, Prose):
                found.setdefault(prose.id, _named(number) if number else "")
        elif isinstance(number, Number) and number.citation:
            last = _named(number)
        elif isinstance(node, Prose):
            found.setdefault(node.id, last)
    return found


def _named(number: Number) -> str:
    kind = number.sequence.partition(".")[0]
    cited = "".join(step.text for step in number.citation)
    return f"{kind} {cited or number.label}"
