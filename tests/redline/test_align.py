"""Units are known again by name, by words, and by their likeness."""

from __future__ import annotations

from collections import Counter

from docgen.redline.align import Pair, Unit, align, increasing


def unit(text: str, name: str = "", kind: str = "p") -> Unit:
    return Unit(kind, text, Counter(text.split()), name)


def aligned(old: str, new: str) -> list[Pair]:
    """The pairs of units that are the lines of two texts; a name stands before a colon."""
    sides = []
    for text in (old, new):
        lines = [line.rpartition(":") for line in text.split("|")]
        sides.append([unit(words, name) for name, _, words in lines])
    return align(*sides)


def test_the_same_units_are_paired() -> None:
    assert aligned("a b|c d", "a b|c d") == [(0, 0), (1, 1)]


def test_a_name_counts_more_than_words() -> None:
    assert aligned("x:one two|y:three four", "x:five six|z:seven") == [(0, 0), (1, None), (None, 1)]


def test_units_without_names_are_paired_when_they_are_alike() -> None:
    assert aligned("the old harbour is deep", "new|the old harbour is shallow") == [
        (None, 0),
        (0, 1),
    ]


def test_units_that_share_little_go_and_come_the_old_ones_first() -> None:
    assert aligned("a b c d|e f g", "a x y z|e u v") == [
        (0, None),
        (1, None),
        (None, 0),
        (None, 1),
    ]


def test_units_of_different_kinds_are_never_paired() -> None:
    assert align([unit("a", kind="p")], [unit("a", kind="tbl")]) == [(0, None), (None, 0)]


def test_of_two_that_changed_places_one_stays() -> None:
    assert aligned("x:a|y:b|z:c", "z:c|x:a|y:b") == [(None, 0), (0, 1), (1, 2), (2, None)]


def test_the_longest_rising_series() -> None:
    assert increasing([3, 0, 1, 4, 2]) == [1, 2, 4]
    assert increasing([]) == []
