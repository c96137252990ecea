"""An element of the structure of a PDF, and what it holds (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Content(NamedTuple):
    """A piece of a page that the file marks with a number, and its words."""

    page: int
    mcid: int
    text: str = ""


class Annotated(NamedTuple):
    """A link annotation of a page."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Node:
    """An element of structure: its standard type, its language, and its kids in reading order.

    `table` holds attributes of its cells (ColSpan, Scope …) by their names in the file.
    """

    role: str
    parent: Node | None = None
    lang: str = ""
    kids: list[Node | Content | Annotated] = field(default_factory=list)
    alt: str = ""
    id: str = ""
    box: tuple[float, float, float, float] | None = None
    table: dict[str, Any] = field(default_factory=dict)
    numbering: str = ""

    def add(self, role: str, lang: str) -> Node:
        """A new node at the end of this one."""
        added = Node(role, self, lang)
        self.kids.append(added)
        return added

    @property
    def children(self) -> list[Node]:
        """The kids that are elements themselves."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def text(self) -> str:
        """All words within."""
        return "".join(kid.text for kid in self.kids if not isinstance(kid, Annotated))


def walk(node: Node) -> Iterator[Node]:
    """`node` and every node below it, in reading order."""
    yield node
    for child in node.children:
        yield from walk(child)


def nearest(node: Node, *roles: str) -> Node | None:
    """`node` or the nearest node above it that has one of `roles`."""
    found: Node | None = node
    while found and found.role not in roles:
        found = found.parent
    return found


def prune(node: Node) -> None:
    """Take out what holds nothing; a cell may be empty."""
    for child in node.children:
        prune(child)
        if not child.kids and child.role not in ("TD", "TH"):
            node.kids.remove(child)
