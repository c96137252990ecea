"""The parser for blocks, which takes a part of markdown-it for the whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from docgen.read.nodes import Node
from docgen.read.parser import Blocks

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "content").rglob("*.md"))
SAID = (
    *("type", "tag", "nesting", "level", "map", "content", "info", "markup", "meta", "attrs"),
    "hidden",
)
LINES = st.sampled_from(
    [
        *(
            "",
            "text",
            "  text",
            "    text",
            "\ttext",
            "> text",
            ">",
            "# head",
            "head",
            "===",
            "---",
        ),
        *(
            "- item",
            "  - item",
            "1. item",
            "10) item",
            "* * *",
            "```",
            "~~~ python",
            "<div>",
            "</div>",
        ),
        *(
            "| a | b |",
            "|---|:-:|",
            "| 1 |",
            "[^1]: note",
            "    more",
            "[a]: https://docs.un.org",
            "\0",
        ),
        *(
            "text  ",
            "text\t",
            "ªtext\u2028",
            "é\v",
            "Text\x85\f",
            "字\u3000",
            "\u00a0text",
            "\ufefftext",
        ),
    ]
)


def whole() -> MarkdownIt:
    """The parser of markdown-it itself, for the same Markdown."""
    made = MarkdownIt("commonmark", {"maxNesting": 22})
    made.enable("table").disable(["reference", "inline", "text_join"])
    return made.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def told(tokens: Sequence[Node | Token]) -> list[list[object]]:
    return [[getattr(token, name) for name in SAID] for token in tokens]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_document_has_the_same_blocks(path: Path) -> None:
    text = path.read_text("utf-8")
    assert told(Blocks(22).parse(text)) == told(whole().parse(text))


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_so_has_any_text(lines: list[str], end: str) -> None:
    text = end.join(lines)
    assert told(Blocks(22).parse(text)) == told(whole().parse(text))


def test_no_rules_for_lines_are_loaded() -> None:
    program = (
        "import sys; from docgen import late; late.postpone('inspect');"
        "from docgen.read import read;"
        "print(*(name for name, one in sys.modules.items() if type(one) is not late.Postponed))"
    )
    loaded = subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True).split()
    left_out = ("markdown_it.main", "markdown_it.rules_inline", "markdown_it.renderer", "mdurl")
    left_out += ("markdown_it.common.entities", "xml.etree.ElementTree")
    assert "markdown_it.parser_block" in loaded
    assert not {"inspect", *left_out} & {*loaded}


def test_they_are_there_for_whoever_asks_for_them() -> None:
    program = (
        "from docgen.read import read; import markdown_it, inspect;"
        "print(markdown_it.MarkdownIt().render('*a*'), inspect.signature(print))"
    )
    said = subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True)
    assert said.startswith("<p><em>a</em></p>")
