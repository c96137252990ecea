"""A document → its translation files, brought up to date or only looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path

from docgen import approval, po
from docgen import bundle as bundles
from docgen.catalogue import DONE, LEDGER, load_catalogue
from docgen.files import present, write_whole
from docgen.ids import write_ids
from docgen.model import Document
from docgen.project import Project
from docgen.report import Report, UsageError
from docgen.sync import Pivot, Tally, pivot_of, renewed
from docgen.translation.loading import Row, source_of, tags
from docgen.units import missing, units


@dataclass(frozen=True, slots=True)
class Syncing:
    """How files are brought up to date.

    `minor` are ids of units whose change does not touch the meaning, `pivot` is the language whose
    translation the others are made from (that of the document for none, empty for what each file
    says). With `check` nothing is written.
    """

    languages: Sequence[str] = ()
    minor: Collection[str] = frozenset()
    pivot: str = ""
    check: bool = False


@dataclass(slots=True)
class _Outcome:
    """What became of the files; `changed` are those that change or would."""

    rows: list[Row] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)


def sync(
    project: Project, document: str, how: Syncing, report: Report
) -> tuple[Sequence[Row], Sequence[Path]]:
    """Write the ids that `document` lacks, and bring its translations up to date.

    Without languages every language of the project but its own gets one. Returns a table (a head,
    and a row for every file of new ids and for every language) and the files that have changed, or
    with `check` would change. Raises Rejected where the content has errors; then nothing is
    written.
    """
    outcome = _Outcome()
    source = _identified(project, document, how, report, outcome)
    tallies = {
        tag: _synced(project, source, tag, how, report, outcome)
        for tag in tags(project, source, how.languages)
    }
    outcome.rows += _tally_rows(source.name, tallies)
    return outcome.rows, outcome.changed


def renew(project: Project, source: Document, tag: str, report: Report) -> None:
    """Bring the translation of `source`, as read, into one language up to date; ids stay away."""
    _synced(project, source, tag, Syncing(), report, _Outcome())


def check_minor(
    project: Project, documents: Sequence[str], ids: Collection[str], report: Report
) -> None:
    """UsageError for one of `ids` that is no unit of any of `documents`."""
    known = {
        unit.id
        for document in documents
        if ids
        for unit in units(source_of(project, document, report))
    }
    for id in ids:
        if id not in known:
            near = get_close_matches(id, known, n=3)
            hint = f"Did you mean {' or '.join(near)}?" if near else "Ids stand after msgctxt."
            raise UsageError(f"there is no unit “{id}”", hint)


def _identified(
    project: Project, document: str, how: Syncing, report: Report, outcome: _Outcome
) -> Document:
    """The document with all its ids, which are written first if they may be."""
    source = source_of(project, document, report)
    if how.check:
        files = dict.fromkeys(gap.origin.file for gap in missing(source))
        outcome.rows += [(file, "ids are missing") for file in files]
        outcome.changed += map(Path, files)
        return source
    given = write_ids(source, report)
    outcome.rows += [(file, f"new ids: {len(ids)}") for file, ids in given.items()]
    outcome.changed += [Path(file) for file, ids in given.items() if ids]
    return source_of(project, document, report) if given else source


def _synced(
    project: Project, source: Document, tag: str, how: Syncing, report: Report, outcome: _Outcome
) -> Tally:
    bundle = bundles.load(project.locales, tag, report)
    file = project.catalogue(source.name, tag)
    old = {path: present(path) for path in (file, file.with_suffix(LEDGER))}
    pivot = _pivot(project, source, tag, how.pivot or pivot_of(file))
    data, tally = renewed(source, bundle, file, how.minor, pivot)
    ledger = _ledger(source, file, data)
    made = {file: data} | ({file.with_suffix(LEDGER): ledger} if ledger else {})
    for path, content in made.items():
        if not path.exists() or old[path] != content:
            outcome.changed.append(path)
            if not how.check:
                write_whole(path, content, instead=old[path])
    return tally


def _ledger(source: Document, file: Path, data: bytes) -> bytes:
    """The ledger beside `file`, whose approvals follow their texts; empty if there is none."""
    if not file.with_suffix(LEDGER).exists():
        return b""
    entries = po.catalogue(po.parse(data.decode(), str(file)))
    catalogue = replace(load_catalogue(file), entries=entries)
    texts = {
        unit.id: (unit.text, catalogue.translation(unit.id))
        for unit in units(source)
        if catalogue.state(unit.id, unit.text) in DONE
    }
    followed = catalogue.ledger.followed(texts)
    return approval.dump(followed).encode()


def _pivot(project: Project, source: Document, tag: str, pivot: str) -> Pivot | None:
    """The translation that the one into `tag` is made from; None when that is the source.

    Raises UsageError when it is not there.
    """
    if pivot in ("", tag, source.front.source):
        return None
    file = project.catalogue(source.name, pivot)
    if not file.exists():
        hint = f"Translate it into “{pivot}” first, or add --pivot={source.front.source}."
        raise UsageError(f"“{source.name}” has no translation into “{pivot}”", hint)
    other = load_catalogue(file)
    found = {
        unit.id: other.entries[unit.id].msgstr
        for unit in units(source)
        if other.state(unit.id, unit.text) in DONE
    }
    return Pivot(pivot, found)


def _tally_rows(name: str, tallies: Mapping[str, Tally]) -> Iterator[Row]:
    names = [field.name for field in fields(Tally)]
    yield (name, *names)
    for tag, tally in tallies.items():
        yield (f"  {tag}", *(str(getattr(tally, name)) for name in names))
