"""Tokens of Markdown → the tree of blocks that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.read.parser import Token

_OPEN = "_open"


class Node:
    """A block: its `type`, what the parser says of it, and the blocks or the text in it.

    `map` has its first line and the one after its last, from 0, or is None.
    """

    __slots__ = ("attrs", "children", "content", "info", "map", "markup", "meta", "tag", "type")

    def __init__(self, token: Token) -> None:
        self.type = token.type.removesuffix(_OPEN) if token.nesting else token.type
        self.tag = token.tag
        self.attrs: Mapping[str, Any] = token.attrs
        self.map = token.map
        self.content = token.content
        self.info = token.info
        self.markup = token.markup
        self.meta = token.meta
        self.children: list[Node] = []


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The blocks of a text, each with those in it."""
    inside: list[list[Node]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            inside.pop()
            continue
        node = Node(token)
        inside[-1].append(node)
        if token.nesting:
            inside.append(node.children)
    return inside[0]
