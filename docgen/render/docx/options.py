"""Option tables: each option a table of its own, whose title row is repeated on every page.

Word repeats rows only at the top of a table; one table for all options would repeat the title of
the first over the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.model import Block, Facet, Option, OptionTable, Paragraph
from docgen.render.docx import captions
from docgen.render.docx.frames import SIDES, Fill
from docgen.render.docx.grid import cell, row, table
from docgen.render.docx.inline import bare
from docgen.render.docx.paragraphs import line, numbered, spacer
from docgen.render.docx.press import Press, Room
from docgen.render.docx.wml import Element
from docgen.render.text import are_few

RULE = 0.5
HEAD_ROOM = {"top": 4.0}
"""Room above the text of a cell, in points; the space after its last paragraph is below it."""

SHORT = 0.8
"""A row is not split when its texts have at most so many half-width letters for a point of width:
about four lines."""

DESCRIPTION = "description"


def write(source: OptionTable, press: Press, fill: Fill) -> Iterator[Element]:
    """The options over the full width of the page, then their lettered notes."""
    width = press.sheet.page.measure
    for option in source.options:
        yield _option(option, press, width, fill)
        yield spacer()
    notes = list(captions.notes(press, Room("option.text", 0, width, framed=True), source.notes))
    if notes:
        yield from (*notes, spacer())


def _option(option: Option, press: Press, width: float, fill: Fill) -> Element:
    """A title row, the description at full width, then the facets in one or two columns."""
    rows = [_title(option, press, width)]
    if option.description:
        rows.append(_row((Facet(DESCRIPTION, option.description),), press, width, fill))
    rows += [_row(facets, press, width, fill) for facets in _pairs(option.facets)]
    rules = dict.fromkeys((*SIDES, "insideH", "insideV"), RULE)
    title = bare(option.title.inlines)
    halves = [width / 2, width / 2]
    return table(press, halves, rows, rules=rules, padding=press.sheet.padding, description=title)


def _title(option: Option, press: Press, width: float) -> Element:
    if option.number:
        title = numbered(press, "option.title", option.title, option.number, option.id)
    else:
        title = line(press, "option.title", option.title)
    return row([cell(width, [title], span=2)], head=True, whole=True)


def _pairs(facets: Iterable[Facet]) -> Iterator[tuple[Facet, ...]]:
    """The facets row by row: two side by side, start and end, or one at full width.

    Where one of two is missing an empty facet stands in its place.
    """
    waiting: Facet | None = None
    for facet in facets:
        if facet.place == "end":
            yield waiting or Facet("", ()), facet
            waiting = None
            continue
        if waiting:
            yield waiting, Facet("", ())
        waiting = facet if facet.place == "start" else None
        if facet.place == "full":
            yield (facet,)
    if waiting:
        yield waiting, Facet("", ())


def _row(facets: tuple[Facet, ...], press: Press, width: float, fill: Fill) -> Element:
    each = width / len(facets)
    cells = [
        cell(each, _facet(facet, press, each, fill), span=2 // len(facets), margins=HEAD_ROOM)
        for facet in facets
    ]
    return row(cells, whole=all(_short(facet.blocks, each) for facet in facets))


def _facet(facet: Facet, press: Press, width: float, fill: Fill) -> list[Element]:
    heading = [line(press, "option.heading", facet.heading)] if facet.heading else []
    room = Room("option.text", 0, width - 2 * press.sheet.padding, framed=True)
    return [*heading, *fill(facet.blocks, press, room)]


def _short(blocks: tuple[Block, ...], width: float) -> bool:
    """Whether `blocks` take no more than about four lines of `width` points."""
    if not all(isinstance(block, Paragraph) for block in blocks):
        return False
    text = "".join(bare(block.text.inlines) for block in blocks if isinstance(block, Paragraph))
    return are_few(text, SHORT * width)
