"""The lines of a table or figure container → its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from docgen.model import Prose
from docgen.read.markdown import Node, line
from docgen.read.notes import define
from docgen.read.scope import Scope, part


class Line(NamedTuple):
    """Text, and the line of the file in which it begins."""

    number: int
    text: str


Frame = Mapping[str, list[Line]]
"""Lines by what they are: title, headnote, row, data, head, alt, image, Source, Note."""

_KINDS = (
    ("rows", re.compile(r"(?=\|)(?P<text>.*)")),
    ("image", re.compile(r"(?=!\[)(?P<text>.*)")),
    ("data", re.compile(r"data:[ \t]*(?P<text>.*)")),
    ("head", re.compile(r"head:[ \t]*(?P<text>.*)")),
    ("alt", re.compile(r"Alt:[ \t]*(?P<text>.*)")),
    ("Source", re.compile(r"Source:[ \t]*(?P<text>.*)")),
    ("Note", re.compile(r"Note:[ \t]*(?P<text>.*)")),
    ("[^note]", re.compile(r"(?=\[\^[^\]\s]+\]:)(?P<text>.*)")),
)
_HEADNOTE = re.compile(r"\(.*\)|（.*）")
_SEVERAL_LINES = ("image", "alt", "Source", "Note", "[^note]")


UNNUMBERED = "unnumbered"
"""The class of a table or figure without label, which needs no title."""


def frame(node: Node, scope: Scope, *parts: str, titled: bool = True) -> Frame:
    """Sort the lines of the container `node`, of which it may have title, sources and `parts`.

    One that is not `titled` can do without title. Notes defined in the container are added to
    those of the document.
    """
    read: dict[str, list[Line]] = defaultdict(list)
    last = ""
    for number, text in enumerate(node.content.split("\n"), line(node) + 1):
        found = Line(number, text.strip())
        if found.text:
            last = _sort(found, last, read, scope, titled)
        elif last != "title":
            last = ""
    _check(read, parts, node, scope, titled)
    for note in read["[^note]"]:
        key, _, text = note.text.removeprefix("[^").partition("]:")
        define(key, text, note.number, scope)
    return read


def title(frame: Frame, id: str, scope: Scope) -> Prose:
    """The title of the container `id`."""
    number, text = frame["title"][0]
    return scope.prose(text, number, part(id, "title") if text else "")


def captions(lines: list[Line], id: str, suffix: str, scope: Scope) -> tuple[Prose, ...]:
    """Sources or remarks; the second has the suffix `.source.2`, the third `.source.3`."""
    return tuple(
        scope.prose(text, number, part(id, suffix if count == 1 else f"{suffix}.{count}"))
        for count, (number, text) in enumerate(lines, 1)
    )


def _sort(found: Line, last: str, read: dict[str, list[Line]], scope: Scope, titled: bool) -> str:
    """Put a line where it belongs; return what it is. `last` is what the line before it is."""
    for kind, pattern in _KINDS:
        if matched := pattern.match(found.text):
            if kind == "rows" and read["rows"] and last != "rows":
                scope.error(found.number, "the rows of a table stand together", "Move it up.")
            read[kind].append(Line(found.number, matched["text"]))
            return kind
    if last in _SEVERAL_LINES:
        begin = read[last].pop()
        read[last].append(Line(begin.number, f"{begin.text}\n{found.text}"))
        return last
    return _name(found, last, read, scope, titled)


def _name(found: Line, last: str, read: dict[str, list[Line]], scope: Scope, titled: bool) -> str:
    if not titled and not any(read.values()) and _HEADNOTE.fullmatch(found.text):
        kind = "headnote"
    elif not any(read.values()):
        kind = "title"
    elif last == "title" and _HEADNOTE.fullmatch(found.text):
        kind = "headnote"
    else:
        hint = "A title has one line; below it stand (a headnote), Source: … and Note: …."
        scope.error(found.number, f"“{found.text[:30]}” cannot stand here", hint)
        return last
    read[kind].append(found)
    return kind


def _check(
    read: dict[str, list[Line]], parts: tuple[str, ...], node: Node, scope: Scope, titled: bool
) -> None:
    what = node.info.split("{")[0].strip()
    for kind in ("headnote", "rows", "data", "head", "alt", "image"):
        if kind not in parts and read[kind]:
            scope.error(read[kind][0].number, f"a {what} has no {kind}", "Move it out.")
    if not read["title"]:
        if titled:
            hint = f"Write it in the first line, before all else, or give it {{.{UNNUMBERED}}}."
            scope.error(line(node), f"this {what} has no title", hint)
        read["title"].append(Line(line(node), ""))
