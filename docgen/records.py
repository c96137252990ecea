"""`dataclass` and `replace` of the standard library, with nothing compiled before it is needed.

The standard library writes and compiles six methods for each class when its module is loaded: for
the hundred classes of a build that was a tenth of its time, and a third of them is never made
use of. Here the methods that are alike in all classes are shared, and `__init__` is compiled when
the first value is made. Fields, patterns, copies and type checks are as always. `replace` is for
classes all of whose fields can be given, and takes a third of the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

from docgen import compiled

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, order=False):
        """Make `cls` a class of values; usable with and without arguments.

        Classes that have an order or rest on another are left to the standard library.
        """

        def furnished(cls):
            if order or any(map(dataclasses.is_dataclass, cls.__bases__)):
                how = {"frozen": frozen, "slots": slots, "eq": eq, "order": order}
                made = dataclasses.dataclass(cls, **how)
                if frozen:
                    _make_portable(made)
                return made
            return _furnished(_bare(cls, slots), frozen, eq)

        return furnished if cls is None else furnished(cls)

    def replace(value, /, **changes):
        """A copy of `value` with other values in some fields."""
        cls = value.__class__
        get, places = layout(cls)
        given = [*get(value)]
        for name in changes:
            if name not in places:
                raise TypeError(f"{cls.__name__} has no field {name!r}")
            given[places[name]] = changes[name]
        return cls(*given)


_GIVEN = object()
"""Stands for a value that a factory makes."""


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(one.name for one in dataclasses.fields(cls))


@cache
def layout(cls: Any) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """What gets the values of all fields of a value of `cls`, and the place of each among them."""
    names = _names(cls)
    return _values(list(names)), {name: place for place, name in enumerate(names)}


def _bare(cls: type, slots: bool) -> type:
    """`cls` with its fields, and without methods."""
    made: type = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
    return made


def _furnished(cls: Any, frozen: bool, eq: bool) -> type:
    """`cls` with the methods that it does not bring along itself."""
    own = vars(cls)
    cls.__init__ = _first_init(cls, frozen)
    if "__repr__" not in own:
        cls.__repr__ = _shown
    if eq and "__eq__" not in own:
        _make_comparable(cls, frozen)
    if frozen:
        cls.__dataclass_params__.frozen = True
        cls.__setattr__, cls.__delattr__ = _refuse_setting, _refuse_deleting
        _make_portable(cls)
    return cls  # type: ignore[no-any-return]


# ---- making ------------------------------------------------------------------------------------


def _first_init(cls: Any, frozen: bool) -> Callable[..., None]:
    """The `__init__` for the first value of `cls`, which puts a compiled one in its own place."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        cls.__init__ = _compiled(cls, frozen)
        cls.__init__(self, *given, **named)

    return __init__


def _compiled(cls: Any, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"given": _GIVEN, "put": object.__setattr__}
    parameters, lines = ["self"], list[str]()
    for one in dataclasses.fields(cls):
        name = one.name
        if one.default_factory is not dataclasses.MISSING:
            known[f"make_{name}"] = one.default_factory
            parameters.append(f"{name}=given")
            lines.append(f"if {name} is given: {name} = make_{name}()")
        elif one.default is not dataclasses.MISSING:
            known[f"else_{name}"] = one.default
            parameters.append(f"{name}=else_{name}")
        else:
            parameters.append(name)
        lines.append(_setting(cls, name, frozen, known))
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines or ["pass"])
    exec(compiled.KEPT.code(f"def __init__({', '.join(parameters)}):\n    {body}"), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _setting(cls: Any, name: str, frozen: bool, known: dict[str, Any]) -> str:
    """The line that sets a field; a slot is set at once, though the class is frozen."""
    slot = getattr(cls, name, None) if "__slots__" in vars(cls) else None
    if not frozen:
        return f"self.{name} = {name}"
    if slot is None:
        return f"put(self, {name!r}, {name})"
    known[f"set_{name}"] = slot.__set__
    return f"set_{name}(self, {name})"


# ---- comparing and showing ---------------------------------------------------------------------


def _make_comparable(cls: Any, frozen: bool) -> None:
    values = _values([one.name for one in dataclasses.fields(cls) if one.compare])

    def __eq__(self: Any, other: object) -> Any:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def __hash__(self: Any) -> int:
        return hash(values(self))

    cls.__eq__ = __eq__
    if "__hash__" not in vars(cls):
        cls.__hash__ = __hash__ if frozen else None


def _values(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values of these fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple([getattr(one, name) for name in names])


@recursive_repr()
def _shown(self: Any) -> str:
    shown = (
        f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr
    )
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


# ---- keeping as it is --------------------------------------------------------------------------


def _refuse_setting(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _make_portable(cls: Any) -> None:
    """Let a value be handed to another process as what it is made from."""
    values = _values(list(_names(cls)))

    def __reduce__(self: Any) -> tuple[Any, tuple[Any, ...]]:
        return cls, values(self)

    cls.__reduce__ = __reduce__
