"""Values of styles that no rule sets: inherited or initial, in one step.

Nine of ten values that are asked of a style are such. WeasyPrint goes through all that a rule could
have said before it takes what the parent has, or what the property has from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

DEPENDENT = frozenset({"display", "float", "page", "position"})
"""Properties whose values depend on others, or on ancestors that are not the parent."""

PROPAGATED = "text_decoration_"
"""What the names of properties begin with that go on to children without being inherited."""

NEVER: tuple[frozenset[str], Any] = (frozenset(), None)
"""What is found for properties that are left to WeasyPrint."""

BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
"""Widths that are nothing where no rule sets a style of the border."""


def keep() -> None:
    """Let WeasyPrint, which is loaded, find values this way from now on."""
    ComputedStyle.__missing__ = missing(ComputedStyle.__missing__)


def missing(original: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Find a value that a style does not have yet, in place of WeasyPrint's method."""
    initial, inherited = _unset(), _inherited()

    def __missing__(self: Any, key: str) -> Any:
        rules, parent = self.cascaded, self.parent_style
        if key in inherited and key not in rules and parent is not None:
            value = self[key] = parent[key]
            return value
        names, value = initial.get(key, NEVER)
        if names and rules.keys().isdisjoint(names):
            self[key] = value
            return value
        return original(self, key)

    return __missing__


def _inherited() -> frozenset[str]:
    return frozenset(name for name in INHERITED - PHYSICAL_FUNCTIONS.keys() if _alone(name))


def _unset() -> dict[str, tuple[frozenset[str], Any]]:
    """Properties that are not inherited: the rules that may set each, its value without them."""
    plain = INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED
    found = {name: (_names(name), INITIAL_VALUES[name]) for name in filter(_alone, plain)}
    borders = {name: (_names(name) | _names(_style(name)), 0) for name in BORDERS}
    return found | borders


def _alone(name: str) -> bool:
    return name not in DEPENDENT and not name.startswith(PROPAGATED)


def _style(width: str) -> str:
    return width.replace("width", "style")


def _names(name: str) -> frozenset[str]:
    """`name` and the names it has by the direction of the text."""
    logical = PHYSICAL_FUNCTIONS.get(name)
    ways = ("ltr", "rtl") if logical else ()
    return frozenset({name, *(logical(block="ttb", inline=way) for way in ways)})
