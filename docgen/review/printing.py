"""Sheet → the review page as HTML: one for the desk, or one file that needs no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from docgen.approval import digest
from docgen.model import State
from docgen.review.changes import only
from docgen.review.values import Row, Sheet

PAGE = Path(__file__).parent / "page"
"""The folder of the templates, the style sheet and the script of all pages."""

STATES: Mapping[State, tuple[str, str]] = {
    "untranslated": ("○", "Not translated"),
    "stale": ("◐", "To be revised"),
    "translated": ("●", "Translated"),
    "approved": ("✔", "Approved"),
}
"""The sign and the words for each state, in the order of the work."""

_PARTS = {"Front page": "Front page", "Summary": "Summary", "Note": "Notes"}
_HEADS = ("Heading", "Annex title")


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below one heading; `named` where no row has the words of the heading itself."""

    anchor: str
    title: str
    named: bool
    rows: Sequence[Row]


def write(sheet: Sheet) -> str:
    """The review page as one file for reading, which asks nothing of a network."""
    template = environment().get_template("review.html.j2")
    return template.render(
        **values(sheet), live=False, style=asset("desk.css"), script=asset("desk.js")
    )


def row_markup(sheet: Sheet, row: Row) -> str:
    """A row of the page for the desk."""
    module: Any = environment().get_template("rows.html.j2").make_module(values(sheet))
    return str(module.row(row, sheet, True))


def values(sheet: Sheet) -> dict[str, Any]:
    """What the template of the page is given."""
    return {"sheet": sheet, "groups": list(groups(sheet.rows))}


def groups(rows: Sequence[Row]) -> Iterator[Group]:
    """The rows of each part of the document, in their order."""
    held: list[Row] = []
    title, named = "", True
    count = 0
    for row in rows:
        new = _part(row)
        if new and new != (title, named):
            if held:
                count += 1
                yield Group(f"part-{count}", title, named, held)
            held, (title, named) = [], new
        held.append(row)
    if held:
        yield Group(f"part-{count + 1}", title, named, held)


def _part(row: Row) -> tuple[str, bool] | None:
    """The heading that begins with a row; None where the one above goes on."""
    kind = row.kind.partition(":")[0]
    if kind in _PARTS:
        return _PARTS[kind], True
    if kind in _HEADS:
        return only(row.source, "", "inserted"), False
    return (row.heading, False) if row.heading else None


@cache
def environment(*folders: Path) -> Environment:
    """The templates of all pages, those of other `folders` included."""
    made = Environment(
        loader=FileSystemLoader([PAGE, *folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(states=STATES)
    made.filters.update(print=lambda row: digest(repr(row)), words=_words)
    return made


def _words(link: str) -> str:
    """The words of a link as it is written."""
    return link[1:].partition("](")[0]


def asset(name: str) -> Markup:
    """The style sheet or the script."""
    return Markup((PAGE / name).read_text("utf-8"))
