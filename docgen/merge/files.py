"""Three versions of a file → the merged one, in which ids say what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from docgen.merge.entries import merged, put_aside
from docgen.merge.moves import Key, Keyed, followed, moves
from docgen.po import Entry
from docgen.report import NOWHERE


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of the merged file, and the ids of units with two different translations."""

    entries: tuple[Entry, ...]
    conflicts: tuple[str, ...] = ()


def merge(base: Iterable[Entry], ours: Iterable[Entry], theirs: Iterable[Entry]) -> Merged:
    """Both sides of a merge since `base`, in the order of our file, new entries of theirs within.

    No translation is lost: one that a side has removed and the other changed becomes obsolete.
    """
    old, mine, other = sides = _aligned(*map(_keyed, (base, ours, theirs)))
    found: Keyed = {}
    conflicts = []
    for key in _order(*map(list, sides)):
        entry, clash = merged(old.get(key), mine.get(key), other.get(key))
        if entry := _alone(key, entry):
            found[key] = entry
        if clash and entry:
            conflicts.append(entry.context or entry.msgid)
    entries = sorted(found.values(), key=lambda entry: (not entry.header, entry.obsolete))
    return Merged(tuple(entries), tuple(conflicts))


def _alone(key: Key, entry: Entry | None) -> Entry | None:
    """`entry` unless another has its id; then it is put aside if there is something to keep."""
    if entry is None or entry.context is None or not key[1] or entry.obsolete:
        return entry
    return put_aside(entry) if entry.translated else None


def _aligned(old: Keyed, mine: Keyed, other: Keyed) -> tuple[Keyed, Keyed, Keyed]:
    """The three with each translation at the key to which either side has moved it."""
    there = moves(old, other)
    old, mine = followed(old, there), followed(mine, there)
    here = moves(old, mine)
    return followed(old, here), mine, followed(other, here)


def _keyed(entries: Iterable[Entry]) -> Keyed:
    """Entries by what they are of: the id; and of further ones with it, obsolete ones, the text.

    Where an id has a living entry, that is the one known by the id alone.
    """
    found: Keyed = {}
    for entry in sorted(entries, key=lambda entry: entry.obsolete):
        plain = replace(entry, origin=NOWHERE)
        name = entry.msgid if entry.context is None else entry.context
        key = (name, "") if entry.context is not None or entry.header else (name, entry.msgid)
        found[key if key not in found else (name, f"{entry.msgid}\0{entry.msgstr}")] = plain
    return found


def _order(old: Sequence[Key], mine: Sequence[Key], other: Sequence[Key]) -> list[Key]:
    """Our order, or theirs where ours has not changed; the rest follows what it followed there."""
    first, second = (other, mine) if mine == old else (mine, other)
    known, after = set(first), defaultdict(list)
    last: Key | None = None
    for key in second:
        if key in known:
            last = key
        else:
            after[last].append(key)
    return [*after[None], *(one for key in first for one in (key, *after[key]))]
