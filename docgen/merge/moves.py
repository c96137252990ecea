"""Two versions of a file → which translations a sync has moved to other ids, and following them.

A row that is inserted into a table moves the translations below it from id to id. What the other
side of a merge has written at the old id belongs at the new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from docgen.po import Entry

Key = tuple[str, str]
Keyed = dict[Key, Entry]


def moves(old: Keyed, new: Keyed) -> Mapping[Key, Key]:
    """The old and the new keys of translations of `old` that stand elsewhere in `new`.

    Texts that stand more than once are left out: nothing says which of them went where.
    """
    left = {_pair(one): key for key, one in old.items() if _gone(key, one, new)}
    come = {_pair(one): key for key, one in new.items() if _gone(key, one, old)}
    once = _once(old) & _once(new)
    return {left[pair]: come[pair] for pair in left.keys() & come.keys() & once}


def followed(side: Keyed, moved: Mapping[Key, Key]) -> Keyed:
    """`side` with its entries at the keys that they have `moved` to."""
    stay = {key: one for key, one in side.items() if key not in moved}
    gone = {to: _named(side[key], to) for key, to in moved.items() if key in side}
    taken = {_beside(key, one): one for key, one in stay.items() if key in gone}
    return {key: one for key, one in stay.items() if key not in gone} | gone | taken


def _pair(entry: Entry) -> tuple[str, str]:
    return entry.msgid, entry.msgstr


def _gone(key: Key, entry: Entry, other: Keyed) -> bool:
    """Whether a living translation no longer stands at its key in `other`."""
    if entry.obsolete or not entry.msgstr or not entry.context:
        return False
    return key not in other or _pair(other[key]) != _pair(entry)


def _once(entries: Keyed) -> set[tuple[str, str]]:
    counts = Counter(map(_pair, entries.values()))
    return {pair for pair, count in counts.items() if count == 1}


def _named(entry: Entry, key: Key) -> Entry:
    return replace(entry, context=key[0])


def _beside(key: Key, entry: Entry) -> Key:
    """The key of an entry whose place another takes."""
    return key[0], f"{entry.msgid}\0{entry.msgstr}"
