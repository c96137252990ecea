"""Two sequences of units → which of them are the same unit, in an older and a newer state.

What is there once in both, by name or by text, is an anchor; the longest series of anchors in the
same order is kept. Between anchors units are paired so that the likeness of all pairs is greatest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

ALIKE = 0.5
"""Two units that share less of their words are different ones."""

LARGEST = 250_000
"""Pairs of units that are compared with each other between two anchors, at most."""

EMPTY = 0.05
"""The likeness of two units without words: they are paired, but never at the cost of others."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What alignment knows of a unit: only units of one `kind` are paired.

    `name` is the identity it was given, `style` its role; each may be empty.
    """

    kind: str
    text: str
    bag: Counter[str]
    name: str = ""
    style: str = ""


Pair = tuple[int | None, int | None]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """The pairs of places in both sequences, in order; a unit of one alone has None beside it.

    Where units were replaced the old ones come before the new ones.
    """
    anchors = _anchors(old, new)
    edges = [(-1, -1), *anchors, (len(old), len(new))]
    found: list[Pair] = []
    for (old_start, new_start), (old_end, new_end) in pairwise(edges):
        found += _between(old, new, range(old_start + 1, old_end), range(new_start + 1, new_end))
        found += [(old_end, new_end)] if old_end < len(old) else []
    return found


def likeness(old: Unit, new: Unit) -> float:
    """The share of words that two units have in common, from 0 to 1."""
    if old.kind != new.kind:
        return 0
    size = old.bag.total() + new.bag.total()
    if not size:
        return EMPTY if old.style == new.style else 0
    return 2 * (old.bag & new.bag).total() / size


def increasing(numbers: Sequence[int]) -> list[int]:
    """The places of a longest series of `numbers` that rises."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(tails, number)
        tails[length:] = [number, *tails[length + 1 :]]
        ends[length:] = [place, *ends[length + 1 :]]
        before.append(ends[length - 1] if length else -1)
    series = []
    place = ends[-1] if ends else -1
    while place >= 0:
        series.append(place)
        place = before[place]
    return series[::-1]


# ---- anchors -----------------------------------------------------------------------------------

_KEYS: tuple[Callable[[Unit], Hashable], ...] = (
    lambda unit: ("name", unit.kind, unit.name) if unit.name else None,
    lambda unit: ("text", unit.kind, unit.text) if unit.text else None,
    lambda unit: ("style", unit.kind, unit.style) if unit.style and not unit.name else None,
)
"""What makes a unit known again, the best evidence first."""


def _anchors(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    known: dict[int, int] = {}
    for key in _KEYS:
        here, there = _unique(old, key), _unique(new, key)
        taken = set(known.values())
        known |= {
            place: there[said]
            for said, place in here.items()
            if said in there and place not in known and there[said] not in taken
        }
    places = sorted(known)
    kept = increasing([known[place] for place in places])
    return [(places[index], known[places[index]]) for index in kept]


def _unique(units: Sequence[Unit], key: Callable[[Unit], Hashable]) -> dict[Hashable, int]:
    keys = [key(unit) for unit in units]
    counts = Counter(keys)
    return {said: at for at, said in enumerate(keys) if said is not None and counts[said] == 1}


# ---- between anchors ---------------------------------------------------------------------------


def _between(
    old: Sequence[Unit], new: Sequence[Unit], before: range, after: range
) -> Iterator[Pair]:
    """Pairs of the units in two ranges; old ones without a partner come first."""
    pairs = _best(old, new, before, after)
    done, come = before.start, after.start
    for one, other in [*pairs, (before.stop, after.stop)]:
        yield from ((place, None) for place in range(done, one))
        yield from ((None, place) for place in range(come, other))
        if one < before.stop:
            yield one, other
        done, come = one + 1, other + 1


def _best(
    old: Sequence[Unit], new: Sequence[Unit], before: range, after: range
) -> list[tuple[int, int]]:
    """The pairs in order whose likeness is greatest together."""
    if not before or not after or len(before) * len(after) > LARGEST:
        return []
    like = [[_pairing(old[one], new[other]) for other in after] for one in before]
    totals = _totals(like)
    return [(before[i], after[j]) for i, j in _path(like, totals)]


def _pairing(old: Unit, new: Unit) -> float:
    """The likeness of two units that can be paired; 0 for others."""
    if old.name and new.name and old.name != new.name and old.text != new.text:
        return 0
    found = likeness(old, new)
    return found if found >= ALIKE or found == EMPTY else 0


def _totals(like: Sequence[Sequence[float]]) -> list[list[float]]:
    """For every two places, the greatest likeness of all that follows."""
    rows, columns = len(like), len(like[0])
    totals = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = like[i][j] + totals[i + 1][j + 1] if like[i][j] else 0.0
            totals[i][j] = max(totals[i + 1][j], totals[i][j + 1], paired)
    return totals


def _path(
    like: Sequence[Sequence[float]], totals: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(like) and j < len(like[0]):
        if like[i][j] and totals[i][j] == like[i][j] + totals[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif totals[i][j] == totals[i + 1][j]:
            i += 1
        else:
            j += 1
