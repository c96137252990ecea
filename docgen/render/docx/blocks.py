"""Blocks → paragraphs and tables, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from docgen.model import (
    Block,
    Box,
    Figure,
    Item,
    ItemList,
    OptionTable,
    Paragraph,
    Passage,
    Prose,
    Quotation,
    Section,
    Table,
)
from docgen.records import replace
from docgen.render.docx import figures, frames, options, tables
from docgen.render.docx.inline import bare, words
from docgen.render.docx.paragraphs import keep, line, numbered, paragraph
from docgen.render.docx.press import JOINT, Press, Room, text_width
from docgen.render.docx.roles import UNNUMBERED
from docgen.render.docx.wml import Element, mark, twips
from docgen.render.text import are_few

_THREE_LINES = 220
"""The letters of three lines, about: with two lines kept at either end nothing divides them."""


def write(blocks: Sequence[Block], press: Press, room: Room) -> Iterator[Element]:
    """The elements of `blocks`, set in `room`."""
    for place, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
        if block is press.joint:
            yield JOINT
        match block:
            case Paragraph():
                made = _paragraph(block, press, room)
                yield keep(made) if place and _leads(block.text, following) else made
            case ItemList():
                yield from _items(block, press, room)
            case Quotation(paragraphs=paragraphs):
                inner = replace(room, text=room.role("quotation"), indent=0)
                yield from write(paragraphs, press, inner)
            case Section():
                yield from _section(block, press, room)
            case Passage(blocks=foreign, language=language):
                yield from write(foreign, replace(press, language=language), room)
            case Table():
                yield from tables.write(block, press, room)
            case Figure():
                yield from figures.write(block, press, room)
            case Box():
                yield from frames.box(block, press, room, write)
            case OptionTable():
                yield from options.write(block, press, write)


def measure(press: Press) -> Room:
    """The room of running text."""
    return Room("continued", press.roles["paragraph"].left, text_width(press.sheet))


def _paragraph(block: Paragraph, press: Press, room: Room) -> Element:
    if block.number:
        return numbered(press, "paragraph", block.text, block.number, block.id)
    indent = mark("ind", left=twips(room.indent)) if room.indent else None
    return line(press, room.text, block.text, indent)


def _items(block: ItemList, press: Press, room: Room) -> Iterator[Element]:
    kind = "item" if block.ordered else "dash"
    role = room.role(f"{kind}.{min(block.level, 3)}")
    inner = replace(room, indent=press.roles[role].left)
    for item in block.items:
        made = _item(item, role, press)
        yield keep(made) if item.blocks and _leads(item.text, item.blocks[0]) else made
        yield from write(item.blocks, press, inner)


def _leads(text: Prose, following: Block | None) -> bool:
    """Whether a text leads to what follows, and so stands on the page on which that begins.

    LibreOffice moves it as a whole and leaves the heading above it behind: longer texts, and the
    first below a heading, are left alone.
    """
    if not isinstance(following, ItemList | Quotation):
        return False
    return are_few(bare(text.inlines), _THREE_LINES)


def _item(item: Item, role: str, press: Press) -> Element:
    if item.number:
        return numbered(press, role, item.text, item.number, item.id)
    return line(press, role, item.text)


def heading_key(block: Section) -> str:
    """The key of the bookmark of a heading, which the contents list leads to."""
    return block.id or f"heading {bare(block.title.inlines)}"


def _section(block: Section, press: Press, room: Room) -> Iterator[Element]:
    role = f"heading.{block.level}"
    own = replace(press, language=block.language or press.language)
    if block.number:
        yield numbered(own, role, block.title, block.number, heading_key(block))
    else:
        content = press.bookmarks.wrap(heading_key(block), words(block.title, own))
        role = f"heading.{block.look or block.level}"
        yield paragraph(own, role + UNNUMBERED, content)
    yield from write(block.blocks, own, room)
