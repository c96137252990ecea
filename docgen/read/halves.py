"""A long document in two halves, each of which a process of its own reads and goes on with.

A text is divided at a heading of the first level: what stands before it and from there on is
understood without the other. Where a half has anything to say, or both have one id, nothing is
taken over: the document is read again as a whole, so that every problem is reported as always.
What a process has made of its half, such as its translation, is handed over instead of the half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from docgen.beside import Ended, answering, possible
from docgen.model import Annex, Block, Note
from docgen.read.joints import Joints
from docgen.read.scope import Scope
from docgen.read.sources import Source
from docgen.read.worded import Worded
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin, Report

Listed = tuple[int, str, Origin]
"""An annex: its number, its file, and where that is named."""

LONG = 200_000
"""The letters of a document that is worth a second process: it costs a fiftieth of a second."""

OWN = 0.54
"""The part of a document that this process reads; the other hands over what it has made."""

_HEADING = re.compile(r"\n\n(?=# )")
_FENCE = re.compile(r":::+[ \t]*(?P<name>\S?)")


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
    joints: Joints


ReadText = Callable[[Text, Scope], Part]
"""Reads a text; what is wrong with it is added to the report of the scope."""

Going = Callable[[Part], Worded | None]
"""Gives a part its words when it has been read; None where only the whole tells which."""


@dataclass(frozen=True, slots=True)
class Half:
    """What a process has found in its half, and the version that it has made of it."""

    part: Part
    worded: Worded | None


def halves(
    text: Text, scope: Scope, read: ReadText, going: Going
) -> tuple[Sequence[Part], Worded | None]:
    """Both parts of a long `text`, each read by a process of its own, and the version of both.

    There are no parts if it is not divided. If the version is complete, the second part is without
    its texts.
    """
    texts = divided(text, scope.folder)
    if not texts:
        return (), None
    second = _Second(lambda: _half(texts[1], replace(scope, ids={}, notes=[]), read, going))
    try:
        with answering(second) as other:
            other.send(None)
            own = replace(scope, ids=dict(scope.ids), notes=list(scope.notes))
            found = [_half(texts[0], own, read, going), other.result()]
            both = [half for half in found if half]
            if len(both) < len(found) or both[0].part.ids.keys() & both[1].part.ids.keys():
                return (), None
            worded = _joined(*both)
            parts = [half.part for half in both]
            if not worded or not worded.complete:
                other.send(None)
                parts[1] = other.result()
            return parts, worded
    except (Ended, OSError):
        return (), None


class _Second:
    """What is asked of the other process: its half without the texts, then the texts as well."""

    def __init__(self, make: Callable[[], Half | None]) -> None:
        self.make = make
        self.part: Part | None = None

    def __call__(self, _: object) -> Any:
        if self.part:
            return self.part
        half = self.make()
        if not half:
            return None
        self.part = half.part
        return replace(half, part=replace(half.part, summary=(), blocks=(), annexes=(), notes=()))


def _half(text: Text, scope: Scope, read: ReadText, going: Going) -> Half | None:
    """A half, if nothing at all is to be said of it."""
    own = replace(scope, report=Report())
    try:
        part = read(text, own)
    except DocgenError:
        return None
    return None if list(own.report) else Half(part, going(part))


def _joined(first: Half, second: Half) -> Worded | None:
    """The version of both halves, where each note has got its language from its own half."""
    if not first.worded or not second.worded or not _apart(first.part.joints, second.part.joints):
        return None
    before, after = first.worded.document, second.worded.document
    document = replace(
        before,
        blocks=before.blocks + after.blocks,
        annexes=before.annexes + after.annexes,
        notes=before.notes + after.notes,
    )
    return Worded(document, first.worded.complete and second.worded.complete)


def _apart(first: Joints, second: Joints) -> bool:
    """Whether no mark in a passage in another language has to do with the other half."""
    return all(
        not {mark.target for mark in here.marks if mark.language}
        & {*(key for key, _ in there.notes), *(mark.target for mark in there.marks)}
        for here, there in ((first, second), (second, first))
    )


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
    return sum(
        1 if fence["name"] else -1
        for fence in _FENCE.finditer(text, start, end)
        if not text[text.rfind("\n", 0, fence.start()) + 1 : fence.start()].strip(" \t")
    )
