"""A long document in two parts, which two processes read at the same time.

A text is divided at a heading of the first level: what stands before it and from there on is
understood without the other. Where a part has anything to say, or both have one id, nothing is
taken over: the document is read again as a whole, so that every problem is reported as always.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from docgen.beside import Ended, beside, possible
from docgen.model import Annex, Block, Note
from docgen.read.scope import Scope
from docgen.read.sources import Source
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin, Report

Listed = tuple[int, str, Origin]
"""An annex: its number, its file, and where that is named."""

LONG = 200_000
"""The letters of a document that is worth a second process: it costs a fiftieth of a second."""

OWN = 0.58
"""The part of a document that this process reads; the other hands over what it has read."""

_HEADING = re.compile(r"\n\n(?=# )")
_FENCE = re.compile(r"^[ \t]*:{3,}[ \t]*(?P<name>\S?)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """What is read of a document in one go: its report, or a part of it, and some annexes."""

    report: Source
    annexes: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in a text: its summary, its blocks and annexes, its notes, the ids in it."""

    summary: tuple[Block, ...]
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]
    notes: Sequence[Note]
    ids: dict[str, Origin]


ReadText = Callable[[Text, Scope], Part]
"""Reads a text; what is wrong with it is added to the report of the scope."""


def parts(text: Text, scope: Scope, read: ReadText) -> list[Part]:
    """The parts of a long `text`, each read by a process of its own; none if it is not divided."""
    halves = divided(text, scope.folder)
    if not halves:
        return []
    try:
        with beside(lambda receive: _tried(halves[1], scope, read)) as other:
            found = [_tried(halves[0], scope, read), other.result()]
    except (Ended, OSError):
        return []
    whole = [part for part in found if part]
    names = [name for part in whole for name in part.ids] + list(scope.ids)
    return whole if len(whole) == len(found) and len(set(names)) == len(names) else []


def _tried(text: Text, scope: Scope, read: ReadText) -> Part | None:
    """A part, if nothing at all is to be said of it."""
    own = replace(scope, report=Report(), ids={}, notes=[])
    try:
        part = read(text, own)
    except DocgenError:
        return None
    return None if list(own.report) else part


def divided(text: Text, folder: Path) -> tuple[Text, Text] | None:
    """Both halves of a long `text`, if there is a place between them."""
    body, files = text.report.body, [name for _, name, _ in text.annexes]
    sizes = [len(body), *(_size(folder / name) for name in files)]
    half = int(sum(sizes) * OWN)
    if sum(sizes) < LONG or len(set(files)) < len(files) or not possible():
        return None
    if half < len(body):
        return _parted(text, half)
    first = next(number for number, size in enumerate(accumulate(sizes)) if size >= half)
    nothing = replace(text.report, body="")
    return Text(text.report, text.annexes[:first]), Text(nothing, text.annexes[first:])


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _parted(text: Text, place: int) -> tuple[Text, Text] | None:
    """`text` before and after the first heading behind `place` that stands in no container."""
    body = text.report.body
    known = body.rfind("\n", 0, place) + 1
    inside = _opened(body, 0, known)
    for heading in _HEADING.finditer(body, max(known - 1, 0)):
        end = heading.end()
        inside, known = inside + _opened(body, known, end), end
        if not inside:
            rest = "\n" * body.count("\n", 0, end) + body[end:]
            before, after = replace(text.report, body=body[:end]), replace(text.report, body=rest)
            return Text(before, ()), Text(after, text.annexes)
    return None


def _opened(text: str, start: int, end: int) -> int:
    """How many more containers begin than end between two lines of a text."""
    fences = _FENCE.finditer(text, start, end)
    return sum(1 if fence["name"] else -1 for fence in fences)
