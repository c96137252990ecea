"""gettext PO text ↔ entries, in one canonical form: no wrapping, no dates, no line numbers.

The syntax is that of the GNU gettext manual, "The Format of PO Files". Previous source texts (`#|`)
are kept on obsolete entries too, which common readers drop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from docgen import limits
from docgen.files import read_within
from docgen.po import plain, reading
from docgen.po.entry import FUZZY, Entry
from docgen.po.writing import dump
from docgen.report import DocgenError, Origin

__all__ = ["FUZZY", "Entry", "catalogue", "dump", "parse", "read"]

Key = TypeVar("Key")


def read(file: Path) -> list[Entry]:
    """The entries of a PO file in UTF-8; raises DocgenError with the line it cannot read."""
    try:
        return parse(read_within(file, limits.FILE).decode("utf-8-sig"), str(file))
    except FileNotFoundError as error:
        raise DocgenError("there is no such file", origin=Origin(str(file))) from error
    except UnicodeDecodeError as error:
        hint = "Save it in the encoding UTF-8."
        raise DocgenError("the file is not in UTF-8", hint, Origin(str(file))) from error


def parse(text: str, file: str) -> list[Entry]:
    """The entries of PO `text`; raises DocgenError that names `file` and the line."""
    entries = plain.entries(text, file)
    if entries is None:
        entries = list(reading.entries(text, file))
    _by(attrgetter("context", "msgid"), [entry for entry in entries if not entry.obsolete])
    return entries


def catalogue(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The living entries by their context; raises DocgenError for a context that stands twice."""
    named = [entry for entry in entries if entry.context is not None and not entry.obsolete]
    return _by(attrgetter("context"), named)


def _by(key: Callable[[Entry], Key], entries: Sequence[Entry]) -> dict[Key, Entry]:
    """The `entries` by their keys; raises DocgenError for one that stands twice."""
    found = dict(zip(map(key, entries), entries, strict=True))
    if len(found) < len(entries):
        _refuse_second(key, entries)
    return found


def _refuse_second(key: Callable[[Entry], Key], entries: Iterable[Entry]) -> None:
    found: dict[Key, Entry] = {}
    for entry in entries:
        first = found.setdefault(key(entry), entry)
        if first is not entry:
            name = entry.context or entry.msgid or "the header"
            hint = f"It stands at line {first.line} too: keep one of the two."
            raise DocgenError(f"“{name}” stands here a second time", hint, entry.origin)
