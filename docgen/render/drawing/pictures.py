"""What WeasyPrint asks of the attributes of every node of a drawing, answered with less work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from copy import copy
from functools import lru_cache, wraps
from typing import Any

from weasyprint import svg
from weasyprint.svg import utils

Function = Callable[..., Any]

KEPT = 512
"""So many attributes are remembered that are no lengths."""


def size(original: Function) -> Function:
    """A length, which is a number for the most part."""

    @wraps(original)
    def size(string: Any, *given: Any, **named: Any) -> Any:
        try:
            return float(string) if string else 0
        except ValueError:
            return original(string, *given, **named)

    return size


def color(original: Function) -> Function:
    """A colour; it is one of its own, as its opacity is changed."""
    known = lru_cache(KEPT)(original)

    @wraps(original)
    def color(string: Any) -> Any:
        return copy(known(string))

    return color


def remembered(original: Function) -> Function:
    """What is found from an attribute alone, and is not changed."""
    return wraps(original)(lru_cache(KEPT)(original))


NAMES: dict[str, Callable[[Function], Function]] = {
    "size": size,
    "color": color,
    "normalize": remembered,
    "parse_url": remembered,
}


def hooks() -> Iterator[tuple[Any, str, Callable[[Function], Function]]]:
    """Owner, name, and what makes the replacement from the original, for each that uses it."""
    for place, module in [*sys.modules.items()]:
        if place.startswith(svg.__name__):
            for name, replacement in NAMES.items():
                if getattr(module, name, None) is getattr(utils, name):
                    yield module, name, replacement
