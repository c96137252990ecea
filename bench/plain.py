"""A finished document → the same words, notes, lists and tables as pandoc keeps a document.

What pandoc has no node for is printed in the way that comes nearest: numbers of paragraphs and
headings as words, boxes and options as tables, lettered notes beneath their table. The first page
is a few lines; references lead nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from docgen.model import (
    Amount,
    Annex,
    Block,
    Box,
    Cell,
    CrossRef,
    Document,
    Emphasis,
    Facet,
    Figure,
    Inline,
    ItemList,
    Line,
    Link,
    Marks,
    Masthead,
    Note,
    NoteRef,
    Number,
    Option,
    OptionTable,
    Paragraph,
    Passage,
    Prose,
    Quotation,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

Node = dict[str, Any]
Picture = Callable[[Figure], str]
"""A figure → the file of its picture."""

VERSION = [1, 23, 1]
"""The form of the tree."""

NOTHING: list[Any] = ["", [], []]
"""No id, no classes, no attributes."""

_ALIGN = {"start": "AlignLeft", "end": "AlignRight", "center": "AlignCenter"}
_STYLES = {"(a)": ("LowerAlpha", "TwoParens"), "(i)": ("LowerRoman", "TwoParens")}
_PLAIN = ("LowerAlpha", "Period")


def write(document: Document, picture: Picture) -> str:
    """The whole document as JSON for `pandoc --from=json`."""
    blocks = list(_Tree(picture).document(document))
    return json.dumps({"pandoc-api-version": VERSION, "meta": {}, "blocks": blocks})


class _Tree:
    """Makes nodes of blocks."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    def document(self, document: Document) -> Iterator[Node]:
        if document.masthead:
            yield from _masthead(document.masthead)
        if document.summary and document.wording:
            yield _header(1, None, [Text(document.wording.summary)])
            yield from self.blocks(document.summary)
        yield from self.blocks(document.blocks)
        for annex in document.annexes:
            yield from self.annex(annex)

    def annex(self, annex: Annex) -> Iterator[Node]:
        yield _header(1, annex.number, annex.title.inlines)
        yield from self.blocks(annex.blocks)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Node]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Node]:
        match block:
            case Paragraph():
                yield _para(block.text, block.number)
            case ItemList():
                yield self.items(block)
            case Quotation(paragraphs=paragraphs):
                yield _node("BlockQuote", [_para(one.text) for one in paragraphs])
            case Section():
                yield _header(block.level, block.number, block.title.inlines)
                yield from self.blocks(block.blocks)
            case Passage(blocks=blocks):
                yield from self.blocks(blocks)
            case Table() | Figure() | Box() | OptionTable():
                yield from self.frame(block)

    def frame(self, frame: Table | Figure | Box | OptionTable) -> Iterator[Node]:
        match frame:
            case Table():
                yield from _titled(frame)
                yield _table(frame)
                yield from _below(frame)
            case Figure():
                yield from _titled(frame)
                yield _para_of([_image(self.picture(frame))])
                yield from _below(frame)
            case Box():
                title = [_heading(frame.title, frame.number)] if frame.title else []
                yield _grid([[(1, [*title, *self.blocks(frame.blocks)])]], 1)
            case OptionTable(options=options):
                for option in options:
                    yield self.option(option)
        yield from map(_lettered, frame.notes)

    def items(self, items: ItemList) -> Node:
        entries = [[_para(item.text), *self.blocks(item.blocks)] for item in items.items]
        if not items.ordered:
            return _node("BulletList", entries)
        first = items.items[0].number
        style, mark = _STYLES.get(first.label if first else "", _PLAIN)
        return _node("OrderedList", [[items.start, _node(style), _node(mark)], entries])

    def option(self, option: Option) -> Node:
        title = _heading(option.title, option.number)
        rows = [[(2, [title, *self.blocks(option.description)])]]
        for facet in option.facets:
            cell = (2 if facet.place == "full" else 1, self.facet(facet))
            if facet.place == "end":
                rows[-1].append(cell)
            else:
                rows.append([cell])
        return _grid(rows, 2)

    def facet(self, facet: Facet) -> list[Node]:
        heading = [_heading(facet.heading)] if facet.heading else []
        return [*heading, *self.blocks(facet.blocks)]


# ---- blocks of one node ------------------------------------------------------------------------


def _node(kind: str, content: Any = None) -> Node:
    return {"t": kind} if content is None else {"t": kind, "c": content}


def _para_of(content: list[Node]) -> Node:
    return _node("Para", content)


def _para(words: Prose | Line, number: Number | None = None) -> Node:
    return _para_of([*_label(number), *inlines(words.inlines)])


def _heading(words: Prose | Line, number: Number | None = None) -> Node:
    return _para_of([_node("Strong", [*_label(number), *inlines(words.inlines)])])


def _header(level: int, number: Number | None, words: Iterable[Inline]) -> Node:
    return _node("Header", [level, NOTHING, [*_label(number), *inlines(words)]])


def _label(number: Number | None) -> list[Node]:
    return [_node("Str", f"{number.label}\u2003")] if number and number.label else []


def _masthead(masthead: Masthead) -> Iterator[Node]:
    for line in (*masthead.symbols, masthead.session, masthead.agenda):
        if line:
            yield _para(line)
    yield from map(_para, masthead.agenda_titles)
    yield _heading(masthead.title)
    if masthead.byline:
        yield _heading(masthead.byline)


def _titled(frame: Table | Figure) -> Iterator[Node]:
    if frame.number or frame.title.inlines:
        yield _heading(frame.title, frame.number)
    if isinstance(frame, Table) and frame.headnote:
        yield _para(frame.headnote)


def _below(frame: Table | Figure) -> Iterator[Node]:
    yield from map(_para, (*frame.sources, *frame.remarks))


def _lettered(note: Note) -> Node:
    return _para_of([*_raised(note.number), *inlines(note.text.inlines)])


def _image(file: str) -> Node:
    return _node("Image", [["", [], [["width", "80%"]]], [], [file, ""]])


# ---- tables ------------------------------------------------------------------------------------


def _table(table: Table) -> Node:
    columns = [[_node(_ALIGN[one.align]), _width(one.share)] for one in table.columns]
    return _tabular(columns, map(_row, table.head), map(_row, table.body))


def _row(row: Row) -> list[Any]:
    bold = row.kind != "data"
    return [NOTHING, [_cell(cell, bold) for cell in row.cells]]


def _cell(cell: Cell, bold: bool) -> list[Any]:
    words = list(inlines(cell.text.inlines))
    words = [_node("Strong", words)] if bold and words else words
    content = [_node("Plain", words)] if words else []
    return [NOTHING, _node("AlignDefault"), cell.rows, cell.span, content]


def _grid(rows: list[list[tuple[int, list[Node]]]], columns: int) -> Node:
    """A table of equal columns without a head; each cell with how many columns it takes."""
    body = [
        [NOTHING, [[NOTHING, _node("AlignDefault"), 1, span, blocks] for span, blocks in row]]
        for row in rows
    ]
    return _tabular([[_node("AlignLeft"), _width(1 / columns)]] * columns, [], body)


def _width(share: float) -> Node:
    return _node("ColWidth", round(share, 4))


def _tabular(columns: Any, head: Iterable[Any], body: Iterable[Any]) -> Node:
    bodies = [[NOTHING, 0, [], list(body)]]
    content = [NOTHING, [None, []], columns, [NOTHING, list(head)], bodies, [NOTHING, []]]
    return _node("Table", content)


# ---- words -------------------------------------------------------------------------------------


def inlines(words: Iterable[Inline]) -> Iterator[Node]:
    """The nodes of words within a block."""
    for inline in words:
        yield from _inline(inline)


def _inline(inline: Inline) -> Iterator[Node]:
    match inline:
        case Text(text=text) | Amount(text=text):
            yield from _text(text)
        case Strong(children=children):
            yield _node("Strong", list(inlines(children)))
        case Emphasis(children=children):
            yield _node("Emph", list(inlines(children)))
        case Link(address=address, children=children):
            yield _node("Link", [NOTHING, list(inlines(children)), [address, ""]])
        case CrossRef(steps=steps):
            yield from _text("".join(step.text for step in steps))
        case NoteRef():
            yield from _mark(inline)
        case Marks(marks=marks):
            for mark in marks:
                yield from _mark(mark)


def _mark(mark: NoteRef) -> Iterator[Node]:
    if mark.note:
        yield _node("Note", [_para(mark.note.text)])
    else:
        yield from _raised(mark.number)


def _raised(number: Number | None) -> Iterator[Node]:
    if number:
        yield _node("Superscript", [_node("Str", number.label)])


def _text(text: str) -> Iterator[Node]:
    """Words and the spaces between them."""
    for place, word in enumerate(text.split(" ")):
        if place:
            yield _node("Space")
        if word:
            yield _node("Str", word)
