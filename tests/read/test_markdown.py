"""Containers in Markdown: where each of them ends."""

from __future__ import annotations

import pytest

from docgen.read.markdown import Node, parse, walk


def ends(text: str) -> list[tuple[str, list[int] | None, bool]]:
    """Each container of a text: what stands after its colons, its lines, whether it is closed."""
    found = (node for node in walk(parse(text)) if node.type in ("container", "verbatim"))
    return [(node.info, node.map, node.meta["closed"]) for node in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: a\nx\n:::\n", [("a", [0, 2], True)]),
        ("::: a\nx\n", [("a", [0, 2], False)]),
        (":::: a\n::: b\n:::\n::::\n", [("a", [0, 3], True), ("b", [1, 2], True)]),
        ("::: a\n::: b\n:::\n:::\n", [("a", [0, 3], True), ("b", [1, 2], True)]),
        ("::: a\nx ::: y\n:: \n:::\n", [("a", [0, 3], True)]),
        ("- ::: a\n  x\n\n  :::\n", [("a", [0, 3], True)]),
        ("> ::: a\n> :::\n", [("a", [0, 1], True)]),
    ],
    ids=lambda text: text.replace("\n", "|") if isinstance(text, str) else "",
)
def test_a_container_ends_before_the_line_that_closes_it(
    text: str, expected: list[tuple[str, list[int], bool]]
) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize("text", ["- ::: a\n  x\n\ny\n\n:::\n", "[^1]: ::: a\n    x\n\ny\n\n:::\n"])
def test_no_line_closes_it_behind_the_list_or_note_in_which_it_stands(text: str) -> None:
    assert [closed for _, _, closed in ends(text)] == [False]


def test_blocks_come_in_the_order_of_reading_each_before_those_in_it() -> None:
    def below(node: Node) -> list[Node]:
        return [node, *(inner for child in node.children for inner in below(child))]

    nodes = parse("# a\n\n- b\n  - c\n\n> d\n\n::: e\nf\n:::\n")
    assert [*walk(nodes)] == [inner for node in nodes for inner in below(node)]
