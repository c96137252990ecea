"""The summary, boxes, and passages in another language."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.model import Block, Box, Passage, Prose
from docgen.read.attributes import Attributes, check, received
from docgen.read.described import Described, described, heading_text
from docgen.read.markdown import Node, line
from docgen.read.scope import FRAMED, TEXT, Scope, part
from docgen.read.texts import Inner
from docgen.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of a report, and the line it begins in."""

    blocks: tuple[Block, ...]
    line: int


def summary(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Summary:
    """The summary; its paragraphs are not numbered."""
    check(attributes, "the summary", scope, has_id=False)
    inside = replace(scope, allowed=TEXT, place="the summary", form="unnumbered")
    return Summary(inner(described(node.children, inside), inside), line(node))


def box(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Box:
    """A box; its title is the heading that it begins with, if any."""
    check(attributes, "a box", scope, receivable=True)
    inside = replace(scope, allowed=FRAMED, place="a box", form="unnumbered")
    title, rest = titled(list(described(node.children, inside)), attributes.id, inside)
    return received(Box(title, inner(rest, inside), id=attributes.id), attributes)


def passage(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Passage:
    """Blocks in another language; headings in it are deeper than the one it stands under."""
    check(attributes, "a passage", scope, receivable=True)
    if not attributes.language:
        hint = "Write ::: {lang=es .as-received}, or the name of a container."
        scope.error(line(node), "this container has no name", hint)
    inside = replace(scope, allowed=scope.allowed - {"summary"}, floor=scope.depth)
    blocks = inner(described(node.children, inside), inside)
    return received(Passage(blocks, attributes.language, attributes.id), attributes)


def titled(
    parts: Sequence[Described], id: str, scope: Scope
) -> tuple[Prose | None, Sequence[Described]]:
    """The heading at the beginning of the container `id`, and what stands below it."""
    if not parts or parts[0][0].type != "heading":
        return None, parts
    (heading, attributes), rest = parts[0], parts[1:]
    check(attributes, f"the heading of {scope.place}", scope, has_id=False)
    return scope.prose(heading_text(heading), line(heading), part(id, "title")), rest
