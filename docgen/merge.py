"""Three versions of a PO file → one, merged entry by entry instead of line by line.

The id of a unit says which entries belong together, as in `sync`. What the program writes (source
text, comments for the translator) and what the translator writes are merged apart, so that a new
translation and a new source text of one unit do not stand in each other's way: the translation is
kept, in doubt, with the text that it was made from. Two different translations of one unit are a
conflict; the file is valid all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.po import FUZZY, Entry
from docgen.report import NOWHERE

CONFLICT = "CONFLICT, theirs: "
"""What the comment begins with that holds the other one of two translations."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of the merged file, and the ids of units with two different translations."""

    entries: tuple[Entry, ...]
    conflicts: tuple[str, ...] = ()


def merge(base: Iterable[Entry], ours: Iterable[Entry], theirs: Iterable[Entry]) -> Merged:
    """Both sides of a merge since `base`, in the order of our file, new entries of theirs within.

    No translation is lost: one that a side has removed and the other changed becomes obsolete.
    """
    sides = [_keyed(side) for side in (base, ours, theirs)]
    old, mine, other = sides
    found: dict[Key, Entry] = {}
    conflicts = []
    for key in _order(*map(list, sides)):
        entry, clash = _merged(old.get(key), mine.get(key), other.get(key))
        if entry:
            found[key] = entry
        if clash and entry:
            conflicts.append(entry.context or entry.msgid)
    entries = sorted(found.values(), key=lambda entry: (not entry.header, entry.obsolete))
    return Merged(tuple(entries), tuple(conflicts))


def _keyed(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Entries by what they are of: the id; and of further ones with it, obsolete ones, the text.

    Where an id has a living entry, that is the one known by the id alone.
    """
    found: dict[Key, Entry] = {}
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


# ---- one entry ------------------------------------------------------------------------------


def _merged(
    old: Entry | None, mine: Entry | None, other: Entry | None
) -> tuple[Entry | None, bool]:
    """One entry out of three, and whether two translations of it contradict each other."""
    if mine == other or other == old:
        return mine, False
    if mine == old:
        return other, False
    if mine is None or other is None:
        left = mine or other
        return _put_aside(left) if left and left.translated else None, False
    if mine.header:
        return _merged_header(old or Entry(), mine, other), False
    return _joined(old or replace(mine, msgstr="", forms=(), flags=(), comments=()), mine, other)


def _put_aside(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())


def _joined(old: Entry, mine: Entry, other: Entry) -> tuple[Entry, bool]:
    """An entry that both sides have changed: the program's part, the translator's, the doubt."""
    made = _pick(old, mine, other, lambda entry: (entry.msgid, entry.extracted, entry.obsolete))
    edited = _translation(other) != _translation(old)
    done = other if edited and not mine.translated else _pick(old, mine, other, _translation)
    clash = _differ(old, mine, other)
    entry = replace(
        made,
        msgstr=done.msgstr,
        forms=done.forms,
        comments=_union(old.comments, mine.comments, other.comments),
        flags=_union(*(_flags(side) for side in (old, mine, other))),
    )
    if clash:
        remark = CONFLICT + " ".join((other.msgstr or " / ".join(other.forms)).split())
        entry = replace(entry, comments=(*entry.comments, remark))
    return _doubted(entry, old, [mine, other], clash=clash), clash


def _pick(old: Entry, mine: Entry, other: Entry, part: Callable[[Entry], object]) -> Entry:
    """The side whose `part` has changed; ours when both have."""
    return other if part(mine) == part(old) else mine


def _translation(entry: Entry) -> tuple[str, tuple[str, ...]]:
    return entry.msgstr, entry.forms


def _differ(old: Entry, mine: Entry, other: Entry) -> bool:
    """Whether both sides have translated anew, and not the same."""
    translated = mine.translated and other.translated
    return translated and len({_translation(entry) for entry in (old, mine, other)}) == 3


def _flags(entry: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in entry.flags if flag != FUZZY)


def _union(old: Sequence[str], mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Ours and what is new in theirs, without what either side has taken away."""
    both = [one for one in mine if one in other or one not in old]
    return (*both, *(one for one in other if one not in mine and one not in old))


def _doubted(entry: Entry, old: Entry, sides: Sequence[Entry], *, clash: bool) -> Entry:
    """`entry`, in doubt unless a side that made its translation vouches for its source text."""
    made = [side for side in sides if _translation(side) == _translation(entry)]
    changed = [side for side in made if _standing(side) != _standing(old)] or made
    vouching = any(not side.fuzzy and side.msgid == entry.msgid for side in changed)
    if not entry.translated or (vouching and not clash):
        return replace(entry, previous=None)
    basis = next((text for side in changed if (text := _basis(side)) is not None), None)
    flags = (FUZZY, *entry.flags)
    return replace(entry, flags=flags, previous=None if basis == entry.msgid else basis)


def _standing(entry: Entry) -> object:
    return _translation(entry), entry.fuzzy, entry.previous


def _basis(entry: Entry) -> str | None:
    """The text that a translation was made from; None where its translator doubts it."""
    return entry.previous if entry.fuzzy else entry.msgid


def _merged_header(old: Entry, mine: Entry, other: Entry) -> Entry:
    """The fields that either side has changed; ours where both have."""
    before, here, there = (_fields(entry.msgstr) for entry in (old, mine, other))
    names = [name for name in {**here, **there} if name in here or before.get(name) != there[name]]
    lines = []
    for name in names:
        kept = there if here.get(name) == before.get(name) else here
        if name in kept:
            lines.append(f"{name}:{kept[name]}")
    comments = _union(old.comments, mine.comments, other.comments)
    return replace(mine, msgstr="".join(f"{line}\n" for line in lines), comments=comments)


def _fields(header: str) -> Mapping[str, str]:
    lines = (line.partition(":") for line in header.splitlines())
    return {name: value for name, _, value in lines}
