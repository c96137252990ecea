"""A content folder → Document in its source language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.read.inline import parse_inline
    from docgen.read.project import read

__all__ = ["parse_inline", "read"]

_PLACES = {"parse_inline": "docgen.read.inline", "read": "docgen.read.project"}


def __getattr__(name: str) -> Any:
    """What is asked for, loaded by then: many need a module of this package and not the rest."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
