"""Document × translation × problems → the rows of a review page, in the order of reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.catalogue import Catalogue
from docgen.po import Entry
from docgen.report import Diagnostic
from docgen.review.changes import changes
from docgen.review.pieces import Reading, codes
from docgen.review.values import Finding, Row
from docgen.translation import fingerprint
from docgen.units import Unit


@dataclass(frozen=True, slots=True)
class Readings:
    """How the texts of both columns are read."""

    source: Reading
    target: Reading


def rows(
    units: Iterable[Unit],
    catalogue: Catalogue,
    problems: Iterable[Diagnostic],
    read: Readings,
) -> list[Row]:
    """A row for each unit, with those of the `problems` that are about it."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for problem in problems:
        found[problem.unit].append(problem)
    return [_row(unit, catalogue, found[unit.id], read) for unit in units]


def _row(unit: Unit, catalogue: Catalogue, problems: Sequence[Diagnostic], read: Readings) -> Row:
    entry = catalogue.entries.get(unit.id)
    raw = entry.msgstr if entry else ""
    source = read.source.pieces(unit.text)
    before = former(unit, entry)
    state = catalogue.state(unit.id, unit.text)
    return Row(
        id=unit.id,
        kind=unit.kind,
        heading=unit.section,
        number=read.target.numbers.get(unit.id, ""),
        state=state,
        source=source if before is None else changes(read.source.pieces(before), source),
        changed=before is not None,
        translation=read.target.pieces(raw),
        raw=raw,
        codes=codes(source),
        findings=[_finding(problem) for problem in problems],
        approval=_approval(unit, catalogue) if state == "approved" else "",
        remarks=entry.comments if entry else (),
        seen=fingerprint(unit.text, entry),
    )


def former(unit: Unit, entry: Entry | None) -> str | None:
    """The text that a translation was made from, where that is another than the present one."""
    if entry is None or not entry.translated:
        return None
    fuzzy = entry.previous if entry.fuzzy and entry.previous is not None else None
    text = entry.msgid if fuzzy is None else fuzzy
    return None if text == unit.text else text


def _finding(problem: Diagnostic) -> Finding:
    """A problem without the name of its unit, which the row has."""
    message = problem.message.removeprefix(f"{problem.unit} ")
    advice = problem.reason or problem.hint
    return Finding(problem.severity, problem.key, f"{message[:1].upper()}{message[1:]}", advice)


def _approval(unit: Unit, catalogue: Catalogue) -> str:
    found = catalogue.ledger.find(unit.id, unit.text, catalogue.translation(unit.id))
    return f"{found.by}, {found.on}" if found else ""
