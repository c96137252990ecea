"""Of all lines that can follow each other those that cost least together are found."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from docgen.render.compose.ways import best

COSTS = {(0, 1): 1.0, (0, 2): 5.0, (1, 2): 1.0, (1, 3): 9.0, (2, 3): 2.0}


def lines(origin: int, before: str) -> Iterator[tuple[int, str, float]]:
    for (start, stop), cost in COSTS.items():
        if start == origin:
            yield stop, f"{before}{stop}", cost


def test_lines_come_with_where_they_end_and_what_is_said_of_them() -> None:
    assert best(0, 3, "0", lines) == [(1, "01"), (2, "012"), (3, "0123")]
    assert best(2, 3, "2", lines) == [(3, "23")]


def test_there_are_none_where_no_way_costs_less_than_may_be() -> None:
    assert [len(best(0, 3, "", lines, most)) for most in (4.0, 4.1, inf)] == [0, 3, 3]


def test_there_are_none_where_no_way_leads_to_the_end() -> None:
    assert best(0, 4, "", lines) == []


def test_of_ways_that_cost_the_same_the_first_is_kept() -> None:
    ends = {0: (1, 2), 1: (3,), 2: (3,)}
    found = best(0, 3, 0, lambda origin, _: [(stop, stop, 1.0) for stop in ends[origin]])
    assert found == [(1, 1), (3, 3)]
