"""A report edited by chance, as many hands edit one in a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from docgen.model import (
    Cell,
    Column,
    Document,
    Inline,
    Item,
    ItemList,
    Note,
    NoteRef,
    Option,
    OptionTable,
    Paragraph,
    Prose,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from docgen.walk import find, rebuild, walk
from tests.render import sample

WORDS = ("harbour", "of", "the", "depth", "港口", "深度和", "3.5", "A/99/7", "，", "“quay”")
Kind = TypeVar("Kind")
Edit = Callable[[Document, Random], Document]


def edited(document: Document, random: Random, times: int) -> Document:
    """`document` after so many edits."""
    for _ in range(times):
        document = random.choice(EDITS)(document, random)
    return document


def _swap(document: Document, old: object, new: object) -> Document:
    return rebuild(document, lambda node: new if node is old else node)


def _any(document: Document, kind: type[Kind], random: Random) -> Kind | None:
    found = list(find(document, kind))
    return random.choice(found) if found else None


def _sequence(items: Sequence[Any], random: Random, made: Callable[[], Any]) -> tuple[Any, ...]:
    """Something taken out, put in, or moved."""
    items, act = list(items), random.randrange(3)
    if act == 0 and len(items) > 1:
        del items[random.randrange(len(items))]
    elif act == 1 and len(items) > 1:
        one = items.pop(random.randrange(len(items)))
        items.insert(random.randrange(len(items) + 1), one)
    else:
        items.insert(random.randrange(len(items) + 1), made())
    return tuple(items)


def _text(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randrange(3, 30)))


def _paragraph(random: Random) -> Paragraph:
    form = random.choice(("numbered", "numbered", "continued", "unnumbered"))
    identity = f"p-{random.randrange(10**6)}"
    return Paragraph(sample.prose(_text(random)), identity, form)  # type: ignore[arg-type]


# ---- words -------------------------------------------------------------------------------------


def _words(document: Document, random: Random) -> Document:
    """Words taken out and put in, somewhere in a text."""
    text = _any(document, Text, random)
    if text is None or not text.text:
        return document
    start = random.randrange(len(text.text))
    end = min(len(text.text), start + random.randrange(12))
    put = random.choice(("", *WORDS))
    return _swap(document, text, Text(text.text[:start] + put + text.text[end:] or "x"))


def _rewrite(document: Document, random: Random) -> Document:
    """A unit of text written anew."""
    prose = _any(document, Prose, random)
    assert prose
    return _swap(document, prose, replace(prose, inlines=(Text(_text(random)),)))


def _stress(document: Document, random: Random) -> Document:
    text = _any(document, Text, random)
    prose = next((p for p in find(document, Prose) if any(i is text for i in p.inlines)), None)
    if not prose or text is None:
        return document
    made = tuple(Strong((inline,)) if inline is text else inline for inline in prose.inlines)
    return _swap(document, prose, replace(prose, inlines=made))


def _mark(document: Document, random: Random) -> Document:
    """A note mark taken out of a text, or put into it."""
    prose, note = _any(document, Prose, random), _any(document, Note, random)
    inside = {id(p) for note_ in document.notes for p in find(note_, Prose)}
    if prose is None or note is None or id(prose) in inside:
        return document
    if any(isinstance(inline, NoteRef) for inline in prose.inlines):
        left = tuple(i for i in prose.inlines if not isinstance(i, NoteRef))
        return _swap(document, prose, replace(prose, inlines=left or (Text("x"),)))
    put: tuple[Inline, ...] = (*prose.inlines, NoteRef(note.key))
    return _swap(document, prose, replace(prose, inlines=put))


# ---- blocks ------------------------------------------------------------------------------------


def _blocks(document: Document, random: Random) -> Document:
    holders = [n for n in walk(document) if getattr(n, "blocks", None)]
    holder = random.choice(holders)
    made = _sequence(holder.blocks, random, lambda: _paragraph(random))
    return _swap(document, holder, replace(holder, blocks=made))


def _sections(document: Document, random: Random) -> Document:
    def made() -> Section:
        title = sample.prose(_text(random))
        return Section(title, (_paragraph(random),), 1, id=f"s-{random.randrange(10**6)}")

    return replace(document, blocks=_sequence(document.blocks, random, made))


def _items(document: Document, random: Random) -> Document:
    items = _any(document, ItemList, random)
    if items is None:
        return document
    made = _sequence(items.items, random, lambda: Item(sample.prose(_text(random))))
    return _swap(document, items, replace(items, items=made))


def _options(document: Document, random: Random) -> Document:
    table = _any(document, OptionTable, random)
    if table is None:
        return document
    title, identity = sample.prose(_text(random)), f"o-{random.randrange(10**6)}"
    made = _sequence(
        table.options, random, lambda: Option(title, (_paragraph(random),), (), identity)
    )
    return _swap(document, table, replace(table, options=made))


# ---- tables ------------------------------------------------------------------------------------


def _rows(document: Document, random: Random) -> Document:
    table = _any(document, Table, random)
    if table is None:
        return document

    def made() -> Row:
        return Row(tuple(Cell(sample.prose(_text(random)[:20])) for _ in table.columns))

    return _swap(document, table, replace(table, body=_sequence(table.body, random, made)))


def _columns(document: Document, random: Random) -> Document:
    """A column added before the others, or a table of one column put in the place of one."""
    table = _any(document, Table, random)
    if table is None:
        return document
    share = 1 / (len(table.columns) + 1)
    columns = tuple(replace(c, share=c.share * (1 - share)) for c in table.columns)

    def wider(row: Row) -> Row:
        return replace(row, cells=(Cell(sample.prose("New")), *row.cells))

    made = replace(
        table,
        columns=(Column("start", share), *columns),
        head=tuple(map(wider, table.head)),
        body=tuple(map(wider, table.body)),
    )
    return _swap(document, table, made)


def _turn(document: Document, random: Random) -> Document:
    table = _any(document, Table, random)
    if table is None:
        return document
    return _swap(document, table, replace(table, landscape=not table.landscape))


def _contents(document: Document, random: Random) -> Document:
    front = replace(document.front, contents=not document.front.contents)
    return replace(document, front=front)


EDITS: tuple[Edit, ...] = (
    *(_words,) * 4,
    _rewrite,
    _stress,
    *(_mark,) * 2,
    *(_blocks,) * 3,
    _sections,
    _items,
    _options,
    *(_rows,) * 2,
    _columns,
    _turn,
    _contents,
)
