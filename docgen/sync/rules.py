"""The rules by which entries follow the units of a document.

The id of a unit, kept as context, is its identity. Texts decide only where an id has no translation
of its text: then one that was made of the same text moves there from an id that no longer has it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from docgen import po
from docgen.po import FUZZY, Entry
from docgen.sync.pivot import Pivot
from docgen.units import Unit


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the units, each counted once, and how many translations were put aside.

    `kept` units are as they were, `stale` ones have another text now than was translated; `moved`
    ones took their translation over from another id, `revived` ones from the obsolete entries.
    """

    kept: int = 0
    stale: int = 0
    moved: int = 0
    new: int = 0
    revived: int = 0
    obsolete: int = 0


def sync(
    units: Sequence[Unit],
    entries: Sequence[Entry],
    minor: Collection[str] = frozenset(),
    pivot: Pivot | None = None,
) -> tuple[list[Entry], Tally]:
    """The entries for `units` in their order, then the obsolete ones; and what became of each.

    A text that changed keeps its translation, fuzzy, and remembers the oldest text that it was
    made from until it is revised or that text returns. A translation without a unit becomes
    obsolete and comes back with its id or its text. `minor` are ids of units whose change does not
    touch the meaning. Raises DocgenError for an id that has two entries.
    """
    old = [entry for entry in entries if not entry.header]
    before = _before(units, old)
    after = [_renewed(unit, before.get(unit.id), unit.id in minor, pivot) for unit in units]
    carried = set(before.values())
    left = [entry for entry in old if entry not in carried and (entry.translated or entry.comments)]
    fates = Counter(_fate(before.get(unit.id), now) for unit, now in zip(units, after, strict=True))
    tally = Tally(**fates, obsolete=sum(not entry.obsolete for entry in left))
    header = (entry for entry in entries if entry.header)
    return [*header, *after, *map(_put_aside, left)], tally


# ---- what a unit goes on from ---------------------------------------------------------------


def _before(units: Sequence[Unit], old: Sequence[Entry]) -> dict[str, Entry]:
    """The entry that each unit goes on from, by id of the unit; a new unit has none."""
    living = po.catalogue(old)
    settled = {unit.id for unit in units if _renders(living.get(unit.id), unit)}
    pool = _by_text(entry for entry in old if entry.obsolete or entry.context not in settled)
    moved = {
        unit.id: _pick(pool[unit.text], unit.id)
        for unit in units
        if unit.id not in settled and unit.text in pool
    }
    gone = set(moved.values())
    # The living after the obsolete: of two with the same id they are the ones to go on from.
    rest = sorted(
        (entry for entry in old if entry not in gone), key=lambda entry: not entry.obsolete
    )
    own = {entry.context: entry for entry in rest}
    return {unit.id: own[unit.id] for unit in units if unit.id in own} | moved


def _renders(entry: Entry | None, unit: Unit) -> bool:
    """Whether `entry` has a translation that was made from the text of `unit`."""
    if entry is None or not entry.translated:
        return False
    return entry.msgid == unit.text or (entry.fuzzy and entry.previous == unit.text)


def _by_text(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Translations to hand out by the text they stand for, the best first, else in file order."""
    pool = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.fuzzy, entry.obsolete)):
        if entry.translated:
            pool[entry.msgid].append(entry)
    return dict(pool)


def _pick(candidates: list[Entry], id: str) -> Entry:
    """Each is handed out once, so that equal texts keep their order; only the last one repeats."""
    own = next((entry for entry in candidates if entry.context == id), candidates[0])
    if len(candidates) > 1:
        candidates.remove(own)
    return own


# ---- what becomes of it ---------------------------------------------------------------------


def _renewed(unit: Unit, before: Entry | None, minor: bool, pivot: Pivot | None) -> Entry:
    entry = replace(
        _restated(before or Entry(), unit.text, minor),
        context=unit.id,
        extracted=(unit.description,),
        references=(),
        obsolete=False,
    )
    if pivot:
        entry = pivot.noted(entry, before, minor=minor)
    return entry if entry.fuzzy else settled(entry)


def _restated(entry: Entry, text: str, minor: bool) -> Entry:
    """`entry` with `text` for its source; a translation that nobody vouches for stays so."""
    restated = replace(entry, msgid=text)
    if not entry.translated or (entry.fuzzy and entry.previous == text):
        return settled(restated)
    if minor or entry.fuzzy or entry.msgid == text:
        return restated
    return replace(restated, flags=(FUZZY, *entry.flags), previous=entry.msgid)


def settled(entry: Entry) -> Entry:
    """`entry` without any doubt, and without the text that the doubt was about."""
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    return replace(entry, flags=flags, previous=None, previous_context=None, previous_plural=None)


def _put_aside(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())


def _fate(before: Entry | None, after: Entry) -> str:
    if before is None:
        return "new"
    if before.obsolete:
        return "revived"
    if before.context != after.context:
        return "moved"
    return "stale" if after.fuzzy and not before.fuzzy else "kept"
