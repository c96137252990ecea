"""The tree of blocks, compared with that of markdown-it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markdown_it.tree import SyntaxTreeNode

from docgen.read.nodes import Node, tree
from docgen.read.parser import Blocks

SOURCES = sorted((Path(__file__).parents[2] / "content").rglob("*.md"))
SAID = ("type", "tag", "attrs", "map", "content", "info", "markup", "meta")


def told(node: Node) -> list[Any]:
    return [*(getattr(node, name) for name in SAID), [told(child) for child in node.children]]


def expected(node: SyntaxTreeNode) -> list[Any]:
    said = [getattr(node, name) for name in SAID]
    said[SAID.index("map")] = list(node.map) if node.map else None
    return [*said, [expected(child) for child in node.children]]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_blocks_stand_where_they_stand_in_the_tree_of_the_parser(path: Path) -> None:
    text = path.read_text("utf-8")
    tokens: Any = Blocks(22).parse(text)
    whole = list(map(expected, SyntaxTreeNode(tokens).children))
    assert list(map(told, tree(Blocks(22).parse(text)))) == whole


def test_a_text_without_blocks_has_none() -> None:
    assert tree(Blocks(22).parse("\n\n")) == []
