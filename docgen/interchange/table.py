"""Units ↔ CSV, with a row for each unit: for spreadsheets and for programs of one's own."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from docgen.cells import bare, guarded
from docgen.interchange.values import STATES, Exchange, Unit, lines, text_of, told
from docgen.model import State
from docgen.report import DocgenError, Origin

_COLUMNS = (
    "document",
    "from",
    "to",
    "id",
    "state",
    "source",
    "translation",
    "remarks",
    "source before",
    "about",
    "stamp",
)
_NEEDED = ("document", "from", "to", "id", "source", "translation")
_LARGEST_CELL = 1_000_000


def dump(exchange: Exchange) -> bytes:
    """The units as CSV in UTF-8, with the mark at its begin by which spreadsheets know that.

    No cell begins like a formula.
    """
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    rows.writerow(_COLUMNS)
    for unit in exchange.units:
        cells = (
            exchange.document,
            exchange.source,
            exchange.target,
            unit.id,
            unit.state,
            unit.source,
            unit.target,
            "\n".join(unit.notes),
            unit.previous,
            "\n".join(unit.about),
            unit.stamp,
        )
        rows.writerow(map(guarded, cells))
    return stream.getvalue().encode("utf-8-sig")


def load(data: bytes, name: str) -> list[Exchange]:
    """The units of each document in a table; DocgenError when it cannot be understood.

    Columns are known by their names; commas, semicolons or tabs may stand between them.
    """
    text = text_of(data, name)
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    found: dict[tuple[str, str, str], list[Unit]] = {}
    try:
        _check(rows.fieldnames or (), name)
        for row in rows:
            cells = {
                column: bare(cell or "") for column, cell in row.items() if isinstance(column, str)
            }
            key = (cells["document"], cells["from"], cells["to"])
            found.setdefault(key, []).append(_unit(cells, Origin(name, rows.line_num)))
    except csv.Error as error:
        hint = "Save it as CSV in the encoding UTF-8."
        raise DocgenError(f"not a table: {error}", hint, Origin(name, rows.line_num)) from error
    return [Exchange(*key, tuple(units)) for key, units in found.items()]


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _check(columns: object, name: str) -> None:
    there = tuple(columns) if isinstance(columns, list) else ()
    missing = [column for column in _NEEDED if column not in there]
    if missing:
        hint = f"The first row names the columns: {', '.join(_COLUMNS)}."
        message = f"the table has no column “{missing[0]}”"
        raise DocgenError(message, hint, Origin(name, 1))


def _unit(cells: Mapping[str, str], place: Origin) -> Unit:
    target, mark = cells["translation"], cells.get("stamp", "")
    given: State = next((state for state in STATES if state == cells.get("state")), "translated")
    about, remarks = cells.get("about"), cells.get("remarks")
    return Unit(
        cells["id"],
        cells["source"],
        target,
        told(given, mark, target),
        cells.get("source before", ""),
        lines(about) if about else (),
        lines(remarks) if remarks else (),
        mark,
        place,
    )
