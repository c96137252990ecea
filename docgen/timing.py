"""Where the time goes: seconds by stage of the work, each second in one stage alone."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from time import perf_counter
from typing import Any, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")

IMPORTS = "imports"


class Clock:
    """Counts the seconds of stages; while a stage runs inside another, the outer one stands."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stages: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Meanwhile the seconds count for `name`."""
        self._settle()
        self._stages.append(name)
        try:
            yield
        finally:
            self._settle()
            self._stages.pop()

    def stopped(self) -> AbstractContextManager[None]:
        """Meanwhile the seconds count for nothing: another process is waited for."""
        return self.stage("")

    def _settle(self) -> None:
        now = perf_counter()
        if self._stages and (name := self._stages[-1]):
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now

    def take(self) -> dict[str, float]:
        """The seconds by stage since they were taken last."""
        if self._stages:
            self._settle()
        taken, self.seconds = self.seconds, {}
        return taken

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count the seconds by stage of another process too."""
        self.seconds = added(self.seconds, seconds)


CLOCK = Clock()
"""The clock of this process."""


def timed(name: str) -> Callable[[Callable[Arguments, Outcome]], Callable[Arguments, Outcome]]:
    """A function whose seconds count for the stage `name`."""

    def decorate(function: Callable[Arguments, Outcome]) -> Callable[Arguments, Outcome]:
        @wraps(function)
        def run(*given: Arguments.args, **named: Arguments.kwargs) -> Outcome:
            with CLOCK.stage(name):
                return function(*given, **named)

        return run

    return decorate


@contextmanager
def imports_counted() -> Iterator[None]:
    """Meanwhile the seconds in which modules are loaded count for a stage of their own."""
    load = builtins.__import__

    def counted(*given: Any, **named: Any) -> Any:
        with CLOCK.stage(IMPORTS):
            return load(*given, **named)

    builtins.__import__ = counted
    try:
        yield
    finally:
        builtins.__import__ = load


def added(*times: Mapping[str, float]) -> dict[str, float]:
    """Seconds by stage of several processes together."""
    names = dict.fromkeys(name for each in times for name in each)
    return {name: sum(each.get(name, 0.0) for each in times) for name in names}
