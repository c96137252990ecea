"""The processes that a test begins."""

from __future__ import annotations

import os

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
