"""A problem that a reviser accepts, with a reason → the overlay of the translation."""

from __future__ import annotations

from pathlib import Path

from docgen import overlay
from docgen.files import own, write_whole
from docgen.overlay import Accepted
from docgen.project import Project
from docgen.report import Origin, UsageError
from docgen.translation.revising import Overtaken, unchanged


def accept(project: Project, document: str, tag: str, seen: str, one: Accepted) -> Path:
    """Enter what is accepted into the overlay of a translation → that file.

    `seen` is the print of the unit as it was in view. The file appears whole or not at all, and
    only instead of what was read of it. Raises UsageError for an empty reason, Overtaken where the
    unit has changed or the same was accepted already, DocgenError for an overlay with errors.
    """
    one = Accepted(one.unit, one.check, " ".join(one.reason.split()))
    if not one.reason:
        raise UsageError("it is accepted for a reason", "Write why it is right here.")
    file = _file(project, document, tag, one.unit, seen)
    text = overlay.text_of(file)
    if overlay.parse(text, str(file)).accepted(one.unit, one.check) is not None:
        raise overtaken(one.unit, one.check, file)
    return _changed(file, text, overlay.with_accepted(text, one, str(file)))


def withdraw(project: Project, document: str, tag: str, seen: str, unit: str, check: str) -> Path:
    """Take what was accepted of a check about a unit out of the overlay → that file.

    Writes and raises as `accept` does.
    """
    file = _file(project, document, tag, unit, seen)
    text = overlay.text_of(file)
    if overlay.parse(text, str(file)).accepted(unit, check) is None:
        raise overtaken(unit, check, file)
    return _changed(file, text, overlay.without_accepted(text, unit, check, str(file)))


def overtaken(unit: str, check: str, file: Path) -> Overtaken:
    """What tells that a problem is not as it was in view."""
    message = f"what “{check}” says of {unit} has changed in the meantime"
    return Overtaken(message, "Look at the text as it is now.", Origin(str(file)))


def _file(project: Project, document: str, tag: str, unit: str, seen: str) -> Path:
    unchanged(project, document, tag, unit, seen)
    return own(project.overlay(project.folder(document).resolve().name, tag))


def _changed(file: Path, before: str, after: str) -> Path:
    write_whole(file, after, instead=before.encode())
    return file
