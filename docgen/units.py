"""Document → units of translation: what is to be translated, under which id, and how much it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, Literal

from docgen import symbols
from docgen.model import (
    Annex,
    Box,
    Cell,
    Chart,
    Document,
    Emphasis,
    Facet,
    FacetForm,
    Figure,
    Front,
    Inline,
    Item,
    Link,
    Note,
    Option,
    Paragraph,
    Prose,
    Quotation,
    Section,
    Series,
    Strong,
    Table,
    Text,
)
from docgen.records import dataclass
from docgen.report import Origin
from docgen.walk import find, rebuild, walk

Place = Literal["heading", "paragraph", "item", "container"]

KINDS: dict[type, dict[str, str]] = {
    Front: {
        "title": "Front page: title",
        "agenda_titles": "Front page: title of the agenda item",
        "subtitle": "Front page: subtitle",
        "author": "Front page: author",
    },
    Document: {"summary": "Summary"},
    Annex: {"title": "Annex title"},
    Section: {"title": "Heading"},
    Paragraph: {"text": "Paragraph"},
    Item: {"text": "List item"},
    Quotation: {"paragraphs": "Quotation"},
    Note: {"text": "Note"},
    Box: {"title": "Box title"},
    Table: {
        "title": "Table title",
        "headnote": "Table headnote",
        "sources": "Source",
        "remarks": "Remark under a table",
    },
    Cell: {"text": "Table cell"},
    Figure: {
        "title": "Figure title",
        "alt": "Alternative text",
        "sources": "Source",
        "remarks": "Remark under a figure",
    },
    Chart: {"labels": "Label of a chart"},
    Series: {"name": "Series of a chart"},
    Option: {"title": "Option title"},
    Facet: {"blocks": "Option: {0.key}"},
    FacetForm: {"heading": "Option: heading of {0.key}"},
}
"""What a translator is told about the prose in a field.

Of two descriptions that fit, the outer one holds: a paragraph of a quotation is a quotation.
"""

_WITHOUT_SECTION = {*KINDS[Front].values(), "Annex title", "Heading", "Note", "Summary"}

# Where the id of a node is written, how a new one begins, and the fields whose text it identifies.
_PLACES: dict[type, tuple[Place, str, tuple[str, ...]]] = {
    Section: ("heading", "s", ("title",)),
    Paragraph: ("paragraph", "p", ("text",)),
    Item: ("item", "p", ("text",)),
    Box: ("container", "box", ("title",)),
    Table: ("container", "table", ("title", "headnote", "head", "body")),
    Figure: ("container", "figure", ("title", "alt")),
    Option: ("container", "option", ("title",)),
}

_NESTING = frozenset({Strong, Emphasis, Link})
"""What can have letters in it."""

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"


@cache
def _word() -> re.Pattern[str]:
    """The pattern of a word, which takes long to compile and is needed only where words count."""
    return re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_])+(?:['’./-](?:(?![{_HAN}])[^\W_])+)*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text to translate; `text` is its markup, `section` the heading it stands under."""

    id: str
    kind: str
    text: str
    origin: Origin
    section: str = ""

    @property
    def description(self) -> str:
        """What the piece is, for the translator; never its place or number, which change."""
        return f"{self.kind}, in “{self.section}”" if self.section else self.kind


@dataclass(frozen=True, slots=True)
class Gap:
    """A node with text to translate but no id; `origin` is the first line of that text.

    `place` says where its id is to be written, `prefix` what a new id begins with.
    """

    place: Place
    prefix: str
    origin: Origin


def units(document: Document) -> list[Unit]:
    """What is to be translated in a document as read, in the order of reading.

    Left out are parts reproduced as received, and prose of nothing but numbers, signs, document
    symbols and references; these are the same in every language.
    """
    kinds, section = _kinds(document), ""
    found = []
    for node in walk(document, Section, Annex, Prose):
        if isinstance(node, Section | Annex):
            section = plain(node.title)
        elif isinstance(node, Prose) and node.id and translatable(node):
            under = "" if kinds[node.id] in _WITHOUT_SECTION else section
            found.append(Unit(node.id, kinds[node.id], node.source, node.origin, under))
    return found


def missing(document: Document) -> list[Gap]:
    """The nodes of a document as read that need an id before they can be translated."""
    return [
        Gap(place, prefix, prose.origin)
        for node in walk(document, *_PLACES)
        for place, prefix, fields in [_PLACES[type(node)]]
        for prose in islice(_nameless(node, fields), 1)
    ]


def _nameless(node: Any, fields: tuple[str, ...]) -> Iterator[Prose]:
    """The prose in `fields` that is to be translated and has no id."""
    found = (prose for field in fields for prose in find(getattr(node, field), Prose))
    return (prose for prose in found if not prose.id and translatable(prose))


def plain(prose: Prose) -> str:
    """The words of `prose` without marks, markup and web addresses."""
    return "".join(text.text for text in find(rebuild(prose, _without_address, Link), Text))


def translatable(prose: Prose) -> bool:
    """Whether `prose`, as read, says anything that another language has to say otherwise."""
    if prose.language or not prose.inlines:
        return False
    if "/" in prose.source:
        first = prose.inlines[0]
        if isinstance(first, Text) and any(map(str.isalpha, symbols.words_before(first.text))):
            return True
    elif any(map(_has_letters, prose.inlines)):
        return True
    elif _NESTING.isdisjoint(map(type, prose.inlines)):
        return False
    return any(map(str.isalpha, _without_symbols(plain(prose))))


def _has_letters(inline: Inline) -> bool:
    return isinstance(inline, Text) and any(map(str.isalpha, inline.text))


def words(prose: Prose) -> int:
    """How many words `prose` has; Han characters count singly."""
    return len(_word().findall(plain(prose)))


def _without_symbols(text: str) -> str:
    """A symbol with a mark right behind it stays: the marks differ between languages."""
    for found in reversed(list(symbols.find(text))):
        if not text[found.end : found.end + 1].strip():
            text = text[: found.start] + text[found.end :]
    return text


def _without_address(node: Any) -> Any:
    """A web address that stands for itself is no text."""
    return Link(node.address, ()) if isinstance(node, Link) and _is_address(node) else node


def _is_address(link: Link) -> bool:
    return all(
        isinstance(text, Text) and link.address.endswith(text.text) for text in link.children
    )


def _kinds(document: Document) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for node in walk(document, *KINDS):
        for field, kind in KINDS[type(node)].items():
            for prose in find(getattr(node, field), Prose):
                kinds.setdefault(prose.id, kind.format(node))
    return kinds
