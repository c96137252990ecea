"""How long a document is: whether a second process is worth its while."""

from __future__ import annotations

from docgen.model import (
    Annex,
    Block,
    Box,
    Document,
    ItemList,
    OptionTable,
    Passage,
    Quotation,
    Section,
    Table,
)

LONG = 2_000
"""The texts of a document that is worth a second process, about."""


def is_long(document: Document) -> bool:
    """Whether a document is so long that a second process is worth its while."""
    return sum(map(texts, (*document.blocks, *document.annexes))) >= LONG


def texts(part: Block | Annex) -> int:
    """How many texts there are in a part, about."""
    match part:
        case Section() | Passage() | Box() | Annex():
            return 1 + sum(map(texts, part.blocks))
        case ItemList(items=several) | Quotation(paragraphs=several) | OptionTable(options=several):
            return len(several)
        case Table(columns=columns, body=rows):
            return len(columns) * len(rows)
    return 1
