"""Make every cited United Nations document a link to the reader's language version of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen import symbols
from docgen.model import Document, Emphasis, Inline, Link, Prose, Strong, Text
from docgen.records import replace
from docgen.walk import rebuild

SCHEME = "symbol:"


def cite(document: Document, language: str) -> Document:
    """Link the symbols in the text of `document`; `language` is the code that addresses use."""

    def change(node: Any) -> Any:
        if isinstance(node, Link):
            return _addressed(node, language)
        if isinstance(node, Prose):
            return _linked_prose(node, language)
        return node

    return rebuild(document, change, Link, Prose)


def _addressed(link: Link, language: str) -> Link:
    if not link.address.startswith(SCHEME):
        return link
    cited = symbols.parse(link.address.removeprefix(SCHEME))
    return replace(link, address=symbols.address(cited, language))


def _linked_prose(prose: Prose, language: str) -> Prose:
    if prose.source and "/" not in prose.source:
        return prose
    linked = _linked(prose.inlines, language)
    return prose if linked == prose.inlines else replace(prose, inlines=linked)


def _linked(inlines: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The same text with its bare symbols made links; text that is a link already stays."""
    return tuple(piece for inline in inlines for piece in _pieces(inline, language))


def _pieces(inline: Inline, language: str) -> Iterator[Inline]:
    if isinstance(inline, Text):
        found = list(symbols.find(inline.text))
        yield from _split(inline.text, found, language) if found else (inline,)
    elif isinstance(inline, Strong | Emphasis):
        yield replace(inline, children=_linked(inline.children, language))
    else:
        yield inline


def _split(text: str, mentions: list[symbols.Found], language: str) -> Iterator[Inline]:
    end = 0
    for found in mentions:
        if found.start > end:
            yield Text(text[end : found.start])
        words = (Text(text[found.start : found.end]),)
        yield Link(symbols.address(found.symbol, language), words)
        end = found.end
    if end < len(text):
        yield Text(text[end:])
