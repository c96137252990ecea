"""Frames around text: the Summary and boxes.

A frame is a table of one column whose first row is its title and its head. Borders of paragraphs
would do for plain text only: they break wherever the indent changes, as in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from docgen.model import Block, Box, Line, Prose, Text
from docgen.render.docx import captions
from docgen.render.docx.grid import Rules, cell, row, table
from docgen.render.docx.inline import bare
from docgen.render.docx.paragraphs import keep, labelled, line, spacer
from docgen.render.docx.press import Press, Room
from docgen.render.docx.wml import Element
from docgen.render.text import letters
from docgen.walk import find

Fill: TypeAlias = Callable[[Sequence[Block], Press, Room], Iterator[Element]]
"""Blocks → elements; handed in, because frames stand among blocks and hold blocks."""

SIDES = ("top", "left", "bottom", "right")
BOX_RULE = 0.5
BRIEF = 1500
"""The letters of a box that is not divided between pages: about 20 lines, less than half a page."""

PADDING, GAP = 10.0, 4.0
"""Room between the sides of a box and its text, and above and below it, in points."""


def summary(press: Press, room: Room, fill: Fill) -> Iterator[Element]:
    """The Summary of the document over the full width of the page, its text on the measure."""
    title = press.wording.summary
    head = line(press, "summary.title", Line((Text(title),)))
    body = list(fill(press.document.summary, press, room))
    yield _frame(press, [head], body, 0, press.sheet.page.measure, press.sheet.summary, title)
    yield spacer()


def box(source: Box, press: Press, room: Room, fill: Fill) -> Iterator[Element]:
    """A box on the measure, its lettered notes within it."""
    inner = Room("box.text", 0, room.width - 2 * PADDING, framed=True)
    head = list(_box_head(source, press, inner))
    body = [*fill(source.blocks, press, inner), *captions.notes(press, inner, source.notes)]
    title = bare(source.title.inlines) if source.title else ""
    sides = dict.fromkeys(SIDES, BOX_RULE)
    yield keep(spacer())
    brief = sum(letters(bare(text.inlines)) for text in find(source, Prose)) <= BRIEF
    yield _frame(press, head, body, room.left, room.width, sides, title, PADDING, whole=brief)
    yield captions.end()


def _box_head(source: Box, press: Press, room: Room) -> Iterator[Element]:
    if source.number:
        yield labelled(press, room.role("table.label"), source.number, source.id)
    if source.title:
        yield line(press, "box.title", source.title)


def _frame(
    press: Press,
    head: list[Element],
    body: list[Element],
    left: float,
    width: float,
    rules: Rules,
    title: str,
    padding: float = 0,
    *,
    whole: bool = False,
) -> Element:
    rows = [row([cell(width, head, margins={"top": GAP})], head=True, whole=True)] if head else []
    rows.append(row([cell(width, body, margins={"bottom": GAP})], whole=whole))
    return table(press, [width], rows, left=left, rules=rules, padding=padding, description=title)
