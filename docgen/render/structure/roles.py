"""Elements of the page → types of structure: from the outermost to the innermost.

Elements that are not named here have no place of their own; their content belongs to what they
stand in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.render.structure.node import Node

Roles = tuple[str, ...]

TAGS: Mapping[str, Roles] = {
    "section": ("Sect",),
    "nav": ("Sect",),
    "aside": ("Div",),
    "figure": ("Div",),
    "blockquote": ("BlockQuote",),
    **{f"h{level}": (f"H{level}",) for level in range(1, 7)},
    "p": ("P",),
    "ol": ("L",),
    "ul": ("L",),
    "li": ("LI", "LBody"),
    "table": ("Table",),
    "caption": ("Caption",),
    "figcaption": ("Caption",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tr": ("TR",),
    "th": ("TH",),
    "td": ("TD",),
    "img": ("Figure",),
}

CLASSES: Mapping[str, Roles] = {
    "number": ("Lbl",),
    "annex-label": ("Lbl",),
    "mark": ("Reference", "Lbl"),
    "note": ("Note",),
    "table-note": ("Note",),
    "notes": (),
    "entries": ("TOC",),
}
"""What the class of an element says of it, before its tag does."""

PSEUDO: Mapping[str, Roles] = {
    "footnote-call": ("Reference", "Lbl", "Link"),
    "footnote-marker": ("Lbl", "Link"),
}
"""Content that the style sheet generates, where it is more than words of its element."""

GROUPS = frozenset(("Document", "Sect", "Div", "BlockQuote", "L", "LI", "Table", "TR"))
"""Types that hold elements, and no text."""


def roles(element: Any, pseudo: str, parent: Node) -> Roles:
    """The types of structure of a box: its element or what is generated for it, within `parent`."""
    if pseudo:
        return ("Reference",) if parent.role == "TOCI" else PSEUDO.get(pseudo, ())
    for name in (element.get("class") or "").split():
        if name in CLASSES:
            return () if parent.role == "Lbl" else CLASSES[name]
    if element.tag == "a":
        return _link(element, parent)
    return ("TOCI",) if parent.role == "TOC" else TAGS.get(element.tag, ())


def _link(element: Any, parent: Node) -> Roles:
    """A link within the document is a reference, in a mark that is one already a link alone."""
    inside = (element.get("href") or "").startswith("#")
    return ("Reference", "Link") if inside and parent.role != "Lbl" else ("Link",)
