"""What the pages are told: values for the list, and JSON for what was sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docgen.console import plural
from docgen.preview.desk import Desk, problems
from docgen.progress import STATES
from docgen.report import Diagnostic, DocgenError, Rejected, Report, UsageError
from docgen.review import Sheet, row_markup
from docgen.translation import Standing
from docgen.translation.loading import source_of
from docgen.units import plain


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list: what it is called, its translations, or what is wrong with it."""

    name: str
    title: str = ""
    symbol: str = ""
    languages: Sequence[str] = ()
    standings: Sequence[Standing] = ()
    problems: Sequence[Diagnostic] = ()


def listed(desk: Desk) -> list[Listed]:
    """Every document of a desk; one with errors does not hide the others."""
    return [_listed(desk, name) for name in desk.documents()]


def _listed(desk: Desk, name: str) -> Listed:
    try:
        source = source_of(desk.project, desk.given(name), Report())
        return Listed(
            name,
            plain(source.front.title),
            source.front.symbols[0],
            desk.languages(name),
            desk.standings(name),
        )
    except DocgenError as error:
        return Listed(name, problems=problems(error))


def parts(standing: Standing) -> str:
    """The words of each state as JSON, for a bar."""
    return json.dumps([(state, standing.extents[state].words) for state in STATES])


def found(sheet: Sheet) -> str:
    """How many texts have findings."""
    return plural(sheet.found, "text") if sheet.found else "none"


def row(sheet: Sheet, unit: str) -> dict[str, str]:
    """The row of a unit as markup, and its print; nothing for a unit that is there no more."""
    one = next((row for row in sheet.rows if row.id == unit), None)
    return {"row": row_markup(sheet, one), "seen": one.seen} if one else {}


def fault(error: DocgenError) -> dict[str, str]:
    """What is wrong, as the page shows it."""
    first = error.report.errors[0] if isinstance(error, Rejected) else error.diagnostic
    return {"message": first.message, "hint": first.hint}


def read(body: bytes) -> dict[str, Any]:
    """What a page has sent; UsageError for anything but a JSON object."""
    try:
        sent = json.loads(body)
    except ValueError as error:
        raise UsageError("this is no JSON", "Load the page again.") from error
    if not isinstance(sent, dict):
        raise UsageError("this is no JSON object", "Load the page again.")
    return sent


def strings(sent: dict[str, Any], *names: str) -> list[str]:
    """The texts that were sent under these names; UsageError where one is missing."""
    found = [sent.get(name) for name in names]
    if not all(isinstance(one, str) for one in found):
        raise UsageError(f"one of {', '.join(names)} is missing", "Load the page again.")
    texts = [str(one) for one in found]
    if any("\ud800" <= sign <= "\udfff" for text in texts for sign in text):
        raise UsageError("the text holds half of a character", "Take it out and type it anew.")
    return texts
