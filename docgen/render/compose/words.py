"""Lines of words found in a text that is shaped once; WeasyPrint shapes each line three times.

A line is taken from here only where nothing is in doubt: widths of a whole text and of one line of
it differ by kerning at the ends. What comes close to the edge, and all that is no plain text of
words from left to right, is left to WeasyPrint; so both find the same lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

from docgen.render.compose.glyphs import _runs, _unpacked

Function = Callable[..., Any]

DOUBT = 0.1
"""How near to the edge of its room, in ems, the end of a line or of the next word is in doubt."""

LETTER = 0.5
"""The width of a letter in ems, by which a text is too short for two lines."""

TAIL = 48
"""So many letters at its end tell a text from others in the same style."""

KEPT = 64
"""So many texts are remembered, of which lines are still to come."""

ODD = frozenset("\n\t\u00ad\ufffc")
"""Characters at which lines are broken by other rules."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A shaped text: where its clusters begin, in characters, and how far from its start, in units.

    `layout` knows where lines may break; all but it is text.
    """

    text: str
    style: Any
    layout: Any
    starts: Sequence[int]
    advance: Sequence[int]

    def breaks(self, at: int) -> bool:
        """Whether a line may break before the character `at`."""
        attributes = pango.pango_layout_get_log_attrs_readonly(self.layout.layout, ffi.NULL)
        return at == len(self.text) or bool(attributes[at].is_line_break)

    def fits(self, start: int, room: float) -> int:
        """The last character that a line from `start` on has room for, as a break after it."""
        first = self.advance[bisect_right(self.starts, start) - 1]
        end = self.starts[bisect_right(self.advance, first + room) - 1]
        return end + (self.text[end : end + 1] == " ")

    def width(self, start: int, stop: int) -> int:
        """The width from one character to another but for spaces at the end, in units."""
        stop = start + len(self.text[start:stop].rstrip(" "))
        first, last = (bisect_right(self.starts, at) - 1 for at in (start, stop))
        return self.advance[last] - self.advance[first]


class Finder:
    """Finds lines; knows the texts of which lines are still to come, and the line found last.

    One line is asked for twice where spaces can give no room for another word.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], Words] = {}
        self.last: tuple[Any, Any] = (None, None)

    def stop(self, words: Words, start: int, room: float, doubt: float) -> int | None:
        """Where the line from `start` on breaks; None where that is in doubt."""
        stop = min(words.fits(start, room), len(words.text))
        while stop > start and not words.breaks(stop):
            stop -= 1
        if stop in (start, len(words.text)):
            return None
        following = stop + 1
        while not words.breaks(following):
            following += 1
        clear = words.width(start, stop) < room - doubt
        return stop if clear and words.width(start, following) > room + doubt else None

    def words(self, text: str, style: Any) -> Words | None:
        """`text` as shaped, perhaps as the end of a longer one; None if it is no plain text."""
        key = id(style), text[-TAIL:]
        found = self.known.get(key)
        if found is None or found.style is not style or not found.text.endswith(text):
            if len(self.known) >= KEPT:
                self.known.clear()
            found = shaped(text, style)
            if found:
                self.known[key] = found
        return found


def shaped(text: str, style: Any) -> Words | None:
    """Shape `text` in one line; None if any of it runs from right to left."""
    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    bytes_, widths = [], []
    for item, offset, glyphs in _runs(line):
        if item.analysis.level % 2:
            return None
        infos, clusters = _unpacked(glyphs)
        bytes_ += [offset + cluster for cluster in clusters]
        widths += [info.geometry.width for info in infos]
    return Words(text, style, layout, *_clusters(text, bytes_, widths))


def _clusters(
    text: str, places: Iterable[int], widths: Iterable[int]
) -> tuple[list[int], list[int]]:
    """Where clusters begin, and how far from the start, with the end of the text at last."""
    characters = [*accumulate((byte & 0xC0 != 0x80 for byte in text.encode()), initial=-1)][1:]
    starts, advance, along = list[int](), list[int](), 0
    for place, width in zip(places, widths, strict=True):
        if not starts or characters[place] != starts[-1]:
            starts.append(characters[place])
            advance.append(along)
        along += width
    return [*starts, len(text)], [*advance, along]


def plain(text: str, style: Any, max_width: Any) -> bool:
    """Whether `text` is of words alone, and longer than a line."""
    return (
        max_width is not None
        and isfinite(max_width)
        and len(text) * LETTER * style["font_size"] > max_width > style["font_size"] * 4
        and style["white_space"] == "normal"
        and style["hyphens"] != "auto"
        and style["word_break"] == "normal"
        and ODD.isdisjoint(text)
        and "  " not in text
    )


def split_first_line(original: Function) -> Function:
    """Find the first line of a text, in place of WeasyPrint's function of that name."""
    finder = Finder()

    def hook(
        text: str, style: Any, context: Any, max_width: Any, spacing: Any, *args: Any, **named: Any
    ) -> Any:
        found = None
        if not spacing and plain(text, style, max_width):
            found = _line(finder, text, style, max_width)
        return found or original(text, style, context, max_width, spacing, *args, **named)

    return hook


def _line(finder: Finder, text: str, style: Any, max_width: float) -> Any:
    """What WeasyPrint's function gives; None where it is in doubt."""
    spacing = style["letter_spacing"]
    doubt = DOUBT * style["font_size"] + (0 if spacing == "normal" else abs(spacing))
    words = finder.words(text, style)
    if words is None:
        return None
    start = len(words.text) - len(text)
    stop = finder.stop(words, start, max_width * TO_UNITS, doubt * TO_UNITS)
    if stop is None:
        return None
    place, line = finder.last
    if place != (words, start, stop):
        line = _measured(words.text[start:stop], style, max_width)
        finder.last = (words, start, stop), line
    return line


def _measured(line: str, style: Any, max_width: float) -> Any:
    """The layout of `line`, its bytes, where to go on, its width, height and baseline."""
    layout, resume = Layout(style, 0, max_width), len(line.encode())
    layout.set_text(line.rstrip(" "))
    first, _ = layout.get_first_line()
    length, (width, height) = first.length, line_size(first, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    layout.deactivate()
    return layout, length, resume, width, height, baseline
