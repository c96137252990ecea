"""Annexes: each on a new page, with its label, the language of its original, and its title."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model import Annex
from docgen.render import listing
from docgen.render.docx import blocks
from docgen.render.docx.fields import listed
from docgen.render.docx.inline import Look, bare, letters
from docgen.render.docx.paragraphs import labelled, line, paragraph
from docgen.render.docx.press import Press, Room
from docgen.render.docx.roles import CONTENTS
from docgen.render.docx.wml import Element, w


def write(annex: Annex, press: Press, room: Room) -> Iterator[Element]:
    """The elements of an annex.

    The label is text with a field, not a list: a heading without text of its own is missing from
    the contents list and the navigation of Word, and a reference could not print the number alone.
    """
    if annex.number:
        breaks = w("pageBreakBefore")
        label = labelled(press, "annex.label", annex.number, key(annex), breaks)
        for part in _head_of_list(annex, press):
            label.append(part)
        yield label
    if annex.original_line:
        original = letters(annex.original_line, press, Look())
        yield paragraph(press, "annex.original", [original])
    yield line(press, "annex.title", annex.title)
    yield from blocks.write(annex.blocks, press, room)


def _head_of_list(annex: Annex, press: Press) -> list[Element]:
    """What puts the head above the annexes into the contents list, with the first of them."""
    document = press.document
    first = document.front.contents and annex is document.annexes[0]
    return listed(listing.head(document), len(CONTENTS) + 1) if first else []


def key(annex: Annex) -> str:
    """The key of the bookmark of an annex."""
    return annex.id or f"annex {bare(annex.title.inlines)}"
