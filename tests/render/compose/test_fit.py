"""Of all ways to break a paragraph the one with the least faults is found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render.compose import fit
from docgen.render.compose.fit import Places, Room, stops

ROOM = Room(100.0, 100.0, 3.0, 0.33, 10.0)


def words(widths: list[float], parts: frozenset[int] = frozenset()) -> Places:
    """Words of these widths with spaces of 3 between them."""
    starts = [*accumulate((width + 3 for width in widths), initial=0.0)]
    ends = [0.0, *(start - 3 for start in starts[1:])]
    counts = range(len(starts))
    return Places(starts, ends, counts, [0, *counts[:-1]], parts)


def every(places: Places, start: int, room: Room) -> Iterator[tuple[float, list[int]]]:
    """Every way to break, with its faults."""
    end = len(places.ends) - 1
    todo = [(start, 0.0, 0.0, list[int]())]
    while todo:
        origin, faults, last, found = todo.pop()
        if origin == end:
            yield faults, found
            continue
        width = room.first if origin == start else room.others
        for stop in range(origin + 1, end + 1):
            slack = width - (places.ends[stop] - places.starts[origin])
            spaces = (places.within[stop] - places.before[origin]) * room.space
            if slack < -room.give * spaces or (slack > (1 - fit.FULL[0]) * width and stop < end):
                continue
            stretch = min(slack / spaces if spaces else 10.0, 0.0 if stop == end else 10.0)
            more = fit.wrong(places, origin, stop, stretch, room)
            more += fit.UNEVEN * abs(stretch - last)
            todo.append((stop, faults + more, stretch, [*found, stop]))


@given(st.lists(st.floats(4, 16), min_size=1, max_size=22))
def test_no_other_way_has_less_faults_by_much(widths: list[float]) -> None:
    """By as much as unevenness says: of two ways to a place one alone is followed."""
    places = words(widths)
    found = stops(places, 0, ROOM)
    ways = {tuple(way): faults for faults, way in every(places, 0, ROOM)}
    if ways:
        assert ways[tuple(found)] <= min(ways.values()) + len(found) * fit.UNEVEN


@given(st.lists(st.floats(1, 99), max_size=60), st.floats(50, 100))
def test_lines_never_hold_more_than_their_room_with_the_least_spaces(
    widths: list[float], first: float
) -> None:
    places, room = words(widths), ROOM._replace(first=first)
    found = stops(places, 0, room)
    for origin, stop in pairwise([0, *found]):
        spaces = (places.within[stop] - places.before[origin]) * room.space
        width = places.ends[stop] - places.starts[origin] - room.give * spaces
        assert width <= (room.others if origin else first) + 1e-9
    assert found == sorted({*found})
    assert found[-1:] == [len(widths)] or not widths or max(widths) > 50


def test_lines_end_within_words_only_for_the_sake_of_their_spaces() -> None:
    even, few = [6.0] * 40, [44.0, 30.0, 20.0, 60.0, 30.0, 40.0]
    assert stops(words(even), 0, ROOM)[0] == 11
    assert stops(words(even, frozenset({11})), 0, ROOM)[0] == 12
    assert stops(words(few), 0, ROOM)[0] == stops(words(few, frozenset({3})), 0, ROOM)[0] == 3


def test_the_last_line_is_not_a_short_word_alone_where_that_can_be() -> None:
    places = words([6.0] * 23)
    alone = stops(places, 0, ROOM._replace(least=0.0))
    assert alone == [11, 22, 23]
    assert stops(places, 0, ROOM)[-2] < 22


def test_a_word_wider_than_its_line_has_no_place() -> None:
    assert stops(words([20, 120, 20]), 0, ROOM) == []


@pytest.mark.parametrize("start", [0, 2])
def test_what_stands_before_the_start_is_of_no_account(start: int) -> None:
    places = words([90.0, 7.0, *[22.0] * 9])
    assert stops(places, 2, ROOM) == [each + 2 for each in stops(words([22.0] * 9), 0, ROOM)]
    assert stops(places, start, ROOM)[-1] == 11
