"""The processes that a test begins."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import ModuleType

import pytest


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun from now on, each as it is begun."""
    seen: list[int] = []
    fork = os.fork

    def begin() -> int:
        process = fork()
        seen.append(process)
        return process

    monkeypatch.setattr(os, "fork", begin)
    return seen


def elsewhere(
    module: ModuleType, name: str, do: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have something done in another process before it does its work, a function of `module`."""
    work, here = getattr(module, name), os.getpid()

    def changed(*given: object) -> object:
        if os.getpid() != here:
            do()
        return work(*given)

    monkeypatch.setattr(module, name, changed)


def killed() -> None:
    """What ends a process without a word."""
    os.kill(os.getpid(), signal.SIGKILL)
