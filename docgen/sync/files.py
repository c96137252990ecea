"""PO files that follow a document, in canonical form: no wrapping, no dates, no line numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from babel.messages.plurals import get_plural

from docgen import po
from docgen.bundle import Bundle
from docgen.files import present, write_whole
from docgen.model import Document
from docgen.po import Entry
from docgen.sync.pivot import Pivot
from docgen.sync.rules import Tally, settled, sync
from docgen.units import units

PIVOT = "X-Pivot-Language"
"""The field of the header that names the language which translators work from."""

_FIRST = (
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Source-Language",
    "X-Document",
    PIVOT,
)
"""The fields that every header has, in their order; others follow as they stand."""

# Fields that editors of PO files renew at every visit; without them only true changes show.
_RESTLESS = frozenset({"POT-Creation-Date", "PO-Revision-Date", "X-Generator"})


def update(
    document: Document,
    bundle: Bundle,
    file: Path,
    minor: Collection[str] = frozenset(),
    pivot: Pivot | None = None,
) -> Tally:
    """Bring the PO `file` up to date with a document as read; it is made if it is not there.

    `minor` are ids of units whose change in the source does not touch the meaning. The file is
    written only if its bytes change. Raises DocgenError when it cannot be read or written.
    """
    old = present(file)
    data, tally = renewed(document, bundle, file, minor, pivot)
    if not file.exists() or old != data:
        write_whole(file, data, instead=old)
    return tally


def renewed(
    document: Document,
    bundle: Bundle,
    file: Path,
    minor: Collection[str] = frozenset(),
    pivot: Pivot | None = None,
) -> tuple[bytes, Tally]:
    """What `update` makes of the `file`, without writing it, and what becomes of the units."""
    old = po.read(file) if file.exists() else []
    first = next((entry for entry in old if entry.header), Entry())
    head = header(document, bundle, first, pivot.tag if pivot else "")
    body = (entry for entry in old if not entry.header)
    entries, tally = sync(units(document), [head, *body], minor, pivot)
    return po.dump(entries).encode(), tally


def header(document: Document, bundle: Bundle, old: Entry, pivot: str = "") -> Entry:
    """The header of the translation of `document`; fields and comments of the `old` one stay.

    `pivot` is the language that translators work from, empty for that of the document.
    """
    fields = {
        "Language": bundle.tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": get_plural(bundle.facts["cldr"]).plural_forms,
        "X-Source-Language": document.front.source,
        "X-Document": document.name,
    }
    fields |= {PIVOT: pivot} if pivot else {}
    for name, value in _fields(old).items():
        if name != PIVOT:
            fields.setdefault(name, value)
    return Entry(msgstr=_text(fields), comments=old.comments)


def pivot_of(file: Path) -> str:
    """The language that the translators of a PO `file` work from; empty for that of its source."""
    entries = po.read(file) if file.exists() else []
    return next((_fields(entry).get(PIVOT, "") for entry in entries if entry.header), "")


def canonical(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries as `sync` leaves them, after any tool has had them in hand.

    Dates, names of tools and places in files go, and so do texts that a translation was made from
    when nobody doubts it any more. Obsolete entries stand at the end.
    """
    tidy = [_tidy(entry) for entry in entries]
    return sorted(tidy, key=lambda entry: (not entry.header, entry.obsolete))


def _tidy(entry: Entry) -> Entry:
    if not any(line.strip() for line in entry.comments):
        entry = replace(entry, comments=())
    if entry.header:
        return replace(settled(entry), msgstr=_text(_fields(entry)), references=())
    kept = replace(entry, references=())
    return kept if entry.fuzzy else settled(kept)


def _fields(header: Entry) -> dict[str, str]:
    """The fields of a header, without those that change at every visit or say nothing."""
    lines = (line.partition(":") for line in header.msgstr.splitlines())
    return {
        name: value.strip() for name, _, value in lines if value.strip() and name not in _RESTLESS
    }


def _text(fields: dict[str, str]) -> str:
    names = sorted(fields, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return "".join(f"{name}: {fields[name]}\n" for name in names)
