"""Overlay × document as read → whether all that the overlay names is there; tables reordered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.model import Document, Row, Table
from docgen.overlay.reading import ColumnOrder, Overlay
from docgen.read.suggest import suggest
from docgen.report import Report
from docgen.spans import Slot, placed
from docgen.units import units
from docgen.walk import find


def validate(
    overlay: Overlay, document: Document, report: Report, checks: Collection[str] = ()
) -> None:
    """Report what `overlay` names and `document`, as read, does not have.

    With `checks`, the names of all checks, a check that does not exist is reported too.
    """
    _check_accepts(overlay, document, report, checks)
    _check_tables(overlay, document, report)
    own = {note.key for note in document.notes}
    for key, note in overlay.notes.items():
        if key in own:
            hint = "Give the translator's note another key."
            report.error(note.origin, f"the source has a note [^{key}] too", hint)


def _check_accepts(
    overlay: Overlay, document: Document, report: Report, checks: Collection[str]
) -> None:
    ids = list[str]()
    if overlay.accepts:
        ids = [unit.id for unit in units(document)] + [f"fn-{key}" for key in overlay.notes]
    for one in overlay.accepts:
        if one.unit not in ids:
            hint = _near(one.unit, ids, "The id of a unit stands after msgctxt in the PO file.")
            report.error(one.origin, f"there is no unit “{one.unit}”", hint)
        if checks and one.check not in checks:
            hint = suggest(one.check, checks, "Checks")
            report.error(one.origin, f"there is no check “{one.check}”", hint)


def _check_tables(overlay: Overlay, document: Document, report: Report) -> None:
    tables = dict[str, Table]()
    if overlay.tables:
        tables = {table.id: table for table in find(document, Table) if table.id}
    for id, order in overlay.tables.items():
        if id not in tables:
            hint = _near(id, tables, "The id of a table stands in its first line: {#id}.")
            report.error(order.origin, f"there is no table “{id}”", hint)
        elif fault := _fault(tables[id], order):
            report.error(order.origin, *fault)


def _near(word: str, known: Iterable[str], otherwise: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=3)
    return f"Did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else otherwise


def _fault(table: Table, order: ColumnOrder) -> tuple[str, str] | None:
    """What is wrong with `order` for `table`, and what mends it."""
    names = [f"c{number}" for number in range(1, len(table.columns) + 1)]
    if sorted(order.columns) != list(range(len(names))):
        hint = f"Name each of them once: {', '.join(names)}."
        return f"the table “{table.id}” has {len(names)} columns", hint
    if any(
        _torn(slot, order) for row in (*placed(table.head), *placed(table.body)) for slot in row
    ):
        hint = "Leave the columns that it reaches over side by side."
        return "this order tears a cell apart that reaches over several columns", hint
    return None


def _torn(slot: Slot, order: ColumnOrder) -> bool:
    new = _new_places(slot, order.columns)
    return max(new) - min(new) >= len(new)


def _new_places(slot: Slot, columns: Sequence[int]) -> list[int]:
    old = range(slot.start, slot.start + slot.cell.span)
    return [columns.index(column) for column in old if column in columns]


def reordered(table: Table, order: ColumnOrder) -> Table:
    """`table` with its columns in another order, which `validate` has found to fit."""
    return replace(
        table,
        columns=tuple(table.columns[column] for column in order.columns),
        head=tuple(_rows(table.head, order)),
        body=tuple(_rows(table.body, order)),
    )


def _rows(rows: Sequence[Row], order: ColumnOrder) -> Iterator[Row]:
    for row, slots in zip(rows, placed(rows), strict=True):
        there = sorted(slots, key=lambda slot: min(_new_places(slot, order.columns)))
        yield replace(row, cells=tuple(slot.cell for slot in there if not slot.below))
