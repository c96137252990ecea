"""`<document>.overlay.toml` → Overlay; every wrong key or value is named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from docgen import toml
from docgen.overlay.places import nearest, places
from docgen.read.suggest import suggest
from docgen.records import dataclass
from docgen.report import NOWHERE, Origin, Report

NOTE_PREFIX = "tn-"
"""What the keys of translators' notes begin with, so that nobody takes them for the author's."""

_NOTE_KEY = re.compile(rf"{NOTE_PREFIX}[A-Za-z0-9_.-]+")
_COLUMN = re.compile("c[1-9][0-9]{0,2}")
_HINT = 'Write [notes.tn-1] and below it text = "…", with the text between two signs ".'

_TABLES = ("notes", "tables", "accept")
_FIELDS = ("unit", "check", "reason")


@dataclass(frozen=True, slots=True)
class TranslatorNote:
    """A note that only the translation has; `text` is its markup."""

    text: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class ColumnOrder:
    """The columns of a table in the order of one language, counted from 0 as in the source."""

    columns: tuple[int, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Accepted:
    """A complaint of `check` about `unit` that is right to stay, for a reason."""

    unit: str
    check: str
    reason: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Overlay:
    """What one language has otherwise than the source: notes by key, columns by id of the table."""

    file: str = ""
    notes: Mapping[str, TranslatorNote] = field(default_factory=dict)
    tables: Mapping[str, ColumnOrder] = field(default_factory=dict)
    accepts: tuple[Accepted, ...] = ()

    def accepted(self, unit: str, check: str) -> str | None:
        """The reason why a complaint of `check` about `unit` is accepted; None if it is not."""
        reasons = (one.reason for one in self.accepts if (one.unit, one.check) == (unit, check))
        return next(reasons, None)


def load(path: Path) -> Overlay:
    """Read an overlay; a file that is not there has nothing in it.

    Raises DocgenError for a file that is no TOML in UTF-8, and Rejected, with all that is wrong,
    for keys and values that an overlay cannot have.
    """
    return parse(text_of(path), str(path))


def parse(text: str, file: str) -> Overlay:
    """The overlay that the `text` of a file holds; raises as `load` does."""
    text = text.removeprefix("\ufeff")
    reading = _Reading(file, places(text))
    overlay = reading.overlay(toml.parse(text, file, _HINT))
    reading.report.stop_on_errors()
    return overlay


def text_of(path: Path) -> str:
    """The text of an overlay, empty for a file that is not there; raises as `load` does."""
    return toml.text(path) if path.exists() else ""


class _Reading:
    """Takes the values of one file, and reports those that cannot stand there."""

    def __init__(self, file: str, lines: Mapping[tuple[str | int, ...], int]) -> None:
        self.file, self.lines, self.report = file, lines, Report()

    def overlay(self, data: Mapping[str, Any]) -> Overlay:
        self._known(data, _TABLES)
        notes = {path[1]: self._note(path, held) for path, held in self._tables(data, "notes")}
        orders = {path[1]: self._order(path, held) for path, held in self._tables(data, "tables")}
        return Overlay(
            self.file,
            {key: note for key, note in notes.items() if note},
            {id: order for id, order in orders.items() if order},
            tuple(self._accepts(data)),
        )

    def _at(self, *path: str | int) -> Origin:
        return Origin(self.file, nearest(self.lines, path))

    def _error(self, path: tuple[str | int, ...], message: str, hint: str) -> None:
        self.report.error(self._at(*path), message, hint)

    def _known(self, table: Mapping[str, Any], keys: tuple[str, ...], *path: str | int) -> None:
        for key in table:
            if key not in keys:
                hint = suggest(key, keys, "Keys")
                self._error((*path, key), f"there is no key “{key}” here", hint)

    def _tables(
        self, data: Mapping[str, Any], name: str
    ) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
        """The tables within the table `name`: the path of each, and what it holds."""
        held = data.get(name, {})
        if not isinstance(held, dict):
            self._error((name,), f"“{name}” holds tables", f"Write [{name}.name].")
            return
        for key, value in held.items():
            if isinstance(value, dict):
                yield (name, key), value
            else:
                hint = f"Write [{name}.{key}] on a line of its own."
                self._error((name, key), f"“{name}.{key}” is a table", hint)

    def _words(self, table: Mapping[str, Any], key: str, *path: str | int) -> str:
        """The text under `key`; empty, which is reported, when there is none."""
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._error((*path, key), f"“{key}” is missing or no text", f'Write {key} = "…".')
        return ""

    def _note(self, path: tuple[str, str], table: Mapping[str, Any]) -> TranslatorNote | None:
        self._known(table, ("text",), *path)
        if not _NOTE_KEY.fullmatch(path[1]):
            hint = f"Write [notes.{NOTE_PREFIX}1] here and [^{NOTE_PREFIX}1] in the translation."
            self._error(path, f"the key of a translator's note begins with {NOTE_PREFIX}", hint)
        elif text := self._words(table, "text", *path):
            return TranslatorNote(text, self._at(*path, "text"))
        return None

    def _order(self, path: tuple[str, str], table: Mapping[str, Any]) -> ColumnOrder | None:
        self._known(table, ("columns",), *path)
        names = table.get("columns")
        if isinstance(names, list) and all(_is_column(name) for name in names):
            columns = tuple(int(name[1:]) - 1 for name in names)
            return ColumnOrder(columns, self._at(*path, "columns"))
        hint = 'Write columns = ["c1", "c3", "c2"], the columns of the source in a new order.'
        self._error((*path, "columns"), "“columns” is no list of columns", hint)
        return None

    def _accepts(self, data: Mapping[str, Any]) -> Iterator[Accepted]:
        held = data.get("accept", [])
        if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
            self._error(("accept",), "“accept” holds a list of tables", "Write [[accept]].")
            return
        for index, table in enumerate(held):
            path = ("accept", index)
            self._known(table, _FIELDS, *path)
            unit, check, reason = (self._words(table, key, *path) for key in _FIELDS)
            if unit and check and reason:
                yield Accepted(unit, check, reason, self._at(*path, "unit"))


def _is_column(name: object) -> bool:
    return isinstance(name, str) and bool(_COLUMN.fullmatch(name))
