"""Visit and rebuild any part of a document; the only module that iterates over fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

Node = TypeVar("Node")

_BARE = frozenset(("str", "int", "bool", "float", "bytes", "date"))
"""Types of fields, as they are written, in which no node can be: they are not looked into."""


def walk(node: object) -> Iterator[Any]:
    """Yield `node` and every value below it, in reading order."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif (names := _names(value.__class__)) is not None:
            yield value
            waiting.extend([getattr(value, name) for name in names][::-1])


def find(node: object, kind: type[Node]) -> Iterator[Node]:
    """Yield every value of type `kind` in `node`, in reading order."""
    return (found for found in walk(node) if isinstance(found, kind))


def rebuild(node: Node, change: Callable[[Any], Any]) -> Node:
    """Return `node` with `change` applied to each value in it, top-down and in reading order.

    What `change` returns is descended into; a node in which nothing changed is returned itself.
    """
    if isinstance(node, tuple):
        return _rebuild_items(node, change)  # type: ignore[return-value]
    kind: Any = node.__class__
    return node if _names(kind) is None else _rebuild_fields(change(node), change)


def _rebuild_items(items: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    changed = tuple([rebuild(item, change) for item in items])
    return items if all(map(_same, items, changed)) else changed


def _rebuild_fields(node: Any, change: Callable[[Any], Any]) -> Any:
    changed = {}
    for name in _names(node.__class__) or ():
        old = getattr(node, name)
        new = rebuild(old, change)
        if new is not old:
            changed[name] = new
    return replace(node, **changed) if changed else node


def _same(old: object, new: object) -> bool:
    return old is new


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a kind of node in which there can be nodes; None for what is no node."""
    if not is_dataclass(kind):
        return None
    return tuple(field.name for field in fields(kind) if field.type not in _BARE)
