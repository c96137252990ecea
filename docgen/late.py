"""Modules that others import and seldom use, loaded when they are used.

A build loads six hundred modules; a fifth of the time went to those of which it uses nothing.
"""

from __future__ import annotations

import importlib
import sys
from _thread import RLock
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

Names = Mapping[str, Mapping[str, object]]
"""Modules, and what is imported from each."""


def postpone(*modules: str) -> None:
    """Let `import` give these modules, loaded when something in them is asked for.

    What is there already, or nowhere, stays so. (Modules of the `LazyLoader` of Python are loaded
    as soon as they are imported a second time.)
    """
    for name in modules:
        spec = find_spec(name) if name not in sys.modules else None
        if spec and spec.loader:
            sys.modules[name] = module = module_from_spec(spec)
            module.__class__ = Postponed
            package, _, own = name.rpartition(".")
            if package:
                setattr(sys.modules[package], own, module)


_LOADING = RLock()
"""Held while a postponed module is loaded."""


class Postponed(ModuleType):
    """A module that knows where it is, and nothing of what is in it."""

    def __getattr__(self, name: str) -> Any:
        """Load the module, for which other threads wait."""
        with _LOADING:
            if type(self) is Postponed:
                self._load()
        return getattr(self, name)

    def _load(self) -> None:
        """Load the module; what others have set in it meanwhile stays."""
        spec, given = self.__spec__, {**vars(self)}
        assert spec
        assert spec.loader
        self.__class__ = Loading
        try:
            spec.loader.exec_module(self)
        except BaseException:
            self.__class__ = Postponed
            raise
        vars(self).update(given)
        self.__class__ = ModuleType  # type: ignore[assignment]


class Loading(Postponed):
    """A module of which a part is there; this thread gets that, others wait for the rest."""

    def __getattr__(self, name: str) -> Any:
        """What is in it when this thread may look."""
        with _LOADING:
            return ModuleType.__getattribute__(self, name)


class Late:
    """Something in a module that is imported when it is called or looked into."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def _found(self) -> Any:
        module, name = self._place
        return getattr(importlib.import_module(module), name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the thing itself returns."""
        return self._found()(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)

    def __contains__(self, key: object) -> bool:
        return key in self._found()

    def __getitem__(self, key: object) -> Any:
        return self._found()[key]


def names(module: str, *of: str) -> dict[str, object]:
    """Each of these things of `module`, to be imported when it is used."""
    return {name: Late(module, name) for name in of}


@contextmanager
def standing_in(wanted: Names) -> Iterator[None]:
    """Meanwhile the modules `wanted` hold nothing but the names that are asked of them.

    Where one of them is there already, all stay as they are: real ones look for the others. One
    that is asked for another name gives way to the real one.
    """
    before = {name: sys.modules[name] for name in wanted if name in sys.modules}
    if not all(isinstance(module, Postponed) for module in before.values()):
        yield
        return
    there = [StandIn(name, held, before.get(name)) for name, held in wanted.items()]
    sys.modules.update({module.__name__: module for module in there})
    try:
        yield
    finally:
        for module in there:
            module.give_way()


class StandIn(ModuleType):
    """What can be imported of a module that is not loaded; what was there `before` comes back."""

    def __init__(
        self, name: str, held: Mapping[str, object], before: ModuleType | None = None
    ) -> None:
        super().__init__(name)
        vars(self).update(held, __path__=[], _before=before)

    def __getattr__(self, name: str) -> Any:
        """What the real module has."""
        if name.startswith("__"):
            raise AttributeError(name)
        self.give_way()
        return getattr(importlib.import_module(self.__name__), name)

    def give_way(self) -> None:
        """Stand in no longer."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
            if before := vars(self)["_before"]:
                sys.modules[self.__name__] = before
