"""Modules that WeasyPrint needs in rare cases alone, loaded when they are used.

fontTools reads web fonts and instances of variable fonts; a page made of static fonts has neither.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


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


class Unmet(Exception):
    """What is caught in place of an error of a module that was never loaded."""


NAMES: dict[str, dict[str, object]] = {
    "fontTools": {"subset": Late("fontTools", "subset")},
    "fontTools.ttLib": {
        "TTFont": Late("fontTools.ttLib", "TTFont"),
        "TTLibError": Unmet,
        "ttFont": Late("fontTools.ttLib", "ttFont"),
        "woff2": Late("fontTools.ttLib", "woff2"),
    },
    "fontTools.varLib": {},
    "fontTools.varLib.instancer": {
        "instantiateVariableFont": Late("fontTools.varLib.instancer", "instantiateVariableFont")
    },
}
"""Modules, and what is imported from each."""


@contextmanager
def loading() -> Iterator[None]:
    """Meanwhile these modules are empty but for the names that are asked of them.

    Where one of them is there already, all stay as they are: real ones look for the others.
    """
    if NAMES.keys() & sys.modules.keys():
        yield
        return
    sys.modules.update({name: _stand_in(name) for name in NAMES})
    try:
        yield
    finally:
        for name in NAMES:
            del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(NAMES[name])
    module.__path__ = []
    return module
