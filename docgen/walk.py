"""Visit and rebuild any part of a document; the only module that iterates over fields."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard, TypeVar, get_args

from docgen.records import layout

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
    step = _steps(kinds or (object,))[node.__class__]
    return step(node, change) if step else node


Change = Callable[[Any], Any]
Step = Callable[[Any, Change], Any]


class _Steps(dict[type, Step | None]):
    """What rebuilds a value of each kind with all that is in it; None where no node of `kinds` is.

    To look up what is to be done with a value takes less time than to find out on the way.
    """

    def __init__(self, kinds: tuple[type, ...]) -> None:
        super().__init__()
        self._ways = _ways(kinds)
        self[tuple] = self._each
        insides = _Insides(self, self._ways)

        def changed(value: Any, change: Change) -> Any:
            value = change(value)
            return insides[value.__class__](value, change)

        self._insides, self._changed = insides, changed

    def __missing__(self, kind: type) -> Step | None:
        way = self._ways[kind]
        if way is _NO_WAY:
            self[kind] = None
        else:
            self[kind] = self._changed if way.wanted else self._insides[kind]
        return self[kind]

    def _each(self, values: tuple[Any, ...], change: Change) -> tuple[Any, ...]:
        """A tuple with each of its values rebuilt; the same tuple when none has changed."""
        made = None
        for place, value in enumerate(values):
            step = self[value.__class__]
            if step is not None:
                new = step(value, change)
                if new is not value:
                    made = made or [*values]
                    made[place] = new
        return values if made is None else tuple(made)


class _Insides(dict[type, Step]):
    """What rebuilds the values in the fields of a node of each kind, and then the node."""

    def __init__(self, steps: _Steps, ways: _Ways) -> None:
        super().__init__()
        self._steps, self._ways = steps, ways

    def __missing__(self, kind: type) -> Step:
        names = self._ways[kind].names
        self[kind] = self._of(kind, names) if names else lambda node, change: node
        return self[kind]

    def _of(self, kind: type, names: tuple[str, ...]) -> Step:
        steps, (fields, places) = self._steps, layout(kind)
        leading = [(places[name], attrgetter(name)) for name in names]

        def inside(node: Any, change: Change) -> Any:
            made = None
            for place, field in leading:
                value = field(node)
                step = steps[value.__class__]
                if step is not None:
                    new = step(value, change)
                    if new is not value:
                        made = made or [*fields(node)]
                        made[place] = new
            return node if made is None else kind(*made)

        return inside


_steps = cache(_Steps)


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
        self._kinds, self._all = frozenset(kinds), object in kinds
        self[tuple] = _Way(True)

    def __missing__(self, kind: type) -> _Way:
        names = tuple(name for name, reached in _reached(kind).items() if self._leads(reached))
        wanted = is_dataclass(kind) if self._all else kind in self._kinds
        fields = attrgetter(*names[::-1]) if names else id
        self[kind] = _Way(wanted, names, fields) if wanted or names else _NO_WAY
        return self[kind]

    def _leads(self, reached: frozenset[type]) -> bool:
        return bool(reached) if self._all else not reached.isdisjoint(self._kinds)


_ways = cache(_Ways)


@cache
def _reached(kind: type) -> dict[str, frozenset[type]]:
    """The kinds of nodes that can stand in each field of `kind`, or anywhere below it."""
    return {name: held.union(*map(_below, held)) for name, held in _held(kind).items()}


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
