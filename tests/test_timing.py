"""Seconds by stage: each second counts once, for the innermost stage."""

from __future__ import annotations

import pytest

from docgen import timing
from docgen.timing import Clock, added


@pytest.fixture
def tick(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moments that the clock reads, one after the other."""
    moments: list[float] = []
    monkeypatch.setattr(timing, "perf_counter", lambda: moments.pop(0))
    return moments


def test_a_stage_inside_another_has_its_own_seconds(tick: list[float]) -> None:
    tick += [0.0, 1.0, 3.0, 7.0]
    clock = Clock()
    with clock.stage("outer"), clock.stage("inner"):
        pass
    assert clock.take() == {"outer": 5.0, "inner": 2.0}
    assert clock.take() == {}


def test_what_lies_between_stages_counts_for_none(tick: list[float]) -> None:
    tick += [0.0, 1.0, 10.0, 12.0]
    clock = Clock()
    with clock.stage("first"):
        pass
    with clock.stage("second"):
        pass
    assert clock.take() == {"first": 1.0, "second": 2.0}


def test_a_stage_that_fails_has_taken_its_time(tick: list[float]) -> None:
    tick += [0.0, 1.0]
    clock = Clock()
    with pytest.raises(ValueError, match="no"), clock.stage("failing"):
        raise ValueError("no")
    assert clock.take() == {"failing": 1.0}


def test_seconds_of_processes_are_added() -> None:
    assert added({"a": 1.0, "b": 2.0}, {"b": 3.0, "c": 4.0}) == {"a": 1.0, "b": 5.0, "c": 4.0}


def test_loading_modules_is_a_stage_only_when_it_is_asked_for() -> None:
    timing.CLOCK.take()
    with timing.imports_counted():
        import colorsys
    assert set(timing.CLOCK.take()) == {timing.IMPORTS}
    import colorsys  # noqa: F401

    assert timing.CLOCK.take() == {}
