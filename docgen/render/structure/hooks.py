"""The names of WeasyPrint that are replaced while a PDF is written, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from docgen.render.structure import links, notes, writing, xmp
from docgen.render.structure.finish import compress
from docgen.render.structure.furniture import Furniture
from docgen.render.structure.reading import Reader
from docgen.render.structure.spaces import Spaces

_WRITING = Lock()
"""Names are replaced for the whole process, so that one PDF is written at a time."""


@contextmanager
def structured(document: Any, symbol: str) -> Iterator[None]:
    """Give the laid out `document` of WeasyPrint its structure when it is written in the block.

    It can be written once: its pages keep nothing but their sizes, bookmarks and places of links.
    """
    links.settle(document.pages)
    notes.link(document.pages)
    metadata = document.metadata
    metadata.generate_rdf_metadata = _completed(metadata.generate_rdf_metadata, symbol, metadata)
    marked, paint, add_tags = Stream.marked, Page.paint, weasyprint.pdf.add_tags
    work = _Work(document)
    with _WRITING:
        Stream.marked, Page.paint = _marked(marked, work), _painted(paint, work)
        weasyprint.pdf.add_tags = work.add_tags
        try:
            yield
        finally:
            Stream.marked, Page.paint, weasyprint.pdf.add_tags = marked, paint, add_tags


class _Work:
    """The structure of a document as far as its pages are drawn; `waiting` are their streams.

    A page is let go as soon as it is drawn, and its stream is compressed once nothing more can be
    added to it, so that a long document is not in memory as boxes and as text at the same time.
    """

    def __init__(self, document: Any) -> None:
        self.furniture = Furniture()
        root = _root(document)
        self.rtl = root.get("dir") == "rtl"
        self.spaces = Spaces(root)
        self.reader = Reader(document.metadata.lang)
        self.waiting: list[Any] = []

    def drawn(self, page: Any, stream: Any) -> None:
        """Take from a page that was just drawn what its structure needs, and let it go."""
        self.reader.turn(page, stream._tags)
        stream._tags.clear()
        _take_apart(page._page_box)
        page._page_box = None
        for *_, box in page.links:
            vars(box).clear()
        for each in [each for each in self.waiting if not self.spaces.waits(each)]:
            self.waiting.remove(each)
            if each.compress:
                compress(each)
        self.waiting.append(stream)

    def add_tags(self, pdf: Any, document: Any, pdf_version: str, page_streams: list[Any]) -> None:
        """Write the structure, in place of `pdf.add_tags` of WeasyPrint."""
        writing.write(self.reader.finished(), pdf, rtl=self.rtl)


def _take_apart(page: Any) -> None:
    """Leave no box of `page` that leads back to itself, so that all go with the last that uses it.

    Columns have what finds their cells in their table; the area of the notes knows its page.
    """
    for table in page.descendants():
        for group in table.column_groups if isinstance(table, boxes.TableBox) else ():
            for column in group.children:
                vars(column).pop("get_cells", None)
    page.children = ()


def _root(document: Any) -> Any:
    """The element of the page that all others stand in."""
    return document.pages[0]._page_box.children[0].element


def _completed(original: Callable[..., bytes], symbol: str, metadata: Any) -> Callable[..., bytes]:
    @wraps(original)
    def generate(*args: Any) -> bytes:
        return xmp.complete(original(*args), symbol, metadata.lang)

    return generate


def _painted(original: Callable[..., None], work: _Work) -> Callable[..., None]:
    """Draw a page for the last time."""

    def paint(page: Any, stream: Any, scale: float = 1) -> None:
        work.furniture.turn(page)
        original(page, stream, scale)
        work.drawn(page, stream)

    return paint


def _marked(original: Callable[..., Any], work: _Work) -> Callable[..., Any]:
    """Mark furniture as such, and spaces, of which nothing is drawn, not at all."""

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        text = isinstance(box, boxes.TextBox)
        if text and not box.text.strip():
            yield
        elif kind := work.furniture.kinds.get(id(box)):
            stream.begin_marked_content("Artifact", _properties(*kind))
            yield
            stream.end_marked_content()
        else:
            with original(stream, box, tag):
                yield
                if text:
                    work.spaces.drawn(stream, box)

    return marked


def _properties(kind: str, subtype: str) -> Any:
    values = {"Type": f"/{kind}"}
    return pydyf.Dictionary(values | ({"Subtype": f"/{subtype}"} if subtype else {}))
