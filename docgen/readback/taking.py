"""Changed units → files of the content: in the source, or in the translation, and nowhere else.

Everything is tried on a copy first; a file is replaced only when the copy, read again, has changed
in exactly the units that were to change.
"""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen import po
from docgen.files import present, write_whole
from docgen.model import Prose
from docgen.read import read
from docgen.readback.markup import Edit, edited
from docgen.readback.place import put, put_field, starts
from docgen.readback.trace import Refused
from docgen.report import DocgenError, Report
from docgen.walk import find

Key = tuple[str, int, str, str]
_DATA = ".csv"


@dataclass(frozen=True, slots=True)
class Taking:
    """A change of one unit: the edits of its markup, and its column if it is a cell of a table."""

    unit: Prose
    edits: tuple[Edit, ...]
    column: int = -1

    @property
    def markup(self) -> str:
        """What the unit will say."""
        return edited(self.unit.source, self.edits)


Failed = Mapping[int, str]
"""Why a change was not taken, by its index."""


def take_into_source(folder: Path, takings: Sequence[Taking]) -> Failed:
    """Write changes into the files of a content folder; those that cannot be are told."""
    whole = _attempt(folder, takings)
    if whole is None:
        return {}
    failed: dict[int, str] = {}
    taken: list[Taking] = []
    for index, taking in enumerate(takings):
        reason = _rehearse(folder, [*taken, taking])[0]
        if reason:
            failed[index] = reason
        else:
            taken.append(taking)
    if taken:
        _attempt(folder, taken)
    return failed


def _attempt(folder: Path, takings: Sequence[Taking]) -> str | None:
    """Write all of `takings`, or none of them and say why."""
    reason, texts = _rehearse(folder, takings)
    if reason is None:
        for file, text in texts.items():
            write_whole(file, text)
    return reason


def _rehearse(folder: Path, takings: Sequence[Taking]) -> tuple[str | None, dict[Path, bytes]]:
    """What is wrong with changes, tried on a copy, and the files that they make."""
    try:
        texts = _texts(takings)
    except (Refused, OSError, UnicodeDecodeError) as error:
        return str(error), {}
    with TemporaryDirectory() as aside:
        copy = Path(aside) / folder.resolve().name
        shutil.copytree(folder, copy)
        for file, text in texts.items():
            (copy / file.resolve().relative_to(folder.resolve())).write_bytes(text)
        return _fault(folder, copy, takings), texts


def _texts(takings: Iterable[Taking]) -> dict[Path, bytes]:
    """The files with their changes, from the last line to the first."""
    by_file: dict[str, list[Taking]] = defaultdict(list)
    for taking in sorted(takings, key=lambda one: (one.unit.origin, one.column), reverse=True):
        by_file[taking.unit.origin.file].append(taking)
    return {Path(file): _text(Path(file), found) for file, found in by_file.items()}


def _text(file: Path, takings: Iterable[Taking]) -> bytes:
    """One file with its changes; lines before a change stay where they are."""
    text = file.read_bytes().decode()
    lines = starts(text)
    for taking in takings:
        unit = taking.unit
        if unit.origin.line > len(lines):
            raise Refused("its text is not found in the file as it is printed")
        start = lines[unit.origin.line - 1]
        if file.suffix == _DATA:
            text = put_field(text, start, unit.source, taking.markup, taking.column)
        else:
            text = put(text, start, unit.source, taking.edits, taking.column)
    return text.encode()


def _fault(before: Path, after: Path, takings: Sequence[Taking]) -> str | None:
    """What is wrong with a copy of a folder, if anything has changed but what was to change."""
    old, new = _units(before)[0], _units(after)
    if new[1]:
        return f"the content would have an error: {new[1][0]}"
    if len(old) != len(new[0]):
        return "it would become something else than a text"
    changed = Counter(
        _key(one, other.source)
        for one, other in zip(old, new[0], strict=True)
        if one.source != other.source
    )
    wanted = Counter(_key(taking.unit, taking.markup) for taking in takings)
    return None if changed == wanted else "another text would change with it"


def _key(unit: Prose, markup: str) -> Key:
    return unit.id, unit.origin.line, unit.source, markup


def _units(folder: Path) -> tuple[list[Prose], list[str]]:
    """The units of the content in a folder, and its errors."""
    report = Report()
    try:
        document = read(folder, report)
    except DocgenError as error:
        return [], [error.diagnostic.message]
    return list(find(document, Prose)), [found.message for found in report.errors]


def take_into_translation(file: Path, takings: Sequence[Taking]) -> Failed:
    """Write changes into the translations of a PO file; those that cannot be are told."""
    old = present(file)
    entries = po.read(file)
    wanted = {taking.unit.id: taking for taking in takings}
    texts = {entry.context: entry.msgstr for entry in entries if not entry.obsolete}
    failed = {
        index: "its translation is not found in the file as it is printed"
        for index, taking in enumerate(takings)
        if " ".join(texts.get(taking.unit.id, "").split()) != " ".join(taking.unit.source.split())
    }
    refused = {takings[index].unit.id for index in failed}
    known = {id: taking.markup for id, taking in wanted.items() if id not in refused}
    if known:
        changed = [_translated(entry, known) for entry in entries]
        write_whole(file, po.dump(changed), instead=old)
    return failed


def _translated(entry: po.Entry, markups: Mapping[str, str]) -> po.Entry:
    markup = markups.get(entry.context or "")
    return entry if entry.obsolete or markup is None else replace(entry, msgstr=markup)
