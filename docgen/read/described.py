"""Blocks → each with the attributes before it, at the end of a heading, or after its colons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.read.attributes import Attributes, merge, parse
from docgen.read.markdown import NOTE, Node, line
from docgen.read.scope import Scope
from docgen.report import Origin

Described = tuple[Node, Attributes]

_TAIL = re.compile(r"(?:^|(?<![ \t])[ \t]+)(?<!\\)\{(?P<inside>[ \t]*(?:[#.]|[\w-]+=)[^{}]*)\}$")
_INFO = re.compile(r"[^\s{}]*[ \t]*(?:\{(?P<inside>[^{}]*)\})?")


def described(nodes: Sequence[Node], scope: Scope) -> Iterator[Described]:
    """Each block among `nodes` with its attributes; the definitions of notes are left out.

    Attributes that stand directly before no block, and containers without an end, are errors.
    """
    waiting: list[Attributes] = []
    for node, following in zip(nodes, [*nodes[1:], None], strict=False):
        found, origin = node.type, scope.at(line(node))
        if found == "attributes":
            if _belongs(node, following, scope):
                waiting.append(parse(node.content, origin, scope))
        elif found != NOTE:
            if found in ("heading", "container", "verbatim"):
                _check_closed(node, scope)
                waiting.append(_own(node, origin, scope))
            yield node, merge(waiting, origin, scope)
            waiting = []


def heading_text(node: Node) -> str:
    """The words of a heading, without the attributes at its end."""
    return _TAIL.sub("", node.children[0].content)


def _own(node: Node, origin: Origin, scope: Scope) -> Attributes:
    """What stands at the end of a heading, or after the colons of a container."""
    if node.type == "heading":
        found = _TAIL.search(node.children[0].content)
    else:
        found = _INFO.fullmatch(node.info)
        if not found:
            hint = "Write ::: name {#id}, and the text on the lines below."
            scope.report.error(origin, f"“::: {node.info}” cannot be understood", hint)
    return parse((found and found["inside"]) or "", origin, scope)


def _belongs(node: Node, following: Node | None, scope: Scope) -> bool:
    if following and following.type != NOTE and line(following) == line(node) + 1:
        return True
    hint = "Put them on the line directly before a block; in a list, align the text with them."
    scope.error(line(node), f"{{{node.content}}} belongs to no block", hint)
    return False


def _check_closed(node: Node, scope: Scope) -> None:
    if node.type in ("container", "verbatim") and not node.meta["closed"]:
        colons = "A line with as many colons as the first ends it."
        scope.error(line(node), f"“::: {node.info}” has no end", colons)
