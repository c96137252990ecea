"""A unit as a translator has revised it → its PO file, unless that has changed meanwhile."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen import po
from docgen.approval import digest
from docgen.catalogue import load_catalogue
from docgen.files import write_whole
from docgen.model import Document
from docgen.po import FUZZY, Entry
from docgen.project import Project
from docgen.report import DocgenError, Origin, Report, UsageError
from docgen.translation.loading import source_of
from docgen.translation.syncing import renew
from docgen.units import Unit, units

_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Revision:
    """The new `text` of the translation of `unit`; `fuzzy` where it needs another look.

    `seen` is the print of what its translator had in view.
    """

    unit: str
    seen: str
    text: str
    fuzzy: bool = False


class Overtaken(DocgenError):
    """The unit or its file is no longer what was in view; nothing was written."""


def fingerprint(text: str, entry: Entry | None) -> str:
    """What tells whether a unit with the source `text` or its entry has changed."""
    said = entry and (entry.msgid, entry.msgstr, entry.flags, entry.previous)
    return digest(repr((text, said)))


def unchanged(project: Project, document: str, tag: str, id: str, seen: str) -> Unit:
    """The unit `id`, if it still has the print `seen`.

    Raises Overtaken if it has another, UsageError if there is no such unit, Rejected where the
    content has errors.
    """
    source = source_of(project, document, Report())
    return _unchanged(project, source, tag, id, seen)


def revise(project: Project, document: str, tag: str, revision: Revision) -> Path:
    """Write a revision into the file of the translation → that file, brought up to date before.

    The file appears whole or not at all. Raises as `unchanged` does.
    """
    source = source_of(project, document, Report())
    unit = _unchanged(project, source, tag, revision.unit, revision.seen)
    file = project.catalogue(source.name, tag)
    entry = load_catalogue(file).entries.get(unit.id)
    if entry is None or entry.msgid != unit.text:
        renew(project, source, tag, Report())
    before, entries = file.read_bytes(), po.read(file)
    revised = po.dump(_revised(entries, unit, revision))
    if file.read_bytes() != before:
        raise _overtaken(unit.id, file)
    write_whole(file, revised, instead=before)
    return file


def _unchanged(project: Project, source: Document, tag: str, id: str, seen: str) -> Unit:
    unit = next((unit for unit in units(source) if unit.id == id), None)
    if unit is None:
        raise UsageError(f"there is no unit “{id}” any more", "Load the page again.")
    file = project.catalogue(source.name, tag)
    if fingerprint(unit.text, load_catalogue(file).entries.get(id)) != seen:
        raise _overtaken(id, file)
    return unit


def _overtaken(id: str, file: Path) -> Overtaken:
    message = f"{id} was changed elsewhere in the meantime"
    return Overtaken(message, "Compare both, then save again.", Origin(str(file)))


def _revised(entries: Sequence[Entry], unit: Unit, revision: Revision) -> list[Entry]:
    return [
        _with(entry, _text(revision.text, unit), revision.fuzzy)
        if entry.context == unit.id and not entry.obsolete
        else entry
        for entry in entries
    ]


def _with(entry: Entry, text: str, fuzzy: bool) -> Entry:
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    if fuzzy and text:
        return replace(entry, msgstr=text, flags=(FUZZY, *flags))
    return replace(entry, msgstr=text, flags=flags, previous=None, previous_context=None)


def _text(text: str, unit: Unit) -> str:
    """A translation has line breaks only where its source has some."""
    text = text.replace("\r\n", "\n").strip()
    return text if "\n" in unit.text else _BREAK.sub(" ", text)
