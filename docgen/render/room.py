"""Room on Python's own stack, taken once for all the calls of the page engine.

Python takes its stack in pieces of 16 kB, and gives a piece back when the last call in it returns.
Boxes lie in boxes so deep that the calls for them go over the edge of a piece and back thousands of
times, and each time the system has to find memory. A call that asks for much is given a piece in
which all calls within it have room, too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

PLACES = 2**16
"""Half a megabyte, of which nothing is touched: Python looks for a piece twice as large."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


def roomy(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Call `function` with room for all that it calls."""

    def call(*args: Given.args, **named: Given.kwargs) -> Result:
        return function(*args, **named)

    call.__code__ = call.__code__.replace(co_stacksize=PLACES)
    return wraps(function)(call)
