"""The parser of markdown-it for blocks, without what reads lines of text and writes HTML.

Lines have a scanner of their own here (`inline`), and half of the time in which markdown-it is
loaded goes to what is left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from docgen.late import names, standing_in

__all__ = ["Blocks", "StateBlock", "Token"]


@contextmanager
def _undescribed() -> Iterator[None]:
    """Meanwhile `dataclasses` writes no docstrings.

    It asks `inspect` for the signatures of classes that have none, and that takes as long to load.
    """
    module: Any = dataclasses
    inspect, module.inspect = module.inspect, SimpleNamespace(signature=lambda cls: "(...)")
    try:
        yield
    finally:
        module.inspect = inspect


_LINES = {
    "markdown_it.main": names("markdown_it.main", "MarkdownIt"),
    "markdown_it.helpers": names("markdown_it.helpers", "parseLinkLabel"),
    "markdown_it.rules_core": names("markdown_it.rules_core", "StateCore"),
    "markdown_it.rules_inline": names("markdown_it.rules_inline", "StateInline"),
}
"""The modules that are left out, and what is imported from each."""

_SILENCE = {"logging": {"getLogger": lambda name: SimpleNamespace(debug=lambda *said: None)}}
"""Each rule tells a log that it is tried, for those who develop the parser."""

with _undescribed(), standing_in(_LINES), standing_in(_SILENCE):
    from markdown_it.parser_block import ParserBlock
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict
    from mdit_py_plugins.footnote.index import footnote_def

_RULES = (
    *("table", "code", "fence", "blockquote", "hr", "list", "html_block", "heading", "lheading"),
    "paragraph",
)
"""The blocks of CommonMark, but for link definitions; and tables."""


class Blocks:
    """What makes blocks of Markdown; a parser as far as the rules of blocks know one.

    `nesting` is the level from which on blocks within blocks are passed over.
    """

    def __init__(self, nesting: int) -> None:
        self.block = ParserBlock()
        self.block.ruler.enableOnly(_RULES)
        self.block.ruler.before(
            "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
        )
        options: Any = {"maxNesting": nesting, "html": True}
        self.options = OptionsDict(options)

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def parse(self, text: str) -> list[Token]:
        """The blocks of `text` as tokens; their lines stay as they are."""
        tokens: list[Token] = []
        known: Any = self
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.block.parse(lines, known, {}, tokens)
        return tokens
