"""Which line has become which."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.readback.align import align, equal_pairs
from docgen.readback.lines import Line, Span

ONE = "The first paragraph speaks of wells that were dug."
TWO = "The second one is about what they have cost so far."
THREE = "In the third the villages are thanked for their help."
FOUR = "Lastly there is something on the years to come."


def lines(*texts: str) -> list[Line]:
    return [Line("text", (Span(text),)) for text in texts]


def test_equal_lines_are_pairs() -> None:
    assert align(lines(ONE, TWO), lines(ONE, TWO)).pairs == [(0, 0), (1, 1)]


def test_a_changed_line_is_the_same_line() -> None:
    found = align(lines(ONE, TWO, THREE), lines(ONE, TWO.replace("cost", "brought"), THREE))
    assert found.pairs == [(0, 0), (1, 1), (2, 2)]


def test_a_line_that_nothing_is_like_was_inserted() -> None:
    found = align(lines(ONE, TWO), lines(ONE, FOUR, TWO))
    assert (found.inserted, found.deleted) == ([1], [])


def test_a_line_that_is_gone_was_deleted() -> None:
    assert align(lines(ONE, TWO, THREE), lines(ONE, THREE)).deleted == [1]


def test_a_line_at_another_place_was_moved_even_if_it_was_changed() -> None:
    changed = ONE.replace("first", "last")
    found = align(lines(ONE, TWO, THREE), lines(TWO, THREE, changed))
    assert (found.moved, found.inserted, found.deleted) == ([(0, 2)], [], [])


def test_one_line_in_the_place_of_another_is_that_line_written_anew() -> None:
    found = align(lines(ONE, TWO, THREE), lines(ONE, FOUR, THREE))
    assert found.pairs == [(0, 0), (1, 1), (2, 2)]


def test_two_halves_were_one_line() -> None:
    found = align(lines(ONE, f"{TWO} {THREE}", FOUR), lines(ONE, TWO, THREE, FOUR))
    assert found.split == [(1, 1, 2)]


def test_one_line_was_two_halves() -> None:
    found = align(lines(ONE, TWO, THREE, FOUR), lines(ONE, f"{TWO} {THREE}", FOUR))
    assert found.merged == [(1, 2, 1)]


def test_a_note_never_becomes_a_paragraph() -> None:
    note = [Line("note", (Span(ONE),))]
    assert align(note, lines(ONE)).pairs == []


def row(*cells: str) -> Line:
    return Line("row", (), parts=tuple(Line("cell", (Span(cell),)) for cell in cells))


def test_a_row_is_known_by_its_first_cell() -> None:
    old = [row("North", "1", "1"), row("South", "2", "2"), row("West", "3", "3")]
    new = [row("North", "1", "1"), row("East", "9", "9"), row("South", "7", "8"), old[2]]
    found = align(old, new)
    assert found.pairs == [(0, 0), (1, 2), (2, 3)]
    assert found.inserted == [1]


@given(st.lists(st.integers(0, 5), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_equal_pairs_are_equal_and_rise(old: list[int], new: list[int]) -> None:
    pairs = equal_pairs(old, new)
    assert all(old[i] == new[k] for i, k in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(st.lists(st.sampled_from([ONE, TWO, THREE, FOUR]), max_size=8), st.data())
def test_every_line_has_exactly_one_fate(old: list[str], data: st.DataObject) -> None:
    new = data.draw(st.permutations(old))[: data.draw(st.integers(0, 8))]
    found = align(lines(*old), lines(*new))
    fates = [i for i, _ in (*found.pairs, *found.moved)] + found.deleted
    fates += [i for i, _, _ in found.split]
    fates += [i for a, b, _ in found.merged for i in (a, b)]
    assert sorted(fates) == list(range(len(old)))
    fates = [k for _, k in (*found.pairs, *found.moved)] + found.inserted
    fates += [k for _, a, b in found.split for k in (a, b)]
    fates += [k for _, _, k in found.merged]
    assert sorted(fates) == list(range(len(new)))
