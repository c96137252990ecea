"""Markdown → a tree of blocks: CommonMark with notes, attribute lines and containers.

Text is left as it stands, for `inline`. Containers and attributes have rules of their own here: the
parser's plug-ins close an unclosed container silently, and drop attributes that precede no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen import limits
from docgen.read.nodes import Node as Node
from docgen.read.nodes import tree
from docgen.read.parser import Blocks, State
from docgen.report import DocgenError, Origin

NOTE = "footnote_reference"
VERBATIM = ("table", "figure", "chart")
"""The containers whose lines are left as they are: their content is read line by line."""

_INTERRUPTS = ("paragraph", "blockquote", "list")
_FENCE = re.compile(r"(?P<colons>:{3,})[ \t]*(?P<info>.*)")


def parse(text: str, file: str = "") -> list[Node]:
    """Read Markdown into blocks whose maps count the lines of `text`.

    DocgenError, at a line of `file`, for blocks within one another beyond all measure.

    Beside the nodes of CommonMark there are `table`, `footnote_reference` (label in its meta),
    `attributes` (content: between the braces), `container` and `verbatim` (info: all after the
    colons; meta: whether it is closed) and `stray_fence`.
    """
    tokens = _parser().parse(text)
    deep = next((token for token in tokens if token.level >= limits.NESTING.most), None)
    if deep:
        place = Origin(file, deep.map[0] + 1 if deep.map else 0)
        raise DocgenError(limits.NESTING.message("the text"), limits.NESTING.reason, place)
    return tree(tokens)


def line(node: Node) -> int:
    """The line in which `node` begins, counted from 1."""
    place = node.map
    return place[0] + 1 if place else 0


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """All of `nodes` and all in them, in reading order."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children[::-1]


def name(node: Node) -> str:
    """The first word after the colons of a container; empty for all other nodes."""
    return _name(node.info) if node.type in ("container", "verbatim") else ""


def _parser() -> Blocks:
    blocks = Blocks(limits.NESTING.most + 2)
    blocks.begin("container", _container, _INTERRUPTS)
    blocks.begin("attributes", _attributes, _INTERRUPTS)
    return blocks


def _attributes(state: State, first: int, last: int, silent: bool) -> bool:
    if not state.src.startswith("{", _start(state, first)):
        return False
    text = _line(state, first).rstrip()
    if state.is_code_block(first) or not text.endswith("}"):
        return False
    if not silent:
        _leaf(state, "attributes", first, first + 1).content = text[1:-1]
        state.line = first + 1
    return True


def _container(state: State, first: int, last: int, silent: bool) -> bool:
    fence = _fence(state, first)
    if not fence or state.is_code_block(first):
        return False
    if silent:
        return True
    info = fence["info"].rstrip()
    if not info:
        _leaf(state, "stray_fence", first, first + 1)
        state.line = first + 1
        return True
    end = _end(state, first, last)
    token = (_verbatim if _name(info) in VERBATIM else _nested)(state, first, end or last)
    token.info, token.meta = info, {"closed": end is not None}
    state.line = last if end is None else end + 1
    return True


def _verbatim(state: State, first: int, end: int) -> Node:
    token = _leaf(state, "verbatim", first, end)
    token.content = state.getLines(first + 1, end, state.blkIndent, False)
    return token


def _nested(state: State, first: int, end: int) -> Node:
    token = state.push("container_open", "", 1)
    token.map = [first, end]
    limit, state.lineMax = state.lineMax, end
    state.md.block.tokenize(state, first + 1, end)
    state.lineMax = limit
    state.push("container_close", "", -1)
    return token


def _leaf(state: State, kind: str, first: int, end: int) -> Node:
    token = state.push(kind, "", 0)
    token.map = [first, end]
    return token


def _end(state: State, first: int, last: int) -> int | None:
    """The line that closes the container opened in line `first`, if any.

    A fence without a name closes the innermost container with as many colons, and the innermost
    of all when there is none.
    """
    open_fences: list[str] = []
    for number in range(first, last):
        if state.sCount[number] < state.blkIndent and not state.isEmpty(number):
            return None  # the list or note in which the container stands ends before it
        fence = _fence(state, number)
        if not fence:
            continue
        if fence["info"].strip():
            open_fences.append(fence["colons"])
        else:
            _close(open_fences, fence["colons"])
        if not open_fences:
            return number
    return None


def _fence(state: State, number: int) -> re.Match[str] | None:
    """The colons of a line and what stands after them, if it begins with colons."""
    if state.src.startswith(":::", _start(state, number)):
        return _FENCE.fullmatch(_line(state, number))
    return None


def _close(open_fences: list[str], colons: str) -> None:
    same = [index for index, fence in enumerate(open_fences) if fence == colons]
    del open_fences[same[-1] if same else -1 :]


def _line(state: State, number: int) -> str:
    return state.src[_start(state, number) : state.eMarks[number]]


def _start(state: State, number: int) -> int:
    """The place where a line begins, behind its blanks."""
    return state.bMarks[number] + state.tShift[number]


def _name(info: str) -> str:
    return re.split(r"[\s{]", info, maxsplit=1)[0]
