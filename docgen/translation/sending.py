"""A translation → its units as they travel to translators, and their files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen import bundle as bundles
from docgen.bundle import Bundle
from docgen.catalogue import DONE, Catalogue, load_catalogue
from docgen.interchange import values
from docgen.interchange.values import Exchange, stamp, unfit
from docgen.model import State
from docgen.po import Entry
from docgen.project import Project
from docgen.report import Report, UsageError
from docgen.translation.loading import source_of
from docgen.units import Unit, units


def send(
    project: Project, document: str, tag: str, report: Report, *, only_open: bool = False
) -> Exchange:
    """The units of a translation; with `only_open` those that are not yet up to date.

    Raises UsageError for the language of the document itself, and Rejected where the content has
    errors or a text holds characters that cannot travel.
    """
    source = source_of(project, document, report)
    if tag == source.front.source:
        message = f"“{source.name}” is written in “{tag}”"
        raise UsageError(message, "Name the language of a translation.")
    catalogue = load_catalogue(project.catalogue(source.name, tag))
    found = [sent(unit, catalogue) for unit in units(source)]
    for unit in found:
        if character := unfit(unit):
            hint = "Take it out of the text, the translation or its comment."
            report.error(unit.origin, f"{unit.id} holds the control character {character}", hint)
    report.stop_on_errors()
    there, here = (loaded(project, one) for one in (tag, source.front.source))
    left = (unit for unit in found if not only_open or unit.state not in DONE)
    rtl = there.facts["direction"] == "rtl"
    return Exchange(source.name, here.lang, there.lang, tuple(left), rtl)


def sent(unit: Unit, catalogue: Catalogue) -> values.Unit:
    """A unit of the source with its translation, as it is now."""
    entry = catalogue.entries.get(unit.id, Entry())
    state = catalogue.state(unit.id, unit.text)
    return values.Unit(
        unit.id,
        unit.text,
        entry.msgstr,
        state,
        _previous(unit, entry, state),
        entry.extracted or (unit.description,),
        entry.comments,
        stamp(state, entry.msgstr, entry.comments),
        catalogue.origin(unit.id),
    )


def _previous(unit: Unit, entry: Entry, state: State) -> str:
    """The text that a stale translation was made from, if that is known."""
    if state != "stale":
        return ""
    return entry.previous or (entry.msgid if entry.msgid != unit.text else "")


def loaded(project: Project, tag: str) -> Bundle:
    """The facts of a language, whatever wording it lacks."""
    return bundles.load(project.locales, tag, Report())


def tag_of(project: Project, lang: str) -> str:
    """The tag of the language that a file calls `lang`; empty when there is none here.

    Programs change the script or the country of a code, so that its main part must do in the end.
    """
    tags = bundles.tags(project.locales)
    known = {tag: {tag.casefold(), loaded(project, tag).lang.casefold()} for tag in tags}
    wanted = lang.casefold().replace("_", "-")
    exact = [tag for tag in tags if wanted in known[tag]]
    near = [tag for tag in tags if _main(wanted) in map(_main, known[tag])]
    return exact[0] if exact else near[0] if len(near) == 1 else ""


def _main(lang: str) -> str:
    return lang.partition("-")[0]


def default_file(root: Path, document: str, tag: str, suffix: str) -> Path:
    """Where a file for translators goes unless something else is said."""
    return root / "build" / "exchange" / f"{document}.{tag}{suffix}"


def open_states(exchange: Exchange) -> Iterator[tuple[State, int]]:
    """How many units there are of each state."""
    for state in values.STATES:
        yield state, sum(unit.state == state for unit in exchange.units)
