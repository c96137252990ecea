"""Tokens of Markdown → the tree of blocks that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

_OPEN = "_open"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Node:
    """A block: its `type`, what the parser says of it, and the blocks or the text in it.

    `map` has its first line and the one after its last, from 0, or is None. The parser makes it as
    a token: with a `nesting` of 1 a block begins, with -1 it ends, and it is within `level` others.
    """

    __slots__ = (
        *("attrs", "children", "content", "hidden", "info", "level", "map", "markup", "meta"),
        *("nesting", "tag", "type"),
    )

    def __init__(self, type: str, tag: str, nesting: int, level: int) -> None:
        self.type = type
        self.tag = tag
        self.nesting = nesting
        self.level = level
        self.map: list[int] | None = None
        self.children: list[Node] = []
        self.content = self.info = self.markup = ""
        self.attrs = self.meta = _NOTHING
        self.hidden = False


def tree(tokens: Iterable[Node]) -> list[Node]:
    """The blocks of a text, each with those in it; they are what their first tokens become."""
    inside: list[list[Node]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            inside.pop()
            continue
        inside[-1].append(token)
        if token.nesting:
            token.type = token.type.removesuffix(_OPEN)
            token.children = []
            inside.append(token.children)
    return inside[0]
