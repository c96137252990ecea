"""Visit and rebuild any part of a document; the only module that iterates over fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

Node = TypeVar("Node")


def walk(node: object) -> Iterator[Any]:
    """Yield `node` and every value below it, in reading order."""
    if isinstance(node, tuple):
        for item in node:
            yield from walk(item)
    elif is_dataclass(node):
        yield node
        for name in _names(node.__class__):
            yield from walk(getattr(node, name))


def find(node: object, kind: type[Node]) -> Iterator[Node]:
    """Yield every value of type `kind` in `node`, in reading order."""
    return (found for found in walk(node) if isinstance(found, kind))


def rebuild(node: Node, change: Callable[[Any], Any]) -> Node:
    """Return `node` with `change` applied to each value in it, top-down and in reading order.

    What `change` returns is descended into; a node in which nothing changed is returned itself.
    """
    if isinstance(node, tuple):
        return _rebuild_items(node, change)  # type: ignore[return-value]
    return _rebuild_fields(change(node), change) if is_dataclass(node) else node


def _rebuild_items(items: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    changed = tuple(rebuild(item, change) for item in items)
    return items if all(map(_same, items, changed)) else changed


def _rebuild_fields(node: Any, change: Callable[[Any], Any]) -> Any:
    if not is_dataclass(node):
        return node
    old = {name: getattr(node, name) for name in _names(node.__class__)}
    new = {name: rebuild(value, change) for name, value in old.items()}
    changed = {name: value for name, value in new.items() if value is not old[name]}
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


def _same(old: object, new: object) -> bool:
    return old is new


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
