"""Marks and references → what they lead to: whether it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches

from docgen import limits
from docgen.model import CrossRef, Document, Note, NoteRef, Prose
from docgen.report import DocgenError, Origin, Report
from docgen.walk import find, walk

_NAMED = 10
"""How many keys and likenesses a hint names, and for how many problems they are looked for."""


def check_number(document: Document, origin: Origin, report: Report) -> None:
    """DocgenError for more marks and references than a document can have."""
    found = sum(isinstance(node, CrossRef | NoteRef) for node in walk(document))
    if found > limits.MARKS.most:
        raise DocgenError(limits.MARKS.message("the document"), limits.MARKS.reason, origin)


def check_marks(document: Document, generated: Origin, report: Report) -> None:
    """Report marks of notes that are not defined, and notes that no mark leads to.

    `generated` is the place where the marks on generated lines are named.
    """
    defined = {note.key for note in document.notes}
    known = _listed([note.key for note in document.notes])
    used = dict.fromkeys(defined, False)
    for key, origin in _marks(document, generated):
        if key not in defined:
            hint = f"Write [^{key}]: and its text on a line of its own. Defined are: {known}."
            report.error(origin, f"the note [^{key}] has no definition", hint)
        used[key] = True
    for note in document.notes:
        if not used[note.key]:
            hint = f"Write [^{note.key}] where it belongs, or remove it."
            report.warning(note.text.origin, f"no mark leads to the note [^{note.key}]", hint)


def check_references(document: Document, ids: Collection[str], report: Report) -> None:
    """Report references to what is not among `ids`."""
    told: set[str] = set()
    for prose in find(document, Prose):
        for reference in find(prose, CrossRef):
            if reference.target not in ids:
                told.add(reference.target)
                message = f"reference [](#{reference.target}) leads to no block of this document"
                near = ids if len(told) <= _NAMED else ()
                report.error(prose.origin, message, _near(reference.target, near))


def with_languages(document: Document) -> Document:
    """The document, in which a note has the language of the text that its marks stand in.

    A note that is marked in parts of different languages has that of the document.
    """
    languages: dict[str, set[str]] = {}
    for prose in find(document, Prose):
        for mark in find(prose, NoteRef):
            languages.setdefault(mark.key, set()).add(prose.language)
    notes = tuple(_received(note, languages.get(note.key, set())) for note in document.notes)
    return replace(document, notes=notes)


def _marks(document: Document, generated: Origin) -> Iterator[tuple[str, Origin]]:
    yield from ((key, generated) for _, key in document.front.marks)
    for prose in find(document, Prose):
        for mark in find(prose, NoteRef):
            yield mark.key, prose.origin


def _listed(keys: list[str]) -> str:
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return ", ".join(keys[:_NAMED]) + more or "none"


def _near(target: str, ids: Collection[str]) -> str:
    near = ", ".join(f"#{id}" for id in get_close_matches(target, ids, n=3))
    return f"Did you mean {near}?" if near else "Write {#id} on the line before the block."


def _received(note: Note, languages: set[str]) -> Note:
    if len(languages) != 1:
        return note
    return replace(note, text=replace(note.text, language=languages.pop()))
