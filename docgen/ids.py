"""Gaps in a document as read → ids in its source files, of random letters and never of numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random, SystemRandom

from docgen.files import write_whole
from docgen.model import Document
from docgen.report import Report
from docgen.units import Gap, missing
from docgen.walk import walk

# Without vowels no id spells a word; with five letters two branches hardly ever choose the same.
_LETTERS = "bcdfghjkmnpqrstvwxz"
_LENGTH = 5

_INDENT = " \t>"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FENCE = re.compile(r"[ \t>]*:{3,}[ \t]*[^\s:]")
_MARKER = re.compile(r"\A(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=[\r\n]))")
_CLOSING_HASHES = re.compile(r"(?<![ \t])[ \t]+#+\Z")
_ATTRIBUTES = re.compile(r"(?<!\\)\{[ \t]*(?:[#.]|[\w-]+=)[^{}]*\}\Z")


def write_ids(
    document: Document, report: Report, random: Random | None = None
) -> Mapping[str, Sequence[str]]:
    """Give each node of a document as read that has no id, but text to translate, one in its file.

    Returns the new ids by file, in the order of the file; nothing else in it changes. What has no
    place for an id is reported. Raises DocgenError for a file that cannot be written.
    """
    taken = {getattr(node, "id", "").rpartition("-")[2] for node in walk(document)}
    fresh = letters(taken, random or SystemRandom())
    gaps: dict[str, list[Gap]] = defaultdict(list)
    for gap in missing(document):
        gaps[gap.origin.file].append(gap)
    return {file: _fill(Path(file), found, fresh, report) for file, found in gaps.items()}


def letters(taken: set[str], random: Random) -> Iterator[str]:
    """Letters for the ends of new ids, none of those that are `taken` and never the same twice."""
    while True:
        found = "".join(random.choices(_LETTERS, k=_LENGTH))
        if found not in taken:
            taken.add(found)
            yield found


def _fill(file: Path, gaps: Sequence[Gap], fresh: Iterator[str], report: Report) -> list[str]:
    """From the last line to the first, so that the lines still to come stay where they are."""
    old = file.read_bytes()
    lines = _LINE.findall(old.decode())
    written: list[str] = []
    for gap in sorted(gaps, key=lambda gap: gap.origin, reverse=True):
        id = f"{gap.prefix}-{next(fresh)}"
        index = _index(lines, gap)
        if index is None:
            hint = "Write {#name} by hand: before the block, after the heading or the name."
            report.error(gap.origin, "no place for an id is found", hint)
        else:
            lines[index] = _with_id(lines[index], id, gap)
            written.insert(0, id)
    if written:
        write_whole(file, "".join(lines), instead=old)
    return written


def _index(lines: Sequence[str], gap: Gap) -> int | None:
    """The line that takes the id; None when the file is no longer as it was read."""
    index = gap.origin.line - 1
    if not 0 <= index < len(lines):
        return None
    if gap.place == "container":
        above = range(index, -1, -1)
        return next((number for number in above if _FENCE.match(lines[number])), None)
    described = index and _is_attributes(lines[index - 1].lstrip(_INDENT))
    return index - 1 if described and gap.place == "paragraph" else index


def _with_id(line: str, id: str, gap: Gap) -> str:
    """`line` with `id` in the place for it; where it stands before a text, there are two lines."""
    if gap.place in ("heading", "container"):
        return _at_end(line, id)
    text = line.lstrip(_INDENT)
    return _before(line, _MARKER.sub("", text) if gap.place == "item" else text, id)


def _at_end(line: str, id: str) -> str:
    words = _CLOSING_HASHES.sub("", line.rstrip())
    rest = line[len(words) :]
    if found := _ATTRIBUTES.search(words):
        return words[: found.start()] + _joined(found[0], id) + rest
    return f"{words} {{#{id}}}{rest}"


def _before(line: str, text: str, id: str) -> str:
    """The id stands where `text` began in `line`, the text below it as far in as it was."""
    start = line[: len(line) - len(text)]
    if not text.strip():
        return f"{start} {{#{id}}}{text}"
    if _is_attributes(text):
        return start + _joined(text, id)
    end = line[len(line.rstrip("\r\n")) :] or "\n"
    below = re.sub(r"[^ \t>]", " ", start)
    return f"{start}{{#{id}}}{end}{below}{text}"


def _joined(attributes: str, id: str) -> str:
    return attributes.replace("{", f"{{#{id} ", 1)


def _is_attributes(text: str) -> bool:
    return text.startswith("{") and text.rstrip().endswith("}")
