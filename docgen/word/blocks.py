"""The body of a story → paragraphs and tables, with what tracked changes took away noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.word.inline import pieces, spoken
from docgen.word.names import MC, Element, W, child, kind, value
from docgen.word.state import Story
from docgen.word.tables import table
from docgen.word.values import Block, Paragraph

_THROUGH = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
_GONE = {"del": "deleted", "moveFrom": "moved"}


@dataclass(frozen=True, slots=True)
class SectionEnd:
    """The properties of the section that ends after the block before."""

    properties: Element


def blocks(parent: Element, story: Story) -> tuple[Block, ...]:
    """The blocks under `parent`, section ends left out."""
    return tuple(one for one in parts(parent, story) if not isinstance(one, SectionEnd))


def parts(parent: Element, story: Story) -> Iterator[Block | SectionEnd]:
    """The blocks under `parent` and the ends of sections, in their order."""
    waiting: Paragraph | None = None
    for element in _elements(parent, story):
        if kind(element) != "p":
            if waiting:
                yield waiting
                waiting = None
            yield table(element, story, blocks) if kind(element) == "tbl" else SectionEnd(element)
            continue
        read = paragraph(element, story)
        if waiting:
            read, waiting = _merged(waiting, read), None
        if _is_mark_gone(element):
            waiting = read
            continue
        yield read
        if (end := child(element, "pPr/sectPr")) is not None:
            yield SectionEnd(end)
    if waiting:
        yield waiting


def paragraph(element: Element, story: Story) -> Paragraph:
    """One paragraph; it counts in its list and in the places of the file."""
    state = story.state
    state.place += 1
    place, style = state.place, value(element, "pPr/pStyle") or ""
    label = state.lists.label(element)
    return Paragraph(
        pieces(element, style, story, blocks),
        style,
        state.styles.name(style or state.styles.standard),
        label.text,
        label.depth,
        label.bullet,
        state.styles.layout(element),
        tuple(one.get(f"{W}name") or "" for one in element.iter(f"{W}bookmarkStart")),
        place,
    )


def _elements(parent: Element, story: Story) -> Iterator[Element]:
    """Paragraphs, tables and section ends, whatever they are wrapped in."""
    for element in parent:
        name = kind(element)
        if name in ("p", "tbl", "sectPr"):
            yield element
        elif name in _THROUGH:
            yield from _elements(element, story)
        elif name == f"{MC}AlternateContent":
            found = element.find(f"{MC}Choice")
            yield from _elements(found if found is not None else element, story)
        elif name in _GONE:
            story.state.changed(_GONE[name], spoken(element), element.get(f"{W}author") or "")
        elif name == "altChunk":
            story.state.fault("a document inside this document is left out")


def _is_mark_gone(element: Element) -> bool:
    """Whether a tracked change took the end of a paragraph, which joins it to the next one."""
    mark = child(element, "pPr/rPr")
    gone = (child(mark, "del"), child(mark, "moveFrom"))
    return any(one is not None for one in gone)


def _merged(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs whose border is deleted; a first one without words has left nothing."""
    if not first.pieces:
        return second
    return replace(second, pieces=first.pieces + second.pieces, place=first.place)
