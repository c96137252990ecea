"""Document × translation → the document in another language; what is still open is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docgen import po
from docgen.bundle import Bundle
from docgen.model import CrossRef, Document, Emphasis, Link, NoteRef, Prose, State, Strong
from docgen.po import FUZZY, Entry
from docgen.read.inline import parse_inline
from docgen.report import Diagnostic, Origin, Report, Severity
from docgen.units import Unit, units, words
from docgen.walk import find, rebuild, walk

LISTED = 20
"""So many open units a draft names one by one; of more it gives the number."""

CODES = "codes"
"""The key under which a translation with other marks than its source is reported."""

_SYNC = "docgen i18n sync"
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translation of one document: its file, and the entries of the file by id of the unit."""

    file: str
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def origin(self, id: str) -> Origin:
        """Where the translation of the unit `id` stands; the file alone when it has no entry."""
        return self.entries[id].origin if id in self.entries else Origin(self.file)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much text: a number of units and of the words in them, as the source has them."""

    units: int
    words: int


def load_catalogue(file: Path) -> Catalogue:
    """Read the translation in a PO `file`; a file that is not there translates nothing.

    Raises DocgenError for a file that cannot be understood, or with two entries for one unit.
    """
    return Catalogue(str(file), po.catalogue(po.read(file)) if file.exists() else {})


def localize(
    document: Document, catalogue: Catalogue, bundle: Bundle, report: Report, *, final: bool
) -> Document:
    """`document` in the language of `bundle`, every unit replaced by its translation.

    A unit without translation stays in its own language; so does one with an outdated translation
    whose marks no longer fit. These open units are errors of a final document, and warnings of a
    draft. A translation that is up to date but has other marks than its source is an error always.
    """
    version = replace(
        document,
        language=bundle.tag,
        lang=bundle.lang,
        direction=str(bundle.facts["direction"]),
    )
    if bundle.tag == document.front.source:
        return version
    found = units(document)
    ids = {unit.id for unit in found}

    def change(node: Any) -> Any:
        if isinstance(node, Prose) and node.id in ids:
            return _translated(node, catalogue, document.front.source, report)
        return node

    localized = rebuild(version, change)
    _report_open(found, catalogue, bundle, report, final=final)
    return localized


def state(text: str, entry: Entry | None) -> State:
    """What the translation in `entry` is worth for a unit that now has `text`.

    It is stale when it was made from another text, whether or not the file says so already.
    """
    if entry is None or not entry.translated:
        return "untranslated"
    return "stale" if entry.fuzzy or entry.msgid != text else "translated"


def status(document: Document, catalogue: Catalogue) -> dict[State, Extent]:
    """How much of a document as read is translated, stale and untranslated."""
    ids = {unit.id for unit in units(document)}
    parts: dict[State, list[Prose]] = {"translated": [], "stale": [], "untranslated": []}
    for prose in find(document, Prose):
        if prose.id in ids:
            parts[state(prose.source, catalogue.entries.get(prose.id))].append(prose)
    return {name: Extent(len(part), sum(map(words, part))) for name, part in parts.items()}


# ---- one unit -------------------------------------------------------------------------------


def _translated(prose: Prose, catalogue: Catalogue, source: str, report: Report) -> Prose:
    entry = catalogue.entries.get(prose.id)
    worth = state(prose.source, entry)
    if entry is None or worth == "untranslated":
        return replace(prose, language=source, state="untranslated")
    found = Report()
    translation = parse_inline(entry.msgstr, entry.origin, found, id=prose.id)
    _compare(prose, translation, found)
    if worth == "stale" and found.errors:
        return replace(prose, language=source, state="untranslated")
    report.extend(found)
    return replace(translation, state=worth)


def _compare(source: Prose, translation: Prose, report: Report) -> None:
    """The marks of both are the same, in any order: grammar moves them, but drops none."""
    here, there = Counter(_marks(source)), Counter(_marks(translation))
    faults = [
        f"{verb} {' '.join(sorted(marks.elements()))}"
        for verb, marks in (("lacks", here - there), ("should not have", there - here))
        if marks
    ]
    if faults:
        message = f"the translation of {source.id} {' and '.join(faults)}"
        hint = "It has the notes, references, links, bold and italic words that its source has."
        place = translation.origin
        error = Diagnostic(Severity.ERROR, place, message, hint, key=CODES, unit=source.id)
        report.add(error)


def _marks(prose: Prose) -> Iterator[str]:
    """Everything in `prose` that is not words, as it is written."""
    for node in walk(prose):
        match node:
            case NoteRef(key=key):
                yield f"[^{key}]"
            case CrossRef(target=target):
                yield f"[](#{target})"
            case Link(address=address):
                yield f"[…]({address})"
            case Strong():
                yield "**…**"
            case Emphasis():
                yield "*…*"


# ---- what is open ---------------------------------------------------------------------------


def _report_open(
    found: Sequence[Unit], catalogue: Catalogue, bundle: Bundle, report: Report, *, final: bool
) -> None:
    states = {unit.id: state(unit.text, catalogue.entries.get(unit.id)) for unit in found}
    left = [unit for unit in found if states[unit.id] != "translated"]
    if len(left) > LISTED and not final:
        _summarise(Counter(states.values()), catalogue, bundle, report)
        return
    tell = report.error if final else report.warning
    for unit in left:
        fault, hint = _fault(unit.text, catalogue.entries.get(unit.id))
        tell(catalogue.origin(unit.id), f"{unit.id} {fault}: “{_start(unit.text)}”", hint)


def _summarise(
    states: Counter[State], catalogue: Catalogue, bundle: Bundle, report: Report
) -> None:
    names: dict[State, str] = {"untranslated": "not translated", "stale": "out of date"}
    counts = [f"{words}: {states[name]}" for name, words in names.items() if states[name]]
    begin = f"Run `{_SYNC}`, then translate this file."
    more = f"`docgen check --lang={bundle.tag} --mode=final` names them."
    report.warning(
        Origin(catalogue.file),
        f"of {states.total()} texts, {', '.join(counts)}; they are printed with a mark",
        more if catalogue.entries else begin,
    )


def _fault(text: str, entry: Entry | None) -> tuple[str, str]:
    """What is wrong with the translation of a unit that has `text`, and what mends it."""
    if entry is None:
        return "is not translated", f"Run `{_SYNC}`, then translate it in this file."
    if not entry.translated:
        return "is not translated", "Write the translation after its msgstr."
    hint = f"Revise the translation, then delete the word {FUZZY}."
    if entry.msgid == text:
        return f"has a translation marked {FUZZY}", hint
    return "has changed since it was translated", f"Run `{_SYNC}`. {hint}"


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
