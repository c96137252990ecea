"""The boxes of the pages → one tree of structure, in which what pages divide is one again.

An element of the page has one node, whichever pages and lines its boxes are on; content goes to
the node of the nearest element that has one.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from docgen.render.structure import lists, tables
from docgen.render.structure.node import Annotated, Content, Node, nearest, prune
from docgen.render.structure.roles import GROUPS, roles

POINTS = 0.75
"""The points of a CSS pixel."""

Marked = dict[Any, dict[str, Any]]
"""The boxes that a page has drawn, each with the number its content is marked with."""


class Reader:
    """Builds the tree page by page; `nodes` are those of elements and of generated content."""

    def __init__(self, lang: str) -> None:
        self.document = Node("Document", lang=lang)
        self.nodes: dict[tuple[Any, str], Node] = {}
        self.notes = 0
        self.number = -1
        self.height = 0.0
        self.drawn: Marked = {}

    def turn(self, page: Any, drawn: Marked) -> None:
        """Add what stands on the next page, its notes after their marks."""
        self.number += 1
        self.height, self.drawn = page.height, drawn
        parts = page._page_box.children
        for part in sorted(parts, key=lambda box: isinstance(box, boxes.FootnoteAreaBox)):
            if not isinstance(part, boxes.MarginBox):
                self._walk(part, self.document)

    def finished(self) -> Node:
        """The structure of all pages."""
        prune(self.document)
        lists.number(self.document)
        lists.close_gaps(self.document)
        tables.relate(self.document)
        return self.document

    def _walk(self, box: Any, node: Node) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._content(box, node, box.text)
            return
        node = self._node(box, node)
        if box.link_annotation:
            link = nearest(node, "Link") or node.add("Link", node.lang)
            link.kids.append(Annotated(self.number, box.link_annotation))
        if isinstance(box, boxes.ReplacedBox):
            self._content(box, node)
        for child in box.children:
            self._walk(child, node)

    def _content(self, box: Any, node: Node, text: str = "") -> None:
        if box not in self.drawn:
            return
        if node.role in GROUPS:
            node = node.add("P", node.lang)
        node.kids.append(Content(self.number, self.drawn[box]["mcid"], text))

    def _node(self, box: Any, parent: Node) -> Node:
        """The node that content of `box` belongs to."""
        if box.element is None:
            return parent
        pseudo = box.element_tag.partition("::")[2]
        place = (box.element, pseudo)
        if place not in self.nodes:
            made = self._made(box, pseudo, parent)
            if made is parent:
                return parent
            self.nodes[place] = made
        return self.nodes[place]

    def _made(self, box: Any, pseudo: str, parent: Node) -> Node:
        """New nodes for `box`, the innermost; `parent` when it needs none."""
        lang = box.style["lang"] or parent.lang
        types = roles(box.element, pseudo, parent)
        if not types and isinstance(box, boxes.InlineBox) and lang != parent.lang:
            types = ("Span",)
        node = lists.label_parent(parent) if types[:1] == ("Lbl",) else parent
        for role in types:
            node = node.add(role, lang)
        if node is not parent:
            self._describe(box, node)
        if pseudo == "footnote-call":
            self.nodes[box.element, ""] = self._note(parent.add("Note", lang))
        return node

    def _describe(self, box: Any, node: Node) -> None:
        """What the type of a node requires beside its content."""
        if node.role == "Figure":
            node.alt = box.element.get("alt") or ""
            node.box = self._bounds(box)
        elif node.role in ("TD", "TH"):
            node.table = tables.attributes(box)
        elif node.role == "Note":
            self._note(node)

    def _note(self, node: Node) -> Node:
        self.notes += 1
        node.id = f"note-{self.notes}"
        return node

    def _bounds(self, box: Any) -> tuple[float, float, float, float]:
        """The corners of a picture in points from the lower left corner of its page."""
        left, top = box.content_box_x(), box.content_box_y()
        right, bottom = left + box.width, top + box.height
        corners = (left, self.height - bottom, right, self.height - top)
        return corners[0] * POINTS, corners[1] * POINTS, corners[2] * POINTS, corners[3] * POINTS
