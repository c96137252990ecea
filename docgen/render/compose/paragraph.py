"""The boxes of a paragraph of words, or a title, × its room → the room to be given to each line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import InlineBlockBox, InlineBox, TextBox
from weasyprint.text.ffi import FROM_UNITS

from docgen.render.compose import fit, ragged
from docgen.render.compose.fit import Places, Room
from docgen.render.compose.looks import between_letters, flows, spaced
from docgen.render.compose.shaped import Words
from docgen.render.compose.words import finder
from docgen.render.drawing.spaces import expandable

SPACE = 0.25
"""The width of a word space in ems (Times and its like)."""

NEAR = 0.125
"""By how much a line is given more room than its words and the space after them, in ems."""

LAST = 2.4
"""How long the last line of a paragraph should be, in ems: as the indent of a first line."""

UNIT = float(FROM_UNITS)
"""A unit of Pango in CSS pixels."""

JOINER = "\u2060"


class Leaf(NamedTuple):
    """A text of a paragraph, and where it begins among all of them."""

    words: Words
    begin: int


class Paragraph:
    """The texts of a line box as one text; there are none if it holds anything but words.

    `number` is the width of the box with the number that it may begin with, `give` the part of a
    space that can be taken; where it is nothing the lines are those of a title, `ragged`.
    """

    def __init__(self, linebox: Any, width: float, number: float, give: float) -> None:
        self.style, self.number, self.give = linebox.style, number, give
        self.leaves: dict[tuple[int, ...], Leaf] = {}
        self.text = ""
        self.stops: dict[tuple[int, int], int | None] = {}
        for path, words in _texts(linebox, (), width):
            if words is None:
                self.leaves = {}
                break
            self.leaves[path] = Leaf(words, len(self.text))
            self.text += words.text

    @cached_property
    def cuts(self) -> list[int]:
        """The letters before which a line may begin, and the end of the text."""
        begins = len(self.text) - len(self.text.lstrip(" "))
        found = list[int]()
        for words, begin in self.leaves.values():
            if self.text[begin - 1 : begin] == " " and not words.text.startswith((" ", JOINER)):
                found.append(begin)
            found += [begin + at for at in words.cuts]
        return [begins, *(cut for cut in found if cut > begins), len(self.text)]

    @cached_property
    def places(self) -> Places:
        """The same as lengths, in CSS pixels, and counts."""
        text, cuts, along = self.text, self.cuts, [0.0]
        for words, _ in self.leaves.values():
            base = along[-1]
            along += [base + each * UNIT for each in words.along[1:]]
        spaces = expandable(text)
        shown = [_shown(text, at) for at in cuts]
        return Places(
            starts=[along[at] for at in cuts],
            ends=[along[at] for at in shown],
            before=[bisect_left(spaces, at) for at in cuts],
            within=[bisect_left(spaces, at) for at in shown],
            parts=frozenset(k for k, at in enumerate(cuts[:-1]) if text[at - 1 : at] != " "),
        )

    def wanted(
        self, linebox: Any, skip: Mapping[int, Any] | None, first: float, others: float
    ) -> float:
        """The room for the line of `linebox` that begins at `skip`.

        There is `first` in it, and `others` in the lines after it.
        """
        start = self._place(linebox, skip)
        number = 0 if skip else self.number
        stop = None if start is None else self._stop(start, first - number, others)
        if start is None or stop is None:
            return first
        words = self.places.starts[stop] - self.places.starts[start]
        room = number + words + NEAR * float(self.style["font_size"])
        return max(room, first) if stop == len(self.cuts) - 1 else room

    def _stop(self, start: int, first: float, others: float) -> int | None:
        """Where the line from the place `start` on ends; None if there is no good place."""
        if (start, round(first)) not in self.stops:
            self._choose(start, first, others)
        return self.stops[start, round(first)]

    def _choose(self, start: int, first: float, others: float) -> None:
        """Note where the lines from the place `start` on end."""
        self.stops[start, round(first)] = None
        width = first
        for stop in self._best(start, first, others):
            self.stops[start, round(width)] = stop
            start, width = stop, others

    def _best(self, start: int, first: float, others: float) -> list[int]:
        """Where the lines from the place `start` on should end; none if a line has no room."""
        if not self.give:
            weak = [ragged.weak(self.text, at) for at in self.cuts]
            return ragged.stops(self.places, weak, start, first, others)
        least = LAST * self.style["font_size"]
        room = Room(first, others, space(self.style), self.give, least)
        return fit.stops(self.places, start, room)

    def _place(self, box: Any, skip: Mapping[int, Any] | None) -> int | None:
        """Which of the places a line begins at; None if it is none of them."""
        if not skip:
            return 0
        path = tuple[int, ...]()
        while not isinstance(box, TextBox):
            at, skip = next(iter(skip.items())) if skip else (0, None)
            if at >= len(getattr(box, "children", ())):
                return None
            box, path = box.children[at], (*path, at)
        return self._cut(path, next(iter(skip)) if skip else 0)

    def _cut(self, path: tuple[int, ...], byte: int) -> int | None:
        """Which of the places is at a byte of the text to which a way leads, if one is there."""
        leaf = self.leaves.get(path)
        if leaf is None:
            return None
        letter = leaf.begin + len(leaf.words.text.encode()[:byte].decode())
        place = bisect_left(self.cuts, letter)
        return place if self.cuts[place] == letter else None


def _texts(box: Any, path: tuple[int, ...], width: float) -> Iterator[tuple[Any, Words | None]]:
    """The texts in a line box with the ways to them; None for all that is not words in lines."""
    for at, child in enumerate(box.children):
        way = (*path, at)
        if isinstance(child, TextBox):
            if child.text:
                yield way, _words(child, width)
        elif isinstance(child, InlineBox) and _bare(child):
            yield from _texts(child, way, width)
        elif way != (0,) or not isinstance(child, InlineBlockBox):
            yield way, None


def _bare(box: Any) -> bool:
    """Whether a box takes no room but that of its texts."""
    return flows(box.style) and not spaced(box.style) and not box.is_leader


def _words(box: Any, width: float) -> Words | None:
    """The text of a box as words, if all of its lines end between words that run rightward."""
    style = box.style
    if style["hyphens"] == "auto" or style["word_break"] != "normal" or style["direction"] == "rtl":
        return None
    words = finder(style).words(box.text, style, width)
    found = words and (words if words.text == box.text else Words(box.text, style))
    return found if found and not found.shape.leftward else None


def _shown(text: str, stop: int) -> int:
    """The end of a line that stops before a letter, without the spaces that it ends with."""
    while stop and text[stop - 1] == " ":
        stop -= 1
    return stop


def space(style: Any) -> float:
    """The width of a word space, in CSS pixels."""
    return float(SPACE * style["font_size"] + between_letters(style))
