"""Selectors of CSS compiled once for all that differ in their names alone.

The library writes each selector as Python, which is then compiled: a rule for paragraphs of one
class takes as long as one for another. Here names are given to what was compiled for the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from cssselect2 import compiler

Test = Callable[[Any], bool]

_NAME = re.compile(r"'([^']*)'")
_OTHERWISE = re.compile(r"[\"\\]")
"""What is in sources where not all between apostrophes is a name as it stands."""


def share() -> None:
    """Let the library, which is loaded, compile selectors this way from now on."""
    compiler.eval = partial(evaluated, known={})


def evaluated(
    source: str, around: dict[str, Any], own: object, known: dict[str, Callable[..., Test]]
) -> Test:
    """What `eval` makes of `source`; the tests that were `known` are of the same form."""
    if _OTHERWISE.search(source):
        return eval(source, around)  # type: ignore[no-any-return]  # written by the library
    number = count()
    form = _NAME.sub(lambda found: f"name{next(number)}", source)
    if form not in known:
        given = ", ".join(f"name{place}" for place in range(next(number)))
        known[form] = eval(f"lambda {given}: {form}", around)
    return known[form](*_NAME.findall(source))
