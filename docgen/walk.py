"""Visit and rebuild any part of a document; the only module that iterates over fields."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard, TypeVar, get_args

from docgen.records import replace

Node = TypeVar("Node")

_NAME = re.compile(r"[A-Za-z_]\w*")


def walk(node: object, *kinds: type) -> Iterator[Any]:
    """Yield every value in `node`, itself included, in reading order; of `kinds` alone if given."""
    ways, waiting = _ways(kinds or (object,)), [node]
    while waiting:
        value: Any = waiting.pop()
        if value.__class__ is tuple:
            waiting += value[::-1]
            continue
        wanted, names, fields = ways[value.__class__]
        if wanted:
            yield value
        if len(names) > 1:
            waiting += fields(value)
        elif names:
            waiting.append(fields(value))


def find(node: object, kind: type[Node]) -> Iterator[Node]:
    """Yield every value of type `kind` in `node`, in reading order."""
    return walk(node, kind)


def rebuild(node: Node, change: Callable[[Any], Any], *kinds: type) -> Node:
    """Return `node` with `change` applied to each value in it, or to those of `kinds` alone.

    Values come top-down and in reading order. What `change` returns is descended into; a node in
    which nothing changed is returned itself.
    """
    return _rebuilt(node, change, _ways(kinds or (object,)))  # type: ignore[no-any-return]


def _rebuilt(value: Any, change: Callable[[Any], Any], ways: _Ways) -> Any:
    if value.__class__ is tuple:
        return _each(value, change, ways)
    wanted, names, _ = ways[value.__class__]
    if wanted:
        value = change(value)
        names = ways[value.__class__].names
    changed = None
    for name in names:
        old = getattr(value, name)
        if old.__class__ is tuple:
            new = _each(old, change, ways)
        elif ways[old.__class__] is _NO_WAY:
            continue
        else:
            new = _rebuilt(old, change, ways)
        if new is not old:
            changed = changed or {}
            changed[name] = new
    return replace(value, **changed) if changed else value


def _each(values: tuple[Any, ...], change: Callable[[Any], Any], ways: _Ways) -> tuple[Any, ...]:
    """A tuple with each of its values rebuilt; the same tuple when none has changed."""
    made = None
    for place, value in enumerate(values):
        if ways[value.__class__] is not _NO_WAY:
            new = _rebuilt(value, change, ways)
            if new is not value:
                made = made or list(values)
                made[place] = new
    return values if made is None else tuple(made)


class _Way(NamedTuple):
    """Whether a kind of value is looked for, and the fields of it that can lead to such values.

    `fields` gets these fields of a value, the last one first; if it is one, that alone.
    """

    wanted: bool
    names: tuple[str, ...] = ()
    fields: Callable[[Any], Any] = id


_NO_WAY = _Way(False)


class _Ways(dict[type, _Way]):
    """The way from each kind of value to nodes of `kinds`; other values than nodes have none.

    The rest of a document is not entered: of its values, nine in ten are words and places.
    """

    def __init__(self, kinds: tuple[type, ...]) -> None:
        super().__init__()
        self.kinds = kinds
        self[tuple] = _Way(True)

    def __missing__(self, kind: type) -> _Way:
        names = tuple(name for name, held in _held(kind).items() if self._lead(held))
        wanted = is_dataclass(kind) and issubclass(kind, self.kinds)
        fields = attrgetter(*names[::-1]) if names else id
        self[kind] = _Way(wanted, names, fields) if wanted or names else _NO_WAY
        return self[kind]

    def _lead(self, held: frozenset[type]) -> bool:
        return any(issubclass(kind, self.kinds) for kind in held.union(*map(_below, held)))


_ways = cache(_Ways)


@cache
def _held(kind: type) -> dict[str, frozenset[type]]:
    """The kinds of nodes that each field of `kind` can hold, as the types of the fields say."""
    if not is_dataclass(kind):
        return {}
    known = vars(sys.modules[kind.__module__])
    return {field.name: frozenset(_named(str(field.type), known)) for field in fields(kind)}


@cache
def _below(kind: type) -> frozenset[type]:
    """The kinds of nodes that can stand anywhere below one of `kind`."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        fresh = frozenset().union(*_held(waiting.pop()).values()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _named(annotation: str, known: Mapping[str, Any]) -> Iterator[type]:
    """The kinds of nodes in a type as it is written; those of a union, if it names one."""
    for name in _NAME.findall(annotation):
        found = known.get(name)
        yield from filter(_is_node, get_args(found) or (found,))


def _is_node(found: object) -> TypeGuard[type]:
    return isinstance(found, type) and is_dataclass(found)
