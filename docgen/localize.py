"""Document × translation → the document in another language, each of its texts with its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.bundle import Bundle
from docgen.catalogue import Catalogue
from docgen.model import (
    CrossRef,
    Document,
    Emphasis,
    Inline,
    Link,
    Note,
    NoteRef,
    Prose,
    Strong,
    Table,
    Text,
)
from docgen.overlay import (
    NOTE_PREFIX,
    ColumnOrder,
    Overlay,
    TranslatorNote,
    reordered,
    validate,
)
from docgen.read.columns import fitted
from docgen.read.inline import parse_inline
from docgen.records import replace
from docgen.report import Diagnostic, Report, Severity
from docgen.timing import timed
from docgen.units import translatable
from docgen.walk import find, rebuild

CODES = "codes"
"""The key under which a translation with other marks than its source is reported."""


@timed("localizing")
def localize(document: Document, catalogue: Catalogue, bundle: Bundle, report: Report) -> Document:
    """`document` in the language of `bundle`, every unit replaced by its translation.

    A unit without translation stays in its own language, with that state; so does one without id,
    and one with an outdated translation whose marks no longer fit. A translation that is up to
    date but has other marks than its source is an error, and so is an overlay that does not fit.
    """
    version = replace(
        document,
        language=bundle.tag,
        lang=bundle.lang,
        direction=str(bundle.facts["direction"]),
    )
    source = document.front.source
    if bundle.tag == source:
        return version
    orders = _orders(catalogue.overlay, document, report)

    def change(node: Any) -> Any:
        if isinstance(node, Prose):
            return _translated(node, catalogue, source, report) if translatable(node) else node
        return reordered(node, orders[node.id]) if node.id in orders else node

    return _with_notes(_fitted(rebuild(version, change, Table, Prose)), catalogue.overlay, report)


def _fitted(document: Document) -> Document:
    """`document` with tables whose columns suit the words of the translation."""
    return rebuild(document, fitted, Table)


# ---- what the language has otherwise --------------------------------------------------------


def _orders(overlay: Overlay, document: Document, report: Report) -> Mapping[str, ColumnOrder]:
    """The orders of columns in `overlay`; none of an overlay that does not fit."""
    found = Report()
    validate(overlay, document, found)
    report.extend(found)
    return {} if found.errors else overlay.tables


def _with_notes(document: Document, overlay: Overlay, report: Report) -> Document:
    """`document` with the notes of its translator, each of which should have a mark."""
    if not overlay.notes:
        return document
    marked = {mark.key for mark in find(document, NoteRef)}
    for key, note in overlay.notes.items():
        if key not in marked:
            hint = f"Write [^{key}] into the translation where it belongs, or remove the note."
            report.warning(note.origin, f"no translation has the mark [^{key}]", hint)
    notes = (_note(key, note, report) for key, note in overlay.notes.items() if key in marked)
    return replace(document, notes=(*document.notes, *notes))


def _note(key: str, note: TranslatorNote, report: Report) -> Note:
    prose = parse_inline(note.text, note.origin, report, id=f"fn-{key}")
    for mark in find(prose, NoteRef):
        hint = "Write what it says into this note."
        report.error(note.origin, f"the mark [^{mark.key}] stands inside a note", hint)
    return Note(key, replace(prose, state="translated"))


# ---- one unit -------------------------------------------------------------------------------


def _translated(prose: Prose, catalogue: Catalogue, source: str, report: Report) -> Prose:
    entry = catalogue.entries.get(prose.id) if prose.id else None
    if entry is None:
        return _kept(prose, source)
    worth = catalogue.state(prose.id, prose.source)
    if worth == "untranslated":
        return _kept(prose, source)
    found = Report() if worth == "stale" else report
    translation = parse_inline(entry.msgstr, entry.origin, found, id=prose.id, state=worth)
    compare(prose, translation, catalogue.overlay, found)
    if found is not report:
        if found.errors:
            return _kept(prose, source)
        report.extend(found)
    return translation


def _kept(prose: Prose, source: str) -> Prose:
    return replace(prose, language=source, state="untranslated")


def compare(source: Prose, translation: Prose, overlay: Overlay, report: Report) -> None:
    """Report marks that only one of both has; their order is free, since grammar moves them.

    Marks of notes that the translator has declared may be there in addition.
    """
    own, other = _marks(source.inlines), _marks(translation.inlines)
    if overlay.notes:
        declared = {f"[^{key}]" for key in overlay.notes}
        other = [mark for mark in other if mark not in declared]
    if own == other:
        return
    here, there = Counter(own), Counter(other)
    extra = there - here
    faults = [
        f"{verb} {' '.join(sorted(marks.elements()))}"
        for verb, marks in (("lacks", here - there), ("should not have", extra))
        if marks
    ]
    if faults:
        message = f"the translation of {source.id} {' and '.join(faults)}"
        place, hint = translation.origin, _hint(extra)
        report.add(Diagnostic(Severity.ERROR, place, message, hint, key=CODES, unit=source.id))


def _hint(extra: Iterable[str]) -> str:
    """What mends marks that differ; a note of a translator has to be declared."""
    for mark in extra:
        if mark.startswith(f"[^{NOTE_PREFIX}"):
            return f"Write [notes.{mark[2:-1]}] with its text into the overlay beside this file."
    return "It has the notes, references, links, bold and italic words that its source has."


def _marks(inlines: Iterable[Inline]) -> list[str]:
    """Everything in a text as read that is not words, as it is written."""
    others = (inline for inline in inlines if not isinstance(inline, Text))
    return [mark for inline in others for mark in _written(inline)]


def _written(inline: Inline) -> Iterator[str]:
    match inline:
        case NoteRef(key=key):
            yield f"[^{key}]"
        case CrossRef(target=target):
            yield f"[](#{target})"
        case Link(address=address, children=children):
            yield f"[…]({address})"
            yield from _marks(children)
        case Strong(children=children):
            yield "**…**"
            yield from _marks(children)
        case Emphasis(children=children):
            yield "*…*"
            yield from _marks(children)
