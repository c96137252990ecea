"""HTML as our templates write it → the tree that WeasyPrint works on.

What templates write leaves out no tag and no quote. Python's own parser reads it in a fifth of the
time of one that knows how browsers mend what people write.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

VOID = frozenset({"br", "col", "hr", "img", "link", "meta", "source", "wbr"})
"""The elements of our templates that have no end (HTML, 13.1.2)."""


class Unknown(Exception):
    """The text is not of the kind that templates write."""


def read(source: str) -> Element:
    """The tree of `source`; raises Unknown when there is SVG in it, or a tag without its other."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.tree()


class _Reader(HTMLParser):
    """Builds the tree as tags come."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins, and ends at once where it can have nothing in it."""
        if tag in ("svg", "math"):
            raise Unknown(tag)
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The element that was begun last ends."""
        if not self.open or self.open.pop() != tag:
            raise Unknown(tag)
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        """Text, outside of all elements of no account."""
        if self.open:
            self.builder.data(data)

    def tree(self) -> Element:
        """The finished tree."""
        if self.open:
            raise Unknown(self.open[-1])
        return self.builder.close()


def page(source: str, fetcher: Any) -> Any:
    """WeasyPrint's `HTML` of `source`, which uses what `fetcher` gives it."""
    from weasyprint import HTML, cssselect2

    try:
        tree = read(source)
    except Unknown:
        return HTML(string=source, url_fetcher=fetcher)
    made = HTML.__new__(HTML)
    made.base_url, made.url_fetcher, made.media_type = None, fetcher, "print"
    made.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
    made.etree_element = tree
    return made
