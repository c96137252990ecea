"""Marks and references → what they lead to: whether it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from docgen import limits
from docgen.model import CrossRef, Front, Note, NoteRef, Prose
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin, Report
from docgen.walk import walk

_NAMED = 10
"""How many keys and likenesses a hint names, and for how many problems they are looked for."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A mark or a reference: what it leads to, where it stands, the language of the text there."""

    target: str
    origin: Origin
    language: str


@dataclass(frozen=True, slots=True)
class Joints:
    """What leads from place to place in a part of a document, and the places of its notes."""

    marks: Sequence[Joint]
    references: Sequence[Joint]
    notes: Sequence[tuple[str, Origin]]


def joints(node: object, notes: Iterable[Note] = ()) -> Joints:
    """Every mark and reference in `node`, which begins with a text, and in its `notes`."""
    marks, references = list[Joint](), list[Joint]()
    prose: Prose | None = None
    for found in walk((node, tuple(notes)), Prose, CrossRef, NoteRef):
        if isinstance(found, Prose):
            prose = found
        elif prose and isinstance(found, NoteRef):
            marks.append(Joint(found.key, prose.origin, prose.language))
        elif prose:
            references.append(Joint(found.target, prose.origin, prose.language))
    return Joints(marks, references, [(note.key, note.text.origin) for note in notes])


def joined(*several: Joints) -> Joints:
    """The joints of all parts of a document."""
    return Joints(
        [mark for each in several for mark in each.marks],
        [reference for each in several for reference in each.references],
        [note for each in several for note in each.notes],
    )


def check_number(found: Joints, origin: Origin) -> None:
    """DocgenError, at `origin`, for more marks and references than a document can have."""
    if len(found.marks) + len(found.references) > limits.MARKS.most:
        raise DocgenError(limits.MARKS.message("the document"), limits.MARKS.reason, origin)


def check_marks(front: Front, found: Joints, generated: Origin, report: Report) -> None:
    """Report marks of notes that are not defined, and notes that no mark leads to.

    `generated` is the place where the marks on generated lines are named.
    """
    used = {key: False for key, _ in found.notes}
    defined, known = set(used), _listed([key for key, _ in found.notes])
    on_lines = ((key, generated) for _, key in front.marks)
    in_text = ((mark.target, mark.origin) for mark in found.marks)
    for key, origin in (*on_lines, *in_text):
        if key not in defined:
            hint = f"Write [^{key}]: and its text on a line of its own. Defined are: {known}."
            report.error(origin, f"the note [^{key}] has no definition", hint)
        used[key] = True
    for key, origin in found.notes:
        if not used[key]:
            hint = f"Write [^{key}] where it belongs, or remove it."
            report.warning(origin, f"no mark leads to the note [^{key}]", hint)


def check_references(found: Joints, ids: Collection[str], report: Report) -> None:
    """Report references to what is not among `ids`."""
    told: set[str] = set()
    for reference in found.references:
        if reference.target not in ids:
            told.add(reference.target)
            message = f"reference [](#{reference.target}) leads to no block of this document"
            near = ids if len(told) <= _NAMED else ()
            report.error(reference.origin, message, _near(reference.target, near))


def with_languages(notes: Iterable[Note], found: Joints) -> tuple[Note, ...]:
    """The `notes`, each of which has the language of the text that its marks stand in.

    A note that is marked in parts of different languages has that of the document.
    """
    languages: dict[str, set[str]] = {}
    for mark in found.marks:
        languages.setdefault(mark.target, set()).add(mark.language)
    return tuple(_received(note, languages.get(note.key, set())) for note in notes)


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
