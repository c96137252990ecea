"""Marks and references → what they lead to: whether it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from docgen import limits
from docgen.model import CrossRef, Document, Note, NoteRef, Prose
from docgen.records import replace
from docgen.report import DocgenError, Origin, Report
from docgen.walk import walk

Mark = TypeVar("Mark", NoteRef, CrossRef)
Joints = Sequence[tuple[NoteRef | CrossRef, Prose]]

_NAMED = 10
"""How many keys and likenesses a hint names, and for how many problems they are looked for."""


def joints(document: Document, origin: Origin) -> Joints:
    """Every mark and reference with the text that it stands in.

    DocgenError, at `origin`, for more of them than a document can have.
    """
    prose: Prose | None = None
    found, number = list[tuple[NoteRef | CrossRef, Prose]](), 0
    for node in walk(document, Prose, CrossRef, NoteRef):
        if isinstance(node, Prose):
            prose = node
            continue
        number += 1
        if prose:
            found.append((node, prose))
    if number > limits.MARKS.most:
        raise DocgenError(limits.MARKS.message("the document"), limits.MARKS.reason, origin)
    return found


def check_marks(document: Document, found: Joints, generated: Origin, report: Report) -> None:
    """Report marks of notes that are not defined, and notes that no mark leads to.

    `generated` is the place where the marks on generated lines are named.
    """
    defined = {note.key for note in document.notes}
    known = _listed([note.key for note in document.notes])
    used = dict.fromkeys(defined, False)
    on_lines = ((key, generated) for _, key in document.front.marks)
    in_text = ((mark.key, prose.origin) for mark, prose in _of(found, NoteRef))
    for key, origin in (*on_lines, *in_text):
        if key not in defined:
            hint = f"Write [^{key}]: and its text on a line of its own. Defined are: {known}."
            report.error(origin, f"the note [^{key}] has no definition", hint)
        used[key] = True
    for note in document.notes:
        if not used[note.key]:
            hint = f"Write [^{note.key}] where it belongs, or remove it."
            report.warning(note.text.origin, f"no mark leads to the note [^{note.key}]", hint)


def check_references(found: Joints, ids: Collection[str], report: Report) -> None:
    """Report references to what is not among `ids`."""
    told: set[str] = set()
    for reference, prose in _of(found, CrossRef):
        if reference.target not in ids:
            told.add(reference.target)
            message = f"reference [](#{reference.target}) leads to no block of this document"
            near = ids if len(told) <= _NAMED else ()
            report.error(prose.origin, message, _near(reference.target, near))


def with_languages(document: Document, found: Joints) -> Document:
    """The document, in which a note has the language of the text that its marks stand in.

    A note that is marked in parts of different languages has that of the document.
    """
    languages: dict[str, set[str]] = {}
    for mark, prose in _of(found, NoteRef):
        languages.setdefault(mark.key, set()).add(prose.language)
    notes = tuple(_received(note, languages.get(note.key, set())) for note in document.notes)
    return replace(document, notes=notes)


def _of(found: Joints, kind: type[Mark]) -> Iterator[tuple[Mark, Prose]]:
    return ((mark, prose) for mark, prose in found if isinstance(mark, kind))


def _listed(keys: list[str]) -> str:
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return ", ".join(keys[:_NAMED]) + more or "none"


def _near(target: str, ids: Collection[str]) -> str:
    from difflib import get_close_matches

    near = ", ".join(f"#{id}" for id in get_close_matches(target, ids, n=3))
    return f"Did you mean {near}?" if near else "Write {#id} on the line before the block."


def _received(note: Note, languages: set[str]) -> Note:
    if len(languages) != 1:
        return note
    return replace(note, text=replace(note.text, language=languages.pop()))
