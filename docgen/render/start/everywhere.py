"""Functions of WeasyPrint replaced in every module that has imported them."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def replace(original: Any, replacement: Any, owner: ModuleType) -> None:
    """Put `replacement` in the place of a function wherever it was imported from its `owner`.

    The owner keeps its own, which the replacement can call.
    """
    called = original.__name__
    for name, module in [*sys.modules.items()]:
        inside = name.startswith("weasyprint.") and module is not owner
        if inside and vars(module).get(called) is original:
            setattr(module, called, replacement)
