"""Memories and the project's own translations → untranslated units filled in, all for review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen import po
from docgen.catalogue import load_catalogue
from docgen.files import write_whole
from docgen.interchange import tmx
from docgen.interchange.formats import contents
from docgen.memory import Match, Memory, Segment, adapted
from docgen.po import FUZZY, Entry
from docgen.project import Project
from docgen.report import Report, UsageError
from docgen.translation.loading import Row, source_of
from docgen.translation.sending import loaded
from docgen.translation.syncing import Syncing, sync
from docgen.units import units

HEAD: Row = ("", "same text", "similar", "left open")
_REMARK = "Memory:"


def prefill(
    project: Project, document: str, tag: str, files: Sequence[Path], least: int, report: Report
) -> Row:
    """Fill the untranslated units of a translation from TMX `files` and the project's own ones.

    What fills a unit is marked fuzzy, with a comment that says how near it is and where it is
    from; what is less near than `least` per cent is left. The file is brought up to date first,
    and written whole. Returns a row that counts. Raises DocgenError for a file that is no memory.
    """
    source = source_of(project, document, report)
    own = source.front.source
    if tag == own:
        message = f"“{source.name}” is written in “{tag}”"
        raise UsageError(message, "Name the language of a translation.")
    here, there = loaded(project, own), loaded(project, tag)
    held = [*_own(project, own, tag), *_from_files(files, here.lang, there.lang)]
    memory = Memory(held, spaces=bool(here.facts["checks"]["spaces"]))
    sync(project, source.name, Syncing([tag]), Report())
    file = project.catalogue(source.name, tag)
    entries = load_catalogue(file).entries
    empty = [unit for unit in units(source) if not entries[unit.id].translated]
    found = {unit.id: memory.find(unit.id, unit.text, least) for unit in empty}
    matches = {id: match for id, match in found.items() if match}
    if matches:
        filled = (_filled(entry, matches.get(entry.context or "")) for entry in po.read(file))
        write_whole(file, po.dump(filled))
    same = sum(match.score == 100 for match in matches.values())
    counts = (same, len(matches) - same, len(empty) - len(matches))
    return (f"{source.name} {tag}", *map(str, counts))


def _own(project: Project, source: str, tag: str) -> Iterator[Segment]:
    """What the translations of the project into `tag` have and nobody doubts."""
    for file in sorted((project.locales / tag / "documents").glob("*.po")):
        entries = po.read(file)
        if any(
            entry.header and f"X-Source-Language: {source}\n" in entry.msgstr for entry in entries
        ):
            for entry in entries:
                if entry.context and entry.translated and not entry.fuzzy and not entry.obsolete:
                    yield Segment(entry.msgid, entry.msgstr, file.stem, entry.context)


def _from_files(files: Sequence[Path], source: str, target: str) -> Iterator[Segment]:
    for file in files:
        for pair in tmx.pairs(contents(file), str(file), source, target):
            name = f"{pair.document} in {file.name}" if pair.document else file.name
            yield Segment(pair.source, pair.target, name, pair.id)


def _filled(entry: Entry, match: Match | None) -> Entry:
    if match is None or entry.obsolete or entry.translated:
        return entry
    segment = match.segment
    fitted = "" if match.score == 100 else adapted(segment, entry.msgid)
    comments = [*entry.comments, _remark(match, fitted)]
    if match.score < 100:
        comments.append(f"{_REMARK} made from: {' '.join(segment.source.split())}")
    return replace(
        entry,
        msgstr=fitted or segment.target,
        flags=(FUZZY, *(flag for flag in entry.flags if flag != FUZZY)),
        comments=tuple(comments),
    )


def _remark(match: Match, fitted: str) -> str:
    place = " ".join(f"{match.segment.id} of {match.segment.name}".split())
    place = place.removeprefix("of ")
    numbers = ", numbers and codes adapted" if fitted else ""
    return f"{_REMARK} {match.score} %, from {place}{numbers}"
