"""The names of WeasyPrint that are replaced while a PDF is written, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from docgen.render.structure import notes, writing, xmp
from docgen.render.structure.furniture import Kind, furniture
from docgen.render.structure.reading import read
from docgen.render.structure.spaces import Spaces

_WRITING = Lock()
"""Names are replaced for the whole process, so that one PDF is written at a time."""


@contextmanager
def structured(document: Any, symbol: str) -> Iterator[None]:
    """Give the laid out `document` of WeasyPrint its structure when it is written in the block."""
    notes.link(document.pages)
    metadata = document.metadata
    metadata.generate_rdf_metadata = _completed(metadata.generate_rdf_metadata, symbol, metadata)
    marked, add_tags = Stream.marked, weasyprint.pdf.add_tags
    with _WRITING:
        Stream.marked = _marked(marked, furniture(document.pages), Spaces(_root(document)))
        weasyprint.pdf.add_tags = _add_tags
        try:
            yield
        finally:
            Stream.marked, weasyprint.pdf.add_tags = marked, add_tags


def _root(document: Any) -> Any:
    """The element of the page that all others stand in."""
    return document.pages[0]._page_box.children[0].element


def _completed(original: Callable[..., bytes], symbol: str, metadata: Any) -> Callable[..., bytes]:
    @wraps(original)
    def generate(*args: Any) -> bytes:
        return xmp.complete(original(*args), symbol, metadata.lang)

    return generate


def _marked(
    original: Callable[..., Any], kinds: Mapping[int, Kind], spaces: Spaces
) -> Callable[..., Any]:
    """Mark furniture as such, and spaces, of which nothing is drawn, not at all."""

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        text = isinstance(box, boxes.TextBox)
        if text and not box.text.strip():
            yield
        elif kind := kinds.get(id(box)):
            stream.begin_marked_content("Artifact", _properties(*kind))
            yield
            stream.end_marked_content()
        else:
            with original(stream, box, tag):
                yield
                if text:
                    spaces.drawn(stream, box)

    return marked


def _properties(kind: str, subtype: str) -> Any:
    values = {"Type": f"/{kind}"}
    return pydyf.Dictionary(values | ({"Subtype": f"/{subtype}"} if subtype else {}))


def _add_tags(pdf: Any, document: Any, pdf_version: str, page_streams: list[Any]) -> None:
    marked = [stream._tags for stream in page_streams]
    writing.write(read(document.pages, marked, document.metadata.lang), pdf)
