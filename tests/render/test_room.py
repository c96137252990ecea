"""Deep calls that go over the edge of a piece of Python's stack need no memory again and again."""

from __future__ import annotations

from resource import RUSAGE_SELF, getrusage

from docgen.render.room import roomy


def deep(depth: int) -> int:
    """Call something a hundred times at each depth."""
    for _ in range(100):
        abs_of(depth)
    return deep(depth - 1) if depth else 0


def abs_of(number: int) -> int:
    return abs(number)


def faults(depth: int) -> int:
    """How often the system has to find memory meanwhile."""
    before = getrusage(RUSAGE_SELF).ru_minflt
    deep(depth)
    return getrusage(RUSAGE_SELF).ru_minflt - before


def test_calls_at_any_depth_find_the_room_they_need() -> None:
    roomy(faults)(700)
    assert roomy(faults)(700) * 4 < faults(700)


def test_a_function_does_the_same_with_room() -> None:
    @roomy
    def joined(one: str, *, other: str) -> str:
        """Put two words together."""
        return one + other

    assert joined("a", other="b") == "ab"
    assert joined.__doc__ == "Put two words together."
