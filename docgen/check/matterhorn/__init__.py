"""A finished PDF → what stands against PDF/UA-1 and PDF/A-3a in it, by the Matterhorn Protocol 1.1.

Not a whole validator: the checkpoints that a writer can fail by its own doing, each with its
number. What other validators see in PDF/A is left to them, and what they do not see is here.

    document      catalogue, metadata, attached files
    content       marks around what is painted, and their owners
    structure     types, their order, headings, figures, lists, notes
    tables        heads and cells
    links         annotations and the places they lead to
    fonts         glyphs, widths and characters of the codes that are shown
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.check.matterhorn import content, document, fonts, links, structure, tables
from docgen.check.tree import File, opened

CHECKS: tuple[Callable[[File], Iterator[str]], ...] = (
    *document.CHECKS,
    *content.CHECKS,
    *structure.CHECKS,
    *tables.CHECKS,
    *links.CHECKS,
    *fonts.CHECKS,
)


def findings(data: bytes) -> list[str]:
    """All faults of a PDF, each with the checkpoint it fails; none for a good file."""
    file = opened(data)
    return [found for check in CHECKS for found in check(file)]
