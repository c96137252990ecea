"""Files that come back from translators → translations, each unit taken or refused with a reason.

Three things are compared: the unit as it left (its stamp), as it comes back, and as it is here now.
What nobody touched stays, what was touched there alone is taken, what was touched on both sides is
refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen import po
from docgen.catalogue import Catalogue, load_catalogue
from docgen.files import write_whole
from docgen.interchange.formats import load
from docgen.interchange.joining import without_blanks
from docgen.interchange.values import Exchange, Unit, same_text, stamp, state_of
from docgen.localize import compare
from docgen.model import Document, State
from docgen.po import FUZZY, Entry
from docgen.project import Project
from docgen.read.inline import parse_inline
from docgen.read.suggest import suggest
from docgen.report import DocgenError, Origin, Report
from docgen.sync import settled
from docgen.translation.approving import Approver, approve
from docgen.translation.loading import Row, source_of
from docgen.translation.sending import loaded, sent, tag_of
from docgen.translation.syncing import Syncing, sync
from docgen.units import units

HEAD: Row = ("", "taken", "approved", "as before", "refused")


@dataclass(slots=True)
class _Taking:
    """What the units of one translation are compared with, and what has become of them."""

    catalogue: Catalogue
    here: Mapping[str, Unit]
    spaces: bool
    report: Report
    taken: dict[str, Entry] = field(default_factory=dict)
    approved: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    kept: int = 0
    refused: int = 0

    def refuse(self, unit: Unit, reason: str, hint: str) -> None:
        self.refused += 1
        self.report.error(unit.origin, f"{unit.id} is not taken: {reason}", hint)


def take(
    project: Project, file: Path, languages: Sequence[str], by: Approver | None, report: Report
) -> list[Row]:
    """Put what a translator returned in `file` into the translations → a row for each of them.

    Units that cannot be taken are reported as errors, the others are taken; each translation is
    written whole. With `languages` other ones are refused. Approvals count if there is somebody
    to answer for them (`by`), else those units are translated. Raises DocgenError when the file
    cannot be understood, or is of another project.
    """
    return [_taken(project, one, file, languages, by, report) for one in load(file)]


def _taken(
    project: Project,
    exchange: Exchange,
    file: Path,
    languages: Sequence[str],
    by: Approver | None,
    report: Report,
) -> Row:
    tag = _language(project, exchange, file, languages)
    source = _document(project, exchange, file, report)
    _require_languages(project, exchange, source, tag, file)
    catalogue = _in_step(project, source, tag)
    here = {unit.id: sent(unit, catalogue) for unit in units(source)}
    spaces = bool(loaded(project, tag).facts["checks"]["spaces"])
    taking = _Taking(catalogue, here, spaces, report)
    for unit in exchange.units:
        _unit(taking, unit)
    _write(taking, project.catalogue(source.name, tag))
    if taking.approved and by:
        approve(project, source.name, tag, taking.approved, by, report)
    counts = (len(taking.taken), len(taking.approved) if by else 0, taking.kept, taking.refused)
    return (f"{source.name} {tag}", *map(str, counts))


# ---- the translation that it is for ---------------------------------------------------------


def _language(project: Project, exchange: Exchange, file: Path, languages: Sequence[str]) -> str:
    tag = tag_of(project, exchange.target)
    if tag and (not languages or tag in languages):
        return tag
    hint = f"Languages asked for: {', '.join(languages)}." if tag else "It has no folder here."
    message = f"this is a translation into “{exchange.target}”"
    raise DocgenError(message, hint, Origin(str(file)))


def _document(project: Project, exchange: Exchange, file: Path, report: Report) -> Document:
    if exchange.document not in project.documents():
        hint = suggest(exchange.document, project.documents(), "Documents under content/")
        message = f"this is a translation of “{exchange.document}”, which is not here"
        raise DocgenError(message, hint, Origin(str(file)))
    return source_of(project, exchange.document, report)


def _require_languages(
    project: Project, exchange: Exchange, source: Document, tag: str, file: Path
) -> None:
    """DocgenError for a file that is not from the language of the document into another."""
    own = source.front.source
    if tag == own:
        message = f"this is a translation into “{tag}”, in which “{source.name}” is written"
    elif tag_of(project, exchange.source) != own:
        message = f"“{source.name}” is not written in “{exchange.source}”"
    else:
        return
    raise DocgenError(message, "Export it again.", Origin(str(file)))


def _in_step(project: Project, source: Document, tag: str) -> Catalogue:
    """The translation, brought up to date first if it is not."""
    file = project.catalogue(source.name, tag)
    catalogue = load_catalogue(file)
    texts = {id: entry.msgid for id, entry in catalogue.entries.items()}
    if any(texts.get(unit.id) != unit.text for unit in units(source)):
        sync(project, source.name, Syncing([tag]), Report())
        catalogue = load_catalogue(file)
    return catalogue


def _write(taking: _Taking, file: Path) -> None:
    if taking.taken:
        entries = po.read(file)
        living = (
            taking.taken.get(entry.context or "", entry) if not entry.obsolete else entry
            for entry in entries
        )
        write_whole(file, po.dump(living))


# ---- one unit -------------------------------------------------------------------------------


def _unit(taking: _Taking, unit: Unit) -> None:
    ours = taking.here.get(unit.id)
    if reason := _unusable(taking, unit, ours):
        taking.refuse(unit, *reason)
    elif ours is None or _as_before(unit, ours):
        taking.kept += 1
        if ours and _empty(unit) and state_of(unit.stamp) in ("translated", "approved"):
            message = f"the translation of {unit.id} came back empty; ours stays"
            taking.report.warning(unit.origin, message, "Delete it in the PO file if it is wrong.")
    elif reason := _touched_here(unit, ours):
        taking.refuse(unit, *reason)
    else:
        _take(taking, _cleaned(unit, ours, taking.spaces), ours)
    taking.seen.add(unit.id)


def _unusable(taking: _Taking, unit: Unit, ours: Unit | None) -> tuple[str, str] | None:
    """Why what came back cannot be compared with what is here, and what to do about it."""
    if unit.fault:
        return unit.fault, "Put the codes of the source into the translation again."
    if unit.id in taking.seen:
        return "it stands in this file twice", "Keep one of the two."
    if _empty(unit):
        return None
    if ours is None:
        return "the document has no such text", "It was removed, or has another id now."
    if unit.source != ours.source:
        return "its source has changed since it was exported", "Export it again."
    return None


def _empty(unit: Unit) -> bool:
    return unit.state == "untranslated" or not unit.target.strip()


def _as_before(unit: Unit, ours: Unit) -> bool:
    """Whether nothing came back that is not here already, or was not when the unit left."""
    if _empty(unit):
        return "\n".join(unit.notes) == "\n".join(ours.notes)
    # Programs that know of no approval return an approved unit as translated; others drop notes.
    lost = state_of(unit.stamp) == "approved" and unit.state == "translated"
    back = stamp("approved" if lost else unit.state, unit.target, unit.notes)
    if not unit.notes:
        return _without_notes(back) in map(_without_notes, (unit.stamp, ours.stamp))
    return back in (unit.stamp, ours.stamp)


def _without_notes(stamped: str) -> str:
    return stamped.rpartition("-")[0]


def _touched_here(unit: Unit, ours: Unit) -> tuple[str, str] | None:
    if unit.stamp == ours.stamp or (not unit.stamp and ours.state == "untranslated"):
        return None
    if not unit.stamp:
        reason = "the file does not say any more which translation it was made from"
    else:
        reason = "its translation has changed here since it was exported"
    return reason, "Compare the two, and write the better one into the PO file."


def _cleaned(unit: Unit, ours: Unit, spaces: bool) -> Unit:
    notes = tuple(line.rstrip("\r") for line in unit.notes)
    if spaces or unit.target == ours.target:
        return replace(unit, notes=notes)
    return replace(unit, target=without_blanks(unit.target), notes=notes)


def _take(taking: _Taking, unit: Unit, ours: Unit) -> None:
    state = _state(unit, ours)
    if faults := list(_faults(taking, unit, ours, state)):
        hint = "It has the notes, references, links, bold and italic words of its source."
        taking.refuse(unit, "; ".join(faults), hint)
        return
    taking.taken[unit.id] = _entry(taking.catalogue.entries[unit.id], unit, state)
    if state == "approved" and ours.state != "approved":
        taking.approved.append(unit.id)


def _state(unit: Unit, ours: Unit) -> State:
    """What the unit is worth; an approval of another text than came back is none."""
    if _empty(unit):
        return ours.state
    left = state_of(unit.stamp)
    if unit.state == "approved" == left and not same_text(unit.stamp, unit.target):
        return "translated"
    return unit.state


def _faults(taking: _Taking, unit: Unit, ours: Unit, state: State) -> Iterator[str]:
    """What is wrong with the markup of what came back; a stale text that is ours may be wrong."""
    if _empty(unit) or (state == "stale" and unit.target == ours.target):
        return
    found = Report()
    source = parse_inline(ours.source, unit.origin, Report(), id=unit.id)
    translation = parse_inline(unit.target, unit.origin, found, id=unit.id)
    compare(source, translation, taking.catalogue.overlay, found)
    whose = f"the translation of {unit.id} "
    yield from (fault.message.replace(whose, "it ") for fault in found.errors)


def _entry(entry: Entry, unit: Unit, state: State) -> Entry:
    changed = replace(entry, comments=unit.notes or entry.comments)
    if _empty(unit):
        return changed
    changed = replace(changed, msgstr=unit.target)
    if state != "stale":
        return settled(changed)
    flags = entry.flags if entry.fuzzy else (FUZZY, *entry.flags)
    return replace(changed, flags=flags, previous=entry.previous or unit.previous or None)
