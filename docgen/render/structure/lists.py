"""Labels of list items and the kind of their numbers; ranks of headings that follow each other."""

from __future__ import annotations

import re

from docgen.render.structure.node import Node, walk

_KINDS = (
    (re.compile(r"[ivxlcdm]*[ivx][ivxlcdm]*"), "LowerRoman"),
    (re.compile(r"[IVXLCDM]*[IVX][IVXLCDM]*"), "UpperRoman"),
    (re.compile(r"[a-z]+"), "LowerAlpha"),
    (re.compile(r"[A-Z]+"), "UpperAlpha"),
    (re.compile(r"\w+"), "Decimal"),
)
_WORD = re.compile(r"\w+")


def label_parent(parent: Node) -> Node:
    """Where a label met at `parent` belongs: before the body of its item, else where it is."""
    body = parent.parent
    first = not parent.kids and body is not None and body.kids == [parent]
    item = body.parent if body and body.role == "LBody" else None
    return item if first and item else parent


def number(document: Node) -> None:
    """Put the label of each item first, and say how the items of each list are numbered.

    The values are those of ISO 32000-1, table 347.
    """
    for node in walk(document):
        if node.role == "LI":
            node.kids.sort(key=lambda kid: not (isinstance(kid, Node) and kid.role == "Lbl"))
        elif node.role == "L":
            node.numbering = _kind(node)


def _kind(items: Node) -> str:
    labels = [part.text for item in items.children for part in item.children if part.role == "Lbl"]
    if not labels:
        return "None"
    word = _WORD.search(labels[0])
    if not word:
        return "Disc"
    return next(kind for pattern, kind in _KINDS if pattern.fullmatch(word[0]))


def close_gaps(document: Node) -> None:
    """A heading is at most one rank below the heading before it (ISO 14289-1, 7.4.2)."""
    last = 0
    for node in walk(document):
        if re.fullmatch("H[1-6]", node.role):
            last = min(int(node.role[1]), last + 1)
            node.role = f"H{last}"
