"""What another process has drawn of pages, as plain data.

Both processes know the same boxes by the same numbers, those of their places in memory: they were
there before the second process began, and the first keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

NOTHING = -1


class Glyphs(NamedTuple):
    """Glyphs that a font has shown for the first time: code, text, and width in mils of an em."""

    font: int
    new: Sequence[tuple[int, str, int]]


class Font(NamedTuple):
    """A font that the text of a `box` was the first to use."""

    key: int
    box: int


class Text(NamedTuple):
    """The text of a `box`, the operation that showed its end, and the name of the font there.

    The number is that of NOTHING where nothing was shown.
    """

    box: int
    operation: int
    font: str


class Part(NamedTuple):
    """What was drawn of the text or of the notes of a page, in the order of drawing.

    `box` is the part, which had so many `children`; `states` are the states of graphics that it
    names, `groups` what is drawn aside, numbered from 0; `marks` its boxes with marked content,
    each with what a stream of WeasyPrint notes of it. Without `operations` it has to be drawn once
    more: it needs what only the process has that makes the file.
    """

    box: int
    children: int
    operations: Sequence[bytes] | None
    states: Mapping[str, Any]
    groups: Sequence[Any]
    marks: Sequence[tuple[int, Mapping[str, Any]]]
    events: Sequence[Glyphs | Font | Text]


class Batch(NamedTuple):
    """The parts of some pages.

    `seen` are elements that may repeat, with the number of the page that shows them first, as far
    as the first `walked` pages go.
    """

    parts: Sequence[Part]
    seen: dict[int, int]
    walked: int
