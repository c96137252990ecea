"""Old texts × entries of a PO file → the entries filled, each with its origin and to be revised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as with_fields

from docgen.po import FUZZY, Entry

Old = tuple[str, str, tuple[str, ...]]
"""An old text, its place in the old file, and what is amiss with its codes."""


@dataclass(slots=True)
class Filled:
    """The entries of a file, the ids of those filled, and which of them have other codes."""

    entries: list[Entry] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    faults: list[tuple[Entry, tuple[str, ...]]] = field(default_factory=list)
    kept: int = 0


def filled(
    entries: Iterable[Entry], texts: Mapping[str, Old], name: str, *, replace: bool
) -> Filled:
    """Put `texts` of the file `name` into `entries`, with `replace` into translated ones too."""
    done = Filled()
    for entry in entries:
        old = texts.get(entry.context or "") if not entry.obsolete else None
        if old and entry.translated and not replace:
            done.kept += 1
            old = None
        done.entries.append(_with(entry, old, name, done) if old else entry)
    return done


def _with(entry: Entry, old: Old, name: str, done: Filled) -> Entry:
    text, place, faults = old
    said = [f"From {name}, {place}.", *(f"Codes: {fault}." for fault in faults)]
    done.filled.append(str(entry.context))
    if faults:
        done.faults.append((entry, faults))
    return with_fields(
        entry,
        msgstr=text,
        flags=(FUZZY, *(flag for flag in entry.flags if flag != FUZZY)),
        comments=tuple(said),
        previous=None,
    )
