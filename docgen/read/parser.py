"""The parser of markdown-it for blocks, without what reads lines of text and writes HTML.

Lines have a scanner of their own here (`inline`), and half of the time in which markdown-it is
loaded goes to what is left out. Of what is here a rule of our own goes before: most lines are a
paragraph each, and are known as such before a dozen other rules are tried.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from docgen import records
from docgen.late import names, standing_in
from docgen.read.nodes import Node

__all__ = ["Blocks", "State"]

Rule = Callable[["State", int, int, bool], bool]
"""Reads the block between two lines that begins in the first, or only says if there is one."""


@contextmanager
def _uncompiled() -> Iterator[None]:
    """Meanwhile `dataclasses` makes classes as `records` does, with nothing that is not needed."""
    module: Any = dataclasses
    before, module.dataclass = module.dataclass, records.dataclass
    try:
        yield
    finally:
        module.dataclass = before


_LINES = {
    "markdown_it.main": names("markdown_it.main", "MarkdownIt"),
    "markdown_it.helpers": names("markdown_it.helpers", "parseLinkLabel"),
    "markdown_it.rules_core": names("markdown_it.rules_core", "StateCore"),
    "markdown_it.rules_inline": names("markdown_it.rules_inline", "StateInline"),
    "markdown_it.common.entities": names("markdown_it.common.entities", "entities"),
}
"""The modules that are left out, and what is imported from each."""

_SILENCE = {"logging": {"getLogger": lambda name: SimpleNamespace(debug=lambda *said: None)}}
"""Each rule tells a log that it is tried, for those who develop the parser."""

with _uncompiled(), standing_in(_LINES), standing_in(_SILENCE):
    from markdown_it.common.utils import mdTrim
    from markdown_it.parser_block import ParserBlock
    from markdown_it.rules_block import StateBlock
    from markdown_it.utils import OptionsDict
    from mdit_py_plugins.footnote.index import footnote_def

_RULES = (
    *("table", "code", "fence", "blockquote", "hr", "list", "html_block", "heading", "lheading"),
    "paragraph",
)
"""The blocks of CommonMark, but for link definitions; and tables."""


class State(StateBlock):
    """Where the parser is in a text; its tokens are the nodes that the text will consist of.

    Notes alone come as tokens of markdown-it, which have everything that nodes have.
    """

    tokens: list[Node]  # type: ignore[assignment]

    def __init__(self, text: str, parser: Any) -> None:
        super().__init__(text, parser, {}, [])

    def push(self, ttype: str, tag: str, nesting: int) -> Node:  # type: ignore[override]
        """The next token, which is the last one from now on."""
        if nesting < 0:
            self.level -= 1
        token = Node(ttype, tag, nesting, self.level)
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class Blocks:
    """What makes blocks of Markdown; a parser as far as the rules of blocks know one.

    `nesting` is the level from which on blocks within blocks are passed over.
    """

    def __init__(self, nesting: int) -> None:
        self.block = ParserBlock()
        self.block.ruler.enableOnly(_RULES)
        self.begin("words", _words)
        self.block.ruler.before(
            "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
        )
        options: Any = {"maxNesting": nesting, "html": True}
        self.options = OptionsDict(options)

    def begin(self, name: str, rule: Rule, interrupts: Sequence[str] = ()) -> None:
        """Try `rule` before those of CommonMark; the blocks that it `interrupts` end before it."""
        known: Any = rule
        self.block.ruler.before("table", name, known, {"alt": [*interrupts]})

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def parse(self, text: str) -> list[Node]:
        """The blocks of `text` as tokens; their lines stay as they are."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        state = State(lines, self)
        self.block.tokenize(state, state.line, state.lineMax)
        return state.tokens


def _words(state: State, first: int, last: int, silent: bool) -> bool:
    """A line that begins with a letter and has none below it can be nothing but a paragraph."""
    start, below = state.bMarks[first] + state.tShift[first], first + 1
    if not state.src[start].isalpha() or state.is_code_block(first):
        return False
    if below < state.lineMax and not state.isEmpty(below):
        return False
    state.line = below
    state.push("paragraph_open", "p", 1).map = [first, below]
    line = state.push("inline", "", 0)
    line.map, line.content = [first, below], mdTrim(state.src[start : state.eMarks[first]])
    state.push("paragraph_close", "p", -1)
    return True
