"""`dataclass` and `replace` of the standard library, with nothing made before it is needed.

The standard library writes and compiles six methods for each class when its module is loaded, and
describes each field: for the hundred classes of a build that was a tenth of its time, and most of
it is never made use of. Here the methods that are alike in all classes are shared, `__init__` is
compiled when the first value is made, and fields are described when somebody asks. Fields,
patterns, copies and type checks are as always; a class with what is not thought of here is left to
the standard library. `replace` is for classes all of whose fields can be
given, and takes a third of the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field
from functools import cache
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from docgen import compiled

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, order=False, **others):
        """Make `cls` a class of values; usable with and without arguments."""

        def furnished(cls):
            if others or not _plain(cls):
                return _ordinary(cls, frozen=frozen, slots=slots, eq=eq, order=order, **others)
            return _furnished(cls, slots, frozen, eq, order)

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


Names = Mapping[str, Any]
"""Names in a class, and what they stand for."""
Values = Callable[[Any], tuple[Any, ...]]
"""What gets the values of some fields."""

_GIVEN = object()
"""Stands for a value that a factory makes."""


@cache
def layout(cls: Any) -> tuple[Values, dict[str, int]]:
    """What gets the values of all fields of a value of `cls`, and the place of each among them."""
    names = cls.__match_args__
    return _values(names), {name: place for place, name in enumerate(names)}


_STRANGE = "InitVar", "KW_ONLY", ".ClassVar"
"""What occurs in the kinds of fields that are not thought of here."""


def _plain(cls: Any) -> bool:
    """Whether `cls` rests on no class of values, and all its fields are of the usual kind."""
    own, kinds = vars(cls), vars(cls).get("__annotations__", {})
    if own.get("__hash__", True) is None or any(map(dataclasses.is_dataclass, cls.__bases__)):
        return False
    if not all(isinstance(kind, str) for kind in kinds.values()):
        return False
    described = " ".join(kinds.values())
    given = [own.get(name, MISSING) for name in _fields(kinds)]
    bare = [*map(_bare, given)]
    usual = bare == sorted(bare, reverse=True) and all(map(_usual, given))
    return usual and not any(word in described for word in _STRANGE)


def _fields(kinds: Mapping[str, str]) -> list[str]:
    return [name for name, kind in kinds.items() if not kind.startswith("ClassVar")]


def _bare(given: Any) -> bool:
    """Whether a field has no default."""
    if isinstance(given, Field):
        return given.default is given.default_factory is MISSING
    return given is MISSING


def _usual(given: Any) -> bool:
    """Whether a field is one of `__init__`, without a default that values share and can change."""
    if not isinstance(given, Field):
        return given.__class__.__hash__ is not None
    known = given.init and given.hash is None and given.kw_only is MISSING
    return known and given.default.__class__.__hash__ is not None


def _ordinary(cls: Any, frozen: bool, **given: bool) -> Any:
    """What the standard library makes of `cls`; values of it are handed over as all others."""
    made: Any = dataclasses.dataclass(cls, frozen=frozen, **given)
    if frozen and [one.name for one in dataclasses.fields(made)] == [*made.__match_args__]:
        made.__reduce__ = _portable(_values(made.__match_args__))
    return made


def _furnished(cls: Any, slots: bool, frozen: bool, eq: bool, order: bool) -> type:
    """`cls` with its fields, and with the methods that it does not bring along itself."""
    own = vars(cls)
    described = own.get("__annotations__", {})
    fields = {name: own.get(name, MISSING) for name in _fields(described)}
    added = _methods(fields, frozen, eq, order) | {
        "__dataclass_fields__": _Fields(fields, described),
        "__dataclass_params__": SimpleNamespace(frozen=frozen),
        "__match_args__": tuple(fields),
    }
    return (_slotted if slots else _unslotted)(cls, fields, added)


def _slotted(cls: Any, fields: Names, added: Names) -> type:
    """A class like `cls` that has slots for its fields."""
    left_out = {*fields, "__dict__", "__weakref__"}
    own = {name: part for name, part in vars(cls).items() if name not in left_out}
    slots = {"__slots__": tuple(fields), "__qualname__": cls.__qualname__}
    made: type = type(cls)(cls.__name__, cls.__bases__, {**added, **own, **slots})
    return made


def _unslotted(cls: Any, fields: Names, added: Names) -> type:
    for name, part in added.items():
        if name not in vars(cls):
            setattr(cls, name, part)
    for name, default in fields.items():
        if isinstance(default, Field) and default.default is not MISSING:
            setattr(cls, name, default.default)
        elif isinstance(default, Field):
            delattr(cls, name)
    made: type = cls
    return made


def _methods(fields: Names, frozen: bool, eq: bool, order: bool) -> dict[str, Any]:
    everything = values = _values(fields)
    left_out = {name for name, one in fields.items() if isinstance(one, Field) and not one.compare}
    if left_out:
        values = _values([name for name in fields if name not in left_out])
    made = {"__init__": _first_init(fields, frozen), "__repr__": _shown}
    if eq:
        made |= _comparing(values, frozen)
    if order:
        made |= {f"__{by.__name__}__": _ordered(by, values) for by in (lt, le, gt, ge)}
    if frozen:
        made |= {"__setattr__": _refuse_setting, "__delattr__": _refuse_deleting}
        made["__reduce__"] = _portable(everything)
    return made


# ---- what the standard library looks at --------------------------------------------------------


class _Fields:
    """The fields of a class as the standard library describes them, from when it asks."""

    def __init__(self, fields: Names, kinds: Mapping[str, str]) -> None:
        self._made: dict[str, Field[Any]] = {}
        self._fields, self._kinds = fields, kinds

    def __get__(self, value: object, cls: type) -> dict[str, Field[Any]]:
        if len(self._made) < len(self._fields):
            self._made |= {name: self._field(name) for name in self._fields}
        return self._made

    def _field(self, name: str) -> Any:
        given = self._fields[name]
        field: Any = given if isinstance(given, Field) else dataclasses.field(default=given)
        field.name, field.type, field.kw_only = name, self._kinds[name], False
        field._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
        return field


# ---- making ------------------------------------------------------------------------------------


def _first_init(fields: Names, frozen: bool) -> Callable[..., None]:
    """The `__init__` for the first value, which puts a compiled one in its own place."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        made_by = (one for one in type(self).__mro__ if vars(one).get("__init__") is __init__)
        cls: Any = next(made_by)
        cls.__init__ = _compiled(cls, fields, frozen)
        cls.__init__(self, *given, **named)

    return __init__


def _compiled(cls: Any, fields: Names, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"given": _GIVEN, "put": object.__setattr__}
    parameters, lines = ["self"], list[str]()
    for name, given in fields.items():
        described = isinstance(given, Field)
        default = given.default if described else given
        if described and given.default_factory is not MISSING:
            known[f"make_{name}"] = given.default_factory
            parameters.append(f"{name}=given")
            lines.append(f"if {name} is given: {name} = make_{name}()")
        elif default is not MISSING:
            known[f"else_{name}"] = default
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


def _comparing(values: Values, frozen: bool) -> dict[str, Any]:
    def __eq__(self: Any, other: object) -> Any:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def __hash__(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _ordered(by: Callable[[Any, Any], Any], values: Values) -> Callable[[Any, object], Any]:
    def compare(self: Any, other: object) -> Any:
        return (
            by(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented
        )

    return compare


def _values(names: Collection[str]) -> Values:
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


def _portable(values: Values) -> Callable[[Any], Any]:
    """What lets a value be handed to another process as what it is made from."""

    def __reduce__(self: Any) -> tuple[Any, tuple[Any, ...]]:
        return self.__class__, values(self)

    return __reduce__
