"""Document → readable text: one line for every block, as kind, number and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional, east_asian_width

from docgen.model import (
    Amount,
    Annex,
    Block,
    Box,
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
    Section,
    Strong,
    Table,
    Text,
)
from docgen.walk import find


def letters(characters: str) -> int:
    """How many letters there are; one as wide as Han counts as two."""
    return len(characters) + sum(map(is_wide, characters))


@cache
def is_wide(letter: str) -> bool:
    """Whether a letter stands in a square: Han characters and full-width marks."""
    return east_asian_width(letter) in "WF"


def spaced(word: str) -> str:
    """A word before other words: with a space, unless it ends in a mark as wide as Han."""
    return word if word and is_wide(word[-1]) else f"{word} "


def are_few(characters: str, most: float) -> bool:
    """Whether there are no more than `most` letters; few and many are not looked at one by one."""
    if 2 * len(characters) <= most:
        return True
    return len(characters) <= most and letters(characters) <= most


def runs_left(characters: str) -> bool:
    """Whether there are letters that are read from the right."""
    return any(bidirectional(one) in ("R", "AL") for one in characters)


class Entry(NamedTuple):
    """One printed block: what it is, the number before it, its words."""

    kind: str
    label: str
    text: str


def write(document: Document) -> str:
    """The whole document, one entry a line, columns separated by tabs."""
    return "".join(f"{kind}\t{label}\t{text}\n" for kind, label, text in entries(document))


def entries(document: Document) -> Iterator[Entry]:
    """Every printed block in the order of reading; a note follows the block that marks it."""
    if document.masthead:
        yield from _masthead(document.masthead)
    if document.summary and document.wording:
        yield Entry("summary", "", document.wording.summary)
    yield from _blocks(document.summary)
    yield from _blocks(document.blocks)
    for annex in document.annexes:
        yield from _annex(annex)
    yield from _blocks(document.outstanding)


def plain(inlines: Iterable[Inline]) -> str:
    """The words of inline text; a note mark is printed as ⟨mark⟩."""
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Amount(text=text):
            return text
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return plain(children)
        case CrossRef(steps=steps):
            return "".join(step.text for step in steps)
        case NoteRef(number=number):
            return f"⟨{_label(number)}⟩"
        case Marks(marks=marks, separator=separator):
            return separator.join(map(_plain, marks))


def _label(number: Number | None) -> str:
    return number.label if number else ""


def _entry(kind: str, words: Prose | Line | None, number: Number | None = None) -> Iterator[Entry]:
    if words is None:
        return
    yield Entry(kind, _label(number), plain(words.inlines))
    for mark in find(words, NoteRef):
        if mark.note:
            yield from _note(mark.note)


def _note(note: Note) -> Iterator[Entry]:
    return _entry("note", note.text, note.number)


def _masthead(masthead: Masthead) -> Iterator[Entry]:
    yield Entry("nations", "", masthead.nations)
    for symbol in masthead.symbols:
        yield from _entry("symbol", symbol)
    yield Entry("organ", "", masthead.organ)
    for line in masthead.issue:
        yield Entry("issue", "", line)
    yield from _entry("session", masthead.session)
    yield from _entry("agenda", masthead.agenda)
    for title in masthead.agenda_titles:
        yield from _entry("agenda title", title)
    yield from _entry("title", masthead.title)
    yield from _entry("subtitle", masthead.subtitle)
    yield from _entry("byline", masthead.byline)


def _annex(annex: Annex) -> Iterator[Entry]:
    yield Entry("annex", _label(annex.number), annex.original_line)
    yield from _entry("annex title", annex.title)
    yield from _blocks(annex.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Entry]:
    match block:
        case Paragraph():
            yield from _entry(block.form, block.text, block.number)
        case ItemList():
            yield from _list(block)
        case Quotation(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield from _entry("quotation", paragraph.text)
        case Section():
            yield from _entry(f"heading {block.level}", block.title, block.number)
            yield from _blocks(block.blocks)
        case Passage(blocks=blocks):
            yield from _blocks(blocks)
        case Box() | Table() | Figure() | OptionTable():
            yield from _framed(block)


def _list(items: ItemList) -> Iterator[Entry]:
    for item in items.items:
        yield from _entry("item" if items.ordered else "dash", item.text, item.number)
        yield from _blocks(item.blocks)


def _framed(frame: Box | Table | Figure | OptionTable) -> Iterator[Entry]:
    match frame:
        case Box():
            yield from _entry("box", frame.title, frame.number)
            yield from _blocks(frame.blocks)
        case Table():
            yield from _table(frame)
        case Figure():
            if frame.number or frame.title.inlines:
                yield from _entry("figure", frame.title, frame.number)
            yield from _sources(frame)
        case OptionTable(options=options):
            for option in options:
                yield from _option(option)
    for note in frame.notes:
        yield from _note(note)


def _table(table: Table) -> Iterator[Entry]:
    if table.number or table.title.inlines:
        yield from _entry("table", table.title, table.number)
    yield from _entry("headnote", table.headnote)
    for row in (*table.head, *table.body):
        yield Entry("row", "", " | ".join(plain(cell.text.inlines) for cell in row.cells))
    yield from _sources(table)


def _sources(frame: Table | Figure) -> Iterator[Entry]:
    for prose in frame.sources:
        yield from _entry("source", prose)
    for prose in frame.remarks:
        yield from _entry("remark", prose)


def _option(option: Option) -> Iterator[Entry]:
    yield from _entry("option", option.title, option.number)
    yield from _blocks(option.description)
    for facet in option.facets:
        yield from _facet(facet)


def _facet(facet: Facet) -> Iterator[Entry]:
    yield from _entry(facet.key, facet.heading)
    yield from _blocks(facet.blocks)
