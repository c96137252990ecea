"""A document as read → text for people: every value that the reader sets, one to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch
from textwrap import indent
from typing import Any

from docgen.model import (
    Amount,
    Annex,
    Box,
    Cell,
    Chart,
    CrossRef,
    Document,
    Emphasis,
    Facet,
    Figure,
    Front,
    Image,
    Inline,
    Item,
    ItemList,
    Link,
    Note,
    NoteRef,
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
from docgen.walk import rebuild


def dump(document: Document, shift: int = 0) -> str:
    """The summary, the text, the annexes and the notes of a document.

    Lines of report.md are counted from the one after `shift`.
    """
    document = rebuild(document, lambda node: _moved(node, shift))
    parts = [
        *_part("summary", document.summary),
        *map(show, document.blocks),
        *map(show, document.annexes),
        *map(show, document.notes),
    ]
    return "".join(f"{part}\n" for part in parts)


def _moved(node: Any, shift: int) -> Any:
    if not isinstance(node, Prose) or node.origin.file != "report.md":
        return node
    return replace(node, origin=replace(node.origin, line=node.origin.line - shift))


def dump_front(front: Front) -> str:
    """The facts of the first page that have a value."""
    values = {name: getattr(front, name) for name in Front.__dataclass_fields__ if name != "places"}
    return "".join(f"{name} = {_value(value)}\n" for name, value in values.items() if value)


@singledispatch
def show(node: Any) -> str:
    """A node, with what it holds below it."""
    raise TypeError(type(node).__name__)


@show.register
def _(prose: Prose) -> str:
    language = f" in {prose.language}" if prose.language else ""
    return f"{prose.origin.line} {prose.id or '-'}{language}: {_inlines(prose.inlines)}"


def _start(number: int) -> str:
    return f" from {number}" if number else ""


def _unnumbered(numbered: bool) -> str:
    return "" if numbered else " unnumbered"


@show.register
def _(paragraph: Paragraph) -> str:
    return f"paragraph {paragraph.form}{_start(paragraph.start)}, {show(paragraph.text)}"


@show.register
def _(items: ItemList) -> str:
    kind = "ordered" if items.ordered else "dash"
    return _tree(f"list {kind} {items.level}{_start(items.start - 1 and items.start)}", items.items)


@show.register
def _(item: Item) -> str:
    return _tree(f"item, {show(item.text)}", item.blocks)


@show.register
def _(quotation: Quotation) -> str:
    return _tree("quotation", quotation.paragraphs)


@show.register
def _(box: Box) -> str:
    return _tree(f"box #{box.id}", [*_named("title", box.title), *box.blocks])


@show.register
def _(table: Table) -> str:
    columns = ", ".join(f"{column.align} {column.share}" for column in table.columns)
    inside = [
        *_named("title", table.title),
        *_named("headnote", table.headnote),
        f"columns {columns}",
        *(show(row).replace("data", "head") for row in table.head),
        *table.body,
        *_named("source", *table.sources),
        *_named("remark", *table.remarks),
    ]
    turned = " landscape" if table.landscape else ""
    return _tree(f"table #{table.id}{turned}{_unnumbered(table.numbered)}", inside)


@show.register
def _(row: Row) -> str:
    return f"{row.kind} | " + " | ".join(map(show, row.cells))


@show.register
def _(cell: Cell) -> str:
    span = f" over {cell.span}" if cell.span > 1 else ""
    rows = f" for {cell.rows} rows" if cell.rows > 1 else ""
    return show(cell.text) + span + rows


def _picture(image: Image | Chart) -> list[str]:
    if isinstance(image, Image):
        return [f"image {image.name} {image.media_type} {len(image.data)} bytes"]
    scale = " ".join(amount.value for amount in image.scale)
    return [
        f"chart {image.kind} on {scale}",
        *_named("label", *image.labels),
        *(
            f"series {show(one.name)}: {' '.join(amount.value or '-' for amount in one.values)}"
            for one in image.series
        ),
    ]


@show.register
def _(figure: Figure) -> str:
    inside = [
        *_named("title", figure.title),
        *_picture(figure.image),
        *_named("alt", figure.alt),
        *_named("source", *figure.sources),
        *_named("remark", *figure.remarks),
    ]
    return _tree(f"figure #{figure.id}{_unnumbered(figure.numbered)}", inside)


@show.register
def _(options: OptionTable) -> str:
    return _tree("options", options.options)


@show.register
def _(option: Option) -> str:
    inside = [*_named("title", option.title), *option.description, *option.facets]
    return _tree(f"option #{option.id}", inside)


@show.register
def _(facet: Facet) -> str:
    return _tree(f"facet {facet.key}", facet.blocks)


@show.register
def _(passage: Passage) -> str:
    return _tree(f"passage in {passage.language} #{passage.id}", passage.blocks)


@show.register
def _(section: Section) -> str:
    numbered = _unnumbered(section.numbered) + _start(section.start)
    look = f" as {section.look}" if section.look else ""
    language = f" in {section.language}" if section.language else ""
    head = f"section {section.level}{look}{numbered}{language}, {show(section.title)}"
    return _tree(head, section.blocks)


@show.register
def _(annex: Annex) -> str:
    facts = f"original {annex.original}, edited {annex.edited}"
    facets = [f"form {facet.key} {facet.place} {_value(facet.heading)}" for facet in annex.facets]
    inside = [*_named("title", annex.title), facts, *facets, *annex.blocks]
    return _tree(f"annex #{annex.id}", inside)


@show.register
def _(note: Note) -> str:
    return f"note {note.key}, {show(note.text)}"


def _tree(head: str, parts: Iterable[Any]) -> str:
    lines = [part if isinstance(part, str) else show(part) for part in parts]
    return "\n".join([head, *(indent(line, "  ") for line in lines)])


def _part(name: str, blocks: tuple[Any, ...]) -> Iterator[str]:
    if blocks:
        yield _tree(name, blocks)


def _named(name: str, *proses: Prose | None) -> list[str]:
    return [f"{name}, {show(prose)}" for prose in proses if prose]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return f"“{show(value)}”" if isinstance(value, Prose) else str(value)


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(children):
            return f"⟨strong {_inlines(children)}⟩"
        case Emphasis(children):
            return f"⟨emphasis {_inlines(children)}⟩"
        case Link(address, children):
            return f"⟨link {address}: {_inlines(children)}⟩"
        case NoteRef(key):
            return f"⟨note {key}⟩"
        case CrossRef(target):
            return f"⟨reference {target}⟩"
        case Amount(value):
            return f"⟨amount {value}⟩"
