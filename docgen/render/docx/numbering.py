"""Label patterns → native lists, and for every number the list instance that prints it.

A list in Word is a definition with levels, and instances of it. Paragraph styles name the first
instance, so that most paragraphs need no list of their own. Instances of one definition go on
counting together, except where an instance says that a level starts afresh (ECMA-376-1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import NamedTuple

from docgen.model import Number
from docgen.numerals import system
from docgen.records import dataclass
from docgen.render.docx.roles import FRAMED, style_id
from docgen.render.docx.wml import Element, shared, twips, w
from docgen.style import Role


class Level(NamedTuple):
    """A level of a list: the role of its paragraphs, and the sequence whose labels they bear."""

    role: str
    sequence: str


def _levels(role: str, sequence: str, count: int) -> tuple[Level, ...]:
    return tuple(Level(role.format(n), sequence.format(n)) for n in range(1, count + 1))


_LETTER = "note.letter"
_ITEMS = "item.{}"
_DASHES = "dash.{}"

LISTS: tuple[tuple[Level, ...], ...] = (
    _levels("heading.{}", "section.{}", 4),
    (Level("paragraph", "paragraph"), *_levels(_ITEMS, _ITEMS, 3)),
    _levels(_DASHES, "dash", 3),
    _levels(FRAMED + _ITEMS, _ITEMS, 3),
    _levels(FRAMED + _DASHES, "dash", 3),
    (Level("option.title", "option"),),
    (Level("table.note", _LETTER),),
    (Level(FRAMED + "table.note", _LETTER),),
)
"""Every list definition by its levels; a lower level starts afresh after a higher one."""

PLACES = {
    level.role: (index, depth)
    for index, levels in enumerate(LISTS)
    for depth, level in enumerate(levels)
}
"""The list and the depth in it, both from 0, in which a role is numbered."""

_SLOT = re.compile(r"\{.\}")
_FORMATS = {
    "": "bullet",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
}
LEVEL: dict[str, Callable[[Role], Element]] = {
    "number_align": lambda role: w(
        "lvlJc", val="left" if role.number_align == "start" else "right"
    ),
}
"""Field of a role → property of the level that numbers it."""


@dataclass(slots=True)
class _Count:
    """What a word processor has counted in one list, and the instances opened for restarts.

    A value is 0 before its level is used. It is None when a lower level was used without it:
    processors differ about what the next number is then.
    """

    values: list[int | None]
    opened: list[tuple[int, int]] = field(default_factory=list)

    def instance(self, depth: int) -> int | None:
        """The opened instance that a paragraph at `depth` belongs to; None for the first one."""
        while self.opened and self.opened[-1][0] > depth:
            self.opened.pop()
        return self.opened[-1][1] if self.opened else None

    def agrees(self, depth: int, value: int) -> bool:
        """Whether the next number at `depth` is `value` without being told."""
        last = self.values[depth]
        return last is not None and last + 1 == value

    def open(self, depth: int, instance: int) -> None:
        """Continue in `instance` at `depth` and below it."""
        self.opened = [entry for entry in self.opened if entry[0] < depth]
        self.opened.append((depth, instance))

    def advance(self, depth: int, value: int) -> None:
        """Note that `value` was printed at `depth`."""
        for level in range(depth):
            self.values[level] = self.values[level] or None
        self.values[depth:] = [value] + [0] * (len(self.values) - depth - 1)


class Numbering:
    """The lists of one document: the definitions, and the instances that restarts need."""

    def __init__(self, patterns: Mapping[str, str], roles: Mapping[str, Role]) -> None:
        self._definitions = [
            _definition(index, levels, patterns, roles) for index, levels in enumerate(LISTS)
        ]
        self._instances = [_instance(index + 1, index) for index in range(len(LISTS))]
        self._counts = [_Count([0] * len(levels)) for levels in LISTS]

    def place(self, role: str, number: Number) -> Element | None:
        """The `w:numPr` with which the next paragraph of `role` prints `number`.

        None where its style does so alone. To be called in the order of the document.
        """
        index, depth = PLACES[role]
        count = self._counts[index]
        instance = count.instance(depth)
        if not count.agrees(depth, number.value):
            instance = self._restart(index, depth, number.value)
            count.open(depth, instance)
        count.advance(depth, number.value)
        return _place(depth, instance) if instance else None

    def content(self) -> Element:
        """The numbering part; every definition stands before the first instance."""
        return w("numbering", self._definitions, self._instances)

    def _restart(self, index: int, depth: int, value: int) -> int:
        identity = len(self._instances) + 1
        start = w("lvlOverride", w("startOverride", val=value), ilvl=depth)
        self._instances.append(_instance(identity, index, start))
        return identity


def first_instance(role: str) -> Element | None:
    """The `w:numPr` that the style of `role` carries; None for a role outside lists."""
    if role not in PLACES:
        return None
    index, depth = PLACES[role]
    return _place(depth, index + 1)


@lru_cache(1024)
def _place(depth: int, instance: int) -> Element:
    return shared(w("numPr", w("ilvl", val=depth), w("numId", val=instance)))


def _instance(identity: int, definition: int, start: Element | None = None) -> Element:
    return w("num", w("abstractNumId", val=definition), start, numId=identity)


def _definition(
    index: int, levels: tuple[Level, ...], patterns: Mapping[str, str], roles: Mapping[str, Role]
) -> Element:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    made = [
        _level(depth, level.sequence, patterns[level.sequence], roles[level.role])
        for depth, level in enumerate(levels)
    ]
    return w("abstractNum", w("multiLevelType", val=kind), made, abstractNumId=index)


def _level(depth: int, sequence: str, pattern: str, role: Role) -> Element:
    """A level that prints `pattern` where `role` has its number; without a slot it is a bullet."""
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=_FORMATS[system(pattern)]),
        w("pStyle", val=style_id(role.name)),
        w("lvlText", val=_SLOT.sub(f"%{depth + 1}", pattern)),
        [change(role) for change in LEVEL.values()],
        w("pPr", w("tabs", w("tab", val="num", pos=twips(role.tab))), _indent(role)),
        _raised() if sequence == _LETTER else None,
        ilvl=depth,
    )


def _indent(role: Role) -> Element:
    first = twips(role.number_at) - twips(role.left)
    if first < 0:
        return w("ind", left=twips(role.left), hanging=-first)
    return w("ind", left=twips(role.left), firstLine=first)


def _raised() -> Element:
    """The looks of the letter before a note under a frame."""
    return w("rPr", w("i"), w("iCs"), w("vertAlign", val="superscript"))
