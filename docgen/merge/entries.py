"""Three versions of an entry → one, and whether two translations contradict each other.

What the program writes (source text, comments for the translator) and what the translator writes
are merged apart, so that a new translation and a new source text of one unit do not stand in each
other's way: the translation is kept, in doubt, with the text that it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from docgen.po import FUZZY, Entry

CONFLICT = "CONFLICT, theirs: "
"""What the comment begins with that holds the other one of two translations."""


def merged(old: Entry | None, mine: Entry | None, other: Entry | None) -> tuple[Entry | None, bool]:
    """One entry out of three, and whether two translations of it contradict each other."""
    if mine == other or other == old:
        return mine, False
    if mine == old:
        return other, False
    if mine is None or other is None:
        left = mine or other
        return put_aside(left) if left and left.translated else None, False
    if mine.header:
        return _merged_header(old or Entry(), mine, other), False
    return _joined(old or replace(mine, msgstr="", forms=(), flags=(), comments=()), mine, other)


def put_aside(entry: Entry) -> Entry:
    """`entry` among the obsolete, whose places nobody looks up."""
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
