"""Document → HTML in one file, for a browser or for the page engine; templates hold the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from markupsafe import Markup

from docgen.model import Annex, Document, Inline, Line, Note, NoteRef, Prose, Section
from docgen.render import css, listing
from docgen.render.css import Media
from docgen.render.filters import words
from docgen.render.templates import environment
from docgen.style import Stylesheet
from docgen.walk import find, rebuild

MACROS = ("inline.html.j2", "blocks.html.j2", "frames.html.j2")
CONTENTS_DEPTH = 3


def write(document: Document, sheet: Stylesheet, media: Media = "screen") -> str:
    """The whole document as one HTML file that needs no other.

    On `screen` the notes stand at the end, linked with their marks; in `print` each stands at its
    mark, for the page engine to put at the foot of the page.
    """
    return _Printer(_anchored(document), sheet, media).page()


def _anchored(document: Document) -> Document:
    """Give every heading something to be linked by."""
    names = (f"part-{number}" for number in count(1))

    def change(node: Any) -> Any:
        if isinstance(node, Section | Annex) and not node.id:
            return replace(node, id=next(names))
        return node

    return rebuild(document, change, Section, Annex)


class _Printer:
    """Prints the nodes of one document with the macros named after their kinds."""

    def __init__(self, document: Document, sheet: Stylesheet, media: Media) -> None:
        wording = document.wording
        self.document = document
        self.environment = environment(sheet.folder / "templates")
        self.values = {
            "document": document,
            "sheet": sheet,
            "media": media,
            "wording": wording,
            "patterns": dict(document.patterns),
            "drafts": {"untranslated": wording.untranslated, "stale": wording.stale}
            if wording
            else {},
            "css": Markup(css.write(sheet, media, document.direction)),
            "entries": contents(document),
            "foot_notes": list(foot_notes(document)),
            "inline": self.inline,
            "blocks": self.blocks,
            "lang": self.lang,
        }
        self.macros = [self._module(file) for file in MACROS]

    def _module(self, file: str) -> Any:
        return self.environment.get_template(file).make_module(self.values)

    def page(self) -> str:
        """The finished file."""
        return self.environment.get_template("document.html.j2").render(self.values)

    def inline(self, nodes: Inline | Prose | Line | Sequence[Inline]) -> Markup:
        """Words, with no white space around them."""
        if isinstance(nodes, Sequence):
            return Markup("").join(self._macro(node)(node) for node in nodes)
        return Markup(self._macro(nodes)(nodes))

    def blocks(self, nodes: Sequence[Any], text: str = "", depth: int = 2) -> Markup:
        """Blocks one after the other; paragraphs in the role `text` unless that is empty."""
        return Markup("").join(self._macro(node)(node, text, depth) for node in nodes)

    def lang(self, language: str) -> Markup:
        """The `lang` attribute of words in another language than the document's."""
        if language in ("", self.document.language):
            return Markup("")
        return Markup(' lang="{}"').format(language)

    def _macro(self, node: object) -> Any:
        name = macro_name(type(node))
        return next(getattr(module, name) for module in self.macros if hasattr(module, name))


def macro_name(kind: type) -> str:
    """The macro that prints nodes of `kind`: ItemList is printed by `item_list`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


# ---- lists of the document ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list: its role, number and words; a head leads nowhere."""

    role: str
    label: str
    title: str
    anchor: str


def contents(document: Document) -> list[Entry]:
    """The headings of the body to the third level, then the annexes below a head of their own."""
    sections = (
        node
        for node in find(document.blocks, Section)
        if (node.look or node.level) <= CONTENTS_DEPTH
    )
    head = listing.head(document)
    return [
        *map(_section, sections),
        *([Entry("contents.annexes", "", head, "")] if head else []),
        *(_annex(annex, document) for annex in document.annexes),
    ]


def _section(node: Section) -> Entry:
    label = node.number.label if node.number else ""
    return Entry(f"contents.{node.level}", label, words(node.title), node.id)


def _annex(annex: Annex, document: Document) -> Entry:
    label = listing.number(annex, document)
    return Entry("contents.1", label, words(annex.title), annex.id)


def foot_notes(document: Document) -> Iterator[Note]:
    """The notes of the feet of pages in the order of their marks."""
    parts = (document.masthead, document.summary, document.blocks, document.annexes)
    return (mark.note for mark in find(parts, NoteRef) if mark.note)
