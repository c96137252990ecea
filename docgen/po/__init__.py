"""gettext PO text ↔ entries, in one canonical form: no wrapping, no dates, no line numbers.

The syntax is that of the GNU gettext manual, "The Format of PO Files". Previous source texts (`#|`)
are kept on obsolete entries too, which common readers drop.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    found: dict[tuple[str | None, str], Entry] = {}
    for entry in entries:
        if not entry.obsolete:
            _claim(found, (entry.context, entry.msgid), entry)
    return entries


def catalogue(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The living entries by their context; raises DocgenError for a context that stands twice."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.context is not None and not entry.obsolete:
            _claim(found, entry.context, entry)
    return found


def _claim(found: dict[Key, Entry], key: Key, entry: Entry) -> None:
    if key in found:
        name = entry.context or entry.msgid or "the header"
        hint = f"It stands at line {found[key].line} too: keep one of the two."
        raise DocgenError(f"“{name}” stands here a second time", hint, entry.origin)
    found[key] = entry
