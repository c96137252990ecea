"""A finished HTML page → its paragraphs with their numbers, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html

from docgen.check.word import Printed

_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"))
_LABELS = frozenset(("number", "annex-label"))
_LEFT_OUT = frozenset(("foot", "foot-notes", "contents", "chart-data"))
Element = Any


def read(page: str) -> list[Printed]:
    """Every paragraph, heading and cell of `page`; a note follows what marks it.

    Marks stand in the text as ⟨mark⟩. What no reader of the text would miss is left out: the foot
    of the first page, the list of contents, the data of a chart; so are paragraphs without words.
    """
    body: Element = html.document_fromstring(page.encode()).find("body")
    notes: dict[str, Element] = {note.get("id"): note for note in body.iter("li") if note.get("id")}
    return [printed for printed in _printed(body, notes) if printed.text or printed.label]


def _printed(element: Element, notes: dict[str, Element]) -> Iterator[Printed]:
    """The paragraphs of `element`, those of frames within frames included."""
    for child in element:
        if _classes(child) & _LEFT_OUT:
            continue
        if _is_block(child):
            yield from _block(child, notes)
        else:
            yield from _printed(child, notes)


def _is_block(element: Element) -> bool:
    """Whether `element` holds text itself: a paragraph, a cell without any, a note of a frame."""
    holds = element.tag in _BLOCKS or "table-note" in _classes(element)
    return holds and element.find(".//p") is None


def _block(block: Element, notes: dict[str, Element]) -> Iterator[Printed]:
    yield _paragraph(block)
    for mark in block.iter("sup"):
        note = notes.get(str(mark.get("id")).replace("mark-", "note-", 1))
        if note is not None:
            yield _paragraph(note)


def _paragraph(block: Element) -> Printed:
    label = "".join(part.text_content() for part in block.iter() if _classes(part) & _LABELS)
    return Printed(str(block.get("class")), label.strip(), "".join(_text(block)).strip())


def _text(element: Element) -> Iterator[str]:
    """The words of an element but for its number, in which a mark stands as ⟨mark⟩."""
    yield element.text or ""
    for child in element:
        if child.tag == "sup":
            yield f"⟨{child.text_content()}⟩"
        elif not _classes(child) & _LABELS:
            yield from _text(child)
        yield child.tail or ""


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())
