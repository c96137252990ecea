"""Two lists of lines → which line of one has become which of the other.

Lines that are equal and unique hold the rest in place (as in patience diff); between them equal
lines are paired in their order, then similar ones; what is left was inserted, deleted or moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from docgen.readback.lines import Line
from docgen.readback.words import similarity

SIMILAR = 0.4
"""Two lines at one place are the same line, changed, when so much of their text is the same."""

MOVED = 0.75
"""So much of a line has to be the same to be known again at another place."""

_LARGEST = 4000
"""So many pairs of lines are compared by similarity in one gap; a larger one was written anew."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Alignment:
    """Indices of lines: pairs in the order of the first list, and what has no partner.

    `moved` pairs stand elsewhere. `split` lines have become themselves and the new line after it,
    `merged` new lines hold themselves and the old line after it.
    """

    pairs: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)
    split: list[tuple[int, int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    inserted: list[int] = field(default_factory=list)


def align(old: Sequence[Line], new: Sequence[Line]) -> Alignment:
    """Pair the lines of two lists."""
    pairs = _similar_pairs(old, new, equal_pairs(_keys(old), _keys(new)))
    found = Alignment(pairs)
    _find_joints(old, new, found)
    _find_moved(old, new, found)
    _find_rewritten(old, new, found)
    found.pairs.sort()
    return found


def _keys(lines: Sequence[Line]) -> list[Hashable]:
    return [(line.kind, line.text) for line in lines]


# ---- equal lines ------------------------------------------------------------------------------


def equal_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The pairs of equal keys that stand in the same order in both lists."""
    found: list[Pair] = []
    for i, j, k, m in _gaps(_anchors(old, new), len(old), len(new)):
        matcher = SequenceMatcher(None, old[i:j], new[k:m], autojunk=False)
        for block in matcher.get_matching_blocks():
            found += [(i + block.a + n, k + block.b + n) for n in range(block.size)]
        if j < len(old) and m < len(new):
            found.append((j, m))
    return found


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of keys that each list has once: as many as stand in one order."""
    here, there = _once(old), _once(new)
    return _rising(sorted((here[key], there[key]) for key in here.keys() & there.keys()))


def _once(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    """The index of every key that stands there once."""
    counts = Counter(keys)
    return {key: index for index, key in enumerate(keys) if counts[key] == 1}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest row of pairs that rise in both places."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [index]
    found: list[Pair] = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _gaps(pairs: Sequence[Pair], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """The ranges of both lists between `pairs`; each ends where a pair or the list does."""
    i = k = 0
    for j, m in (*pairs, (old, new)):
        yield i, j, k, m
        i, k = j + 1, m + 1


# ---- similar lines ----------------------------------------------------------------------------


def _similar_pairs(old: Sequence[Line], new: Sequence[Line], pairs: list[Pair]) -> list[Pair]:
    found = []
    for i, j, k, m in _gaps(pairs, len(old), len(new)):
        found += _in_gap(old, new, range(i, j), range(k, m))
        if j < len(old) and m < len(new):
            found.append((j, m))
    return found


def _in_gap(old: Sequence[Line], new: Sequence[Line], here: range, there: range) -> list[Pair]:
    """The pairs of similar lines in a gap."""
    if not here or not there or len(here) * len(there) > _LARGEST:
        return []
    return _best(here, there, lambda i, k: score(old[i], new[k]))


def _alike(old: Line, new: Line) -> bool:
    return (old.kind, old.style, len(old.parts)) == (new.kind, new.style, len(new.parts))


def score(old: Line, new: Line) -> float:
    """How likely `new` is what `old` has become, from 0 to 1; 0 says that it cannot be."""
    if old.kind != new.kind or (old.kind == "running" and old.place != new.place):
        return 0.0
    same = _row_similarity(old, new) if old.parts else similarity(old.text, new.text)
    if set(old.bookmarks) & set(new.bookmarks):
        return max(same, SIMILAR)
    return same if same >= SIMILAR else 0.0


def _row_similarity(old: Line, new: Line) -> float:
    """The first cell says what a row is about: it counts as much as all others."""
    pairs = list(zip(old.parts, new.parts, strict=False))
    each = [similarity(one.text, other.text) for one, other in pairs]
    if not each or len(old.parts) != len(new.parts):
        return similarity(old.text, new.text)
    rest = each[1:] or each
    return (each[0] + sum(rest) / len(rest)) / 2


def _best(here: range, there: range, score: Callable[[int, int], float]) -> list[Pair]:
    """The pairs in one order whose scores have the largest sum."""
    rows, columns = len(here), len(there)
    scores = [[score(i, k) for k in there] for i in here]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            paired = scores[a][b] + best[a + 1][b + 1] if scores[a][b] else 0.0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    found, a, b = [], 0, 0
    while a < rows and b < columns:
        if scores[a][b] and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            found.append((here[a], there[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


# ---- lines without a partner ------------------------------------------------------------------


def _find_joints(old: Sequence[Line], new: Sequence[Line], found: Alignment) -> None:
    """Lines that were split in two, and pairs of lines that became one."""
    free_new = set(range(len(new))) - {k for _, k in found.pairs}
    free_old = set(range(len(old))) - {i for i, _ in found.pairs}
    for i, k in found.pairs:
        for first, second in ((k, _next(new, k)), (_before(new, k), k)):
            if {first, second} - {k} <= free_new and _is_whole(old[i], new, first, second):
                found.split.append((i, first, second))
                free_new -= {first, second}
        for first, second in ((i, _next(old, i)), (_before(old, i), i)):
            if {first, second} - {i} <= free_old and _is_whole(new[k], old, first, second):
                found.merged.append((first, second, k))
                free_old -= {first, second}
    joints = {i for i, _, _ in found.split} | {k for _, _, k in found.merged}
    if joints:
        split, merged = {i for i, _, _ in found.split}, {k for _, _, k in found.merged}
        found.pairs = [(i, k) for i, k in found.pairs if i not in split and k not in merged]
    found.deleted, found.inserted = sorted(free_old), sorted(free_new)


def _next(lines: Sequence[Line], index: int) -> int:
    """The next line of text; the notes between are passed over."""
    later = range(index + 1, len(lines))
    return next((one for one in later if lines[one].kind != "note"), -1)


def _before(lines: Sequence[Line], index: int) -> int:
    earlier = range(index - 1, -1, -1)
    return next((one for one in earlier if lines[one].kind != "note"), -1)


def _is_whole(whole: Line, parts: Sequence[Line], first: int, second: int) -> bool:
    """Whether the text of `whole` is that of two lines together, and of neither of them alone."""
    if min(first, second) < 0 or whole.kind != "text":
        return False
    if {parts[first].kind, parts[second].kind} != {"text"}:
        return False
    halves = parts[first].text, parts[second].text
    together = similarity(whole.text, " ".join(halves))
    return together > 0.9 and together > 0.02 + max(similarity(whole.text, h) for h in halves)


def _find_moved(old: Sequence[Line], new: Sequence[Line], found: Alignment) -> None:
    """Deleted lines that stand, much the same, among the inserted ones; equal ones first."""
    candidates = sorted(
        (
            (-_moved(old[i], new[k]), i, k)
            for i in found.deleted
            for k in found.inserted
            if _moved(old[i], new[k]) >= MOVED
        ),
    )
    for _, i, k in candidates:
        if i in found.deleted and k in found.inserted:
            found.deleted.remove(i)
            found.inserted.remove(k)
            found.moved.append((i, k))
    found.moved.sort()


def _moved(old: Line, new: Line) -> float:
    return score(old, new) if len(old.text) > 3 else 0.0


def _find_rewritten(old: Sequence[Line], new: Sequence[Line], found: Alignment) -> None:
    """Lines of one kind and number at one place are the same ones, whatever they say now."""
    deleted, inserted = set(found.deleted), set(found.inserted)
    for i, j, k, m in list(_gaps(sorted(found.pairs), len(old), len(new))):
        here = [index for index in range(i, j) if index in deleted]
        there = [index for index in range(k, m) if index in inserted]
        pairs = list(zip(here, there, strict=False))
        if len(here) == len(there) and all(_alike(old[a], new[b]) for a, b in pairs):
            found.pairs += pairs
    paired = {i for i, _ in found.pairs}, {k for _, k in found.pairs}
    found.deleted = [i for i in found.deleted if i not in paired[0]]
    found.inserted = [k for k in found.inserted if k not in paired[1]]
