"""Front matter, read by a quick loader of YAML and a slow one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.read.front_matter import QUICK, composed

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "content").rglob("*.md"))
LINES = st.sampled_from(
    [
        *("a: b\t", "title: What next?", "? b", "tag: !", "text: |#", "mark: \ufeff", "a: \x85b"),
        *("title: Words", "title: Words: more", "title: 'Words: more'", "title:", "  more words"),
        *("list: [a, b]", "list: [a", "- a", "  - b", "  key: value", "k: &a 1", "l: *a", "# note"),
        *(
            "text: |",
            "text: >-",
            "    line",
            "date: 2025-07-08",
            "flag: yes",
            "? a",
            ": b",
            "--- x",
        ),
        *(
            "\ttab: 1",
            "sign: \u00b7",
            "quote: “a”",
            "control: \x07",
            "at: @a",
            "tag: !x y",
            "{a: b}",
        ),
    ]
)


def told(text: str, loader: type[yaml.SafeLoader]) -> object:
    """All that is made of the text: nodes with their lines, or the fault."""
    try:
        excess, node = composed(text, loader)
    except yaml.YAMLError as error:
        return str(error)
    return excess or shown(node)


def shown(node: yaml.Node | None) -> object:
    if node is None:
        return None
    at = node.start_mark.line, node.start_mark.column
    if isinstance(node, yaml.ScalarNode):
        return node.tag, at, node.value
    pairs = [one if isinstance(one, tuple) else (one,) for one in node.value]
    return node.tag, at, [[shown(one) for one in pair] for pair in pairs]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_quick_loader_finds_the_nodes_of_the_slow_one(path: Path) -> None:
    text = path.read_text("utf-8").split("---\n")[1]
    assert told(text, QUICK) == told(text, yaml.SafeLoader)


@given(st.lists(LINES, max_size=10))
def test_both_say_the_same_of_any_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert told(text, QUICK) == told(text, yaml.SafeLoader)


def test_there_is_a_quick_loader() -> None:
    assert QUICK is not yaml.SafeLoader
