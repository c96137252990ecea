"""Units of a translation → approvals in its ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from docgen import approval, bundle
from docgen.approval import Approval
from docgen.bundle import Bundle
from docgen.catalogue import LEDGER, Catalogue, load_catalogue
from docgen.files import present, write_whole
from docgen.localize import localize
from docgen.model import Document, State
from docgen.project import Project
from docgen.report import Diagnostic, Report, UsageError
from docgen.translation.loading import Row, source_of
from docgen.units import Unit, units

_REASONS: Mapping[State, str] = {
    "untranslated": "it is not translated",
    "stale": "it has changed since it was translated, or is marked fuzzy",
}


@dataclass(frozen=True, slots=True)
class Approver:
    """Who approves, and on which day."""

    name: str
    on: date


def approve(
    project: Project,
    document: str,
    tag: str,
    ids: Sequence[str],
    by: Approver,
    report: Report,
) -> Sequence[Row]:
    """Approve the units `ids` of a translation, or without ids all that are translated.

    Returns a row that counts them. A unit that is not translated, out of date, or has other marks
    than its source cannot be approved: if `ids` name one, or a mark is wrong, that is reported,
    Rejected is raised, and nothing is written.
    """
    source = source_of(project, document, report)
    if tag == source.front.source:
        raise UsageError(
            f"“{document}” is written in “{tag}”", "Name the language of a translation."
        )
    file = project.catalogue(source.name, tag)
    ledger_file = file.with_suffix(LEDGER)
    before = present(ledger_file)
    catalogue = load_catalogue(file)
    chosen = _chosen(units(source), ids)
    language = bundle.load(project.locales, tag, report)
    report.extend(_faults(source, chosen, catalogue, language))
    if ids:
        _refuse_open(chosen, catalogue, report)
    report.stop_on_errors()
    states = {unit.id: catalogue.state(unit.id, unit.text) for unit in chosen}
    new = list(_approvals(chosen, states, catalogue, by))
    if new:
        ledger = catalogue.ledger.extended(new)
        write_whole(ledger_file, approval.dump(ledger), instead=before)
    return _rows(source, tag, list(states.values()))


def _chosen(found: Sequence[Unit], ids: Sequence[str]) -> list[Unit]:
    by_id = {unit.id: unit for unit in found}
    for id in ids:
        if id not in by_id:
            near = get_close_matches(id, by_id, n=3)
            hint = f"Did you mean {' or '.join(near)}?" if near else "Ids stand after msgctxt."
            raise UsageError(f"there is no unit “{id}”", hint)
    return [by_id[id] for id in dict.fromkeys(ids)] if ids else list(found)


def _faults(
    source: Document, chosen: Sequence[Unit], catalogue: Catalogue, language: Bundle
) -> list[Diagnostic]:
    """What is wrong with the translations of the `chosen` units, and with the overlay."""
    found = Report()
    localize(source, catalogue, language, found)
    places = {catalogue.origin(unit.id) for unit in chosen}
    return [
        fault
        for fault in found.errors
        if fault.origin in places or fault.origin.file == catalogue.overlay.file
    ]


def _refuse_open(chosen: Sequence[Unit], catalogue: Catalogue, report: Report) -> None:
    for unit in chosen:
        if reason := _REASONS.get(catalogue.state(unit.id, unit.text)):
            hint = "Translate or revise it first."
            report.error(catalogue.origin(unit.id), f"{unit.id} cannot be approved: {reason}", hint)


def _approvals(
    chosen: Sequence[Unit], states: Mapping[str, State], catalogue: Catalogue, by: Approver
) -> Iterator[Approval]:
    for unit in chosen:
        if states[unit.id] == "translated":
            translation = catalogue.translation(unit.id)
            yield approval.approval(unit.id, unit.text, translation, by.name, by.on)


def _rows(source: Document, tag: str, before: Sequence[State]) -> list[Row]:
    """How many units are approved now, were so before, and are still open."""
    left = before.count("untranslated") + before.count("stale")
    return [
        ("", "newly approved", "approved before", "left open"),
        (
            f"{source.name} {tag}",
            *map(str, (before.count("translated"), before.count("approved"), left)),
        ),
    ]
