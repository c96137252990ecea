"""Groups that a stream has drawn aside, as another process can take them.

What a group needs of the file as a whole, the spaces of its colours, has names that stand for it
until the group is taken up in a file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydyf

SPACES, DEFAULT = "/Spaces", "/Default"
"""Stand for the spaces of colours that a file defines, and for the one that it is printed in."""


def told(value: Any) -> Any:
    """`value` with streams that know nothing of the page engine."""
    if isinstance(value, pydyf.Stream):
        return pydyf.Stream(value.stream, told(value.extra), value.compress)
    return _copied(value, told)


def taken(value: Any, spaces: Any, default: Any) -> Any:
    """`value` with the spaces of colours that the file has."""
    known = {SPACES: spaces, DEFAULT: default}

    def take(value: Any) -> Any:
        if isinstance(value, pydyf.Stream):
            return pydyf.Stream(value.stream, take(value.extra), value.compress)
        return known.get(value, value) if isinstance(value, str) else _copied(value, take)

    return take(value)


def _copied(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict):
        return pydyf.Dictionary({name: change(each) for name, each in value.items()})
    if isinstance(value, list):
        return pydyf.Array(map(change, value))
    return value
