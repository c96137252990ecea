"""Lines of words found in a text that is shaped once; WeasyPrint shapes each line three times.

A line is taken from here only where nothing is in doubt: widths of a whole text and of one line of
it may differ by kerning at the ends. What comes close to the edge, and all that is no plain text of
words from left to right, is left to WeasyPrint; so both find the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, pango
from weasyprint.text.line_break import Layout, line_size

from docgen.render.compose.looks import between_letters
from docgen.render.compose.shaped import CutLayout, Words

Function = Callable[..., Any]

DOUBT = 0.1
"""How near to the edge of its room, in ems, the end of a line or of the next word is in doubt."""

NEAR = 0.01
"""Positions less than this apart, in CSS pixels, are the same."""

LETTER = 0.5
"""The width of a letter in ems, by which a text is taken to fit its line or not."""

LEAST = 4
"""The width of a line in ems, less than which WeasyPrint looks for its end in another way."""

TAIL = 48
"""So many letters at its end tell a text from others in the same style."""

KEPT = 256
"""So many texts are remembered, of which lines are still to come."""

FINDER = "finder"
"""The attribute of the fonts of a document that holds what finds its lines."""

ODD = frozenset("\n\t\u00ad\ufffc")
"""Characters at which lines are broken by other rules."""


class Finder:
    """Finds lines; knows the texts of which lines are still to come, and the line found last.

    One line is asked for twice where spaces can give no room for another word.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], Words] = {}
        self.last: tuple[Any, Any] = (None, None)

    def line(self, text: str, style: Any, max_width: float | None) -> Any:
        """What WeasyPrint finds as the first line of `text`; None where that is in doubt."""
        room = inf if max_width is None or style["white_space"] == "nowrap" else max_width
        words = self.words(text, style, room)
        start = len(words.text) - len(text) if words else 0
        if words is None or (start and words.shape.leftward):
            return None
        if _holds(words, start, room):
            return _cut(words, start, len(words.text), max_width)
        stop = self.stop(words, start, room) if _divided(words, room) else None
        if stop is None:
            return None
        rest = words.text[stop:]
        if len(rest) < TAIL:
            self.known[id(style), rest] = words
        if self.last[0] != (words, start, stop):
            self.last = (words, start, stop), _cut(words, start, stop, max_width)
        return self.last[1]

    def words(self, text: str, style: Any, room: float) -> Words | None:
        """`text` as shaped, perhaps as the end of a longer one; None if that is of no use."""
        key = id(style), text[-TAIL:]
        found = self.known.get(key)
        if found is None or found.style is not style or not found.text.endswith(text):
            if not plain(text, style, room):
                return None
            if len(self.known) >= KEPT:
                self.known.clear()
            found = self.known[key] = Words(text, style)
        return found

    def stop(self, words: Words, start: int, room: float) -> int | None:
        """Where the line from `start` on breaks; None where that is in doubt."""
        stop = min(words.fits(start, room * TO_UNITS), len(words.text))
        while stop > start and not words.may_break(stop):
            stop -= 1
        if stop in (start, len(words.text)):
            return None
        following = stop + 1
        while not words.may_break(following):
            following += 1
        clear = _left(words, start, words.shown(start, stop), room) > 0
        more = _left(words, start, words.shown(start, following), room) < 0
        return stop if clear and more else None


def finder(style: Any) -> Finder:
    """What finds the lines of a document, of which `style` has the fonts."""
    known: Finder | None = vars(style.font_config).get(FINDER)
    if known is None:
        known = Finder()
        setattr(style.font_config, FINDER, known)
    return known


def plain(text: str, style: Any, room: float) -> bool:
    """Whether `text` is of words alone; one longer than a line must be such as can be divided."""
    size = style["font_size"]
    return (
        (len(text) * LETTER * size <= room or room > size * LEAST)
        and min(size, room) > 0
        and style["white_space"] in ("normal", "nowrap")
        and ODD.isdisjoint(text)
    )


def _divided(words: Words, room: float) -> bool:
    """Whether lines of `words` end between words alone."""
    style = words.style
    return (
        room > style["font_size"] * LEAST
        and style["hyphens"] != "auto"
        and style["word_break"] == "normal"
        and "  " not in words.text
        and not words.shape.leftward
    )


def _holds(words: Words, start: int, room: float) -> bool:
    """Whether there is room for all from the character `start` on, without doubt."""
    if not start and not between_letters(words.style):
        return words.width <= room
    return _left(words, start, len(words.text), room) > 0


def _left(words: Words, start: int, stop: int, room: float) -> float:
    """The room left after what is between two characters; 0 where it is in doubt if there is any.

    Space between letters is in doubt at the ends of a line, and so are letters moved by a space.
    """
    alone = not start and stop == len(words.text)
    left = room - (words.width if alone else float(words.extent(start, stop) * FROM_UNITS))
    doubt, size = abs(between_letters(words.style)), words.style["font_size"]
    if doubt + NEAR < abs(left) <= doubt + DOUBT * size and not alone:
        doubt += 0 if words.parted(start, stop) else DOUBT * size
    return left if abs(left) > doubt + NEAR else 0


def split_first_line(original: Function) -> Function:
    """Find the first line of a text, in place of WeasyPrint's function of that name."""

    def hook(
        text: str, style: Any, context: Any, max_width: Any, spacing: Any, *args: Any, **named: Any
    ) -> Any:
        found = None
        if text and not spacing:
            found = finder(style).line(text, style, max_width)
        return found or original(text, style, context, max_width, spacing, *args, **named)

    return hook


def _cut(words: Words, start: int, stop: int, max_width: float | None) -> Any:
    """The layout of a line, its bytes, where to go on, its width, height and baseline."""
    text, whole = words.text[start:stop], stop == len(words.text)
    shown = text if whole else text.rstrip(" ")
    resume = None if whole else len(text.encode())
    end = start + len(shown)
    alone = shown == words.text
    if not _undecorated(words.style) or not (alone or words.parted(start, end)):
        return _measured(shown, words.style, max_width, resume)
    layout = CutLayout(words, start, end, max_width)
    width = words.width if alone else words.alone(start, end)
    return layout, len(shown.encode()), resume, width, words.height, words.baseline


def _undecorated(style: Any) -> bool:
    """Whether layouts in `style` are asked nothing but their text before they are drawn."""
    return style["text_decoration_line"] == "none" and not style["word_spacing"]


def _measured(line: str, style: Any, max_width: Any, resume: int | None) -> Any:
    """The same of a `line` that is shaped anew."""
    layout = Layout(style, 0, max_width)
    layout.set_text(line)
    first, _ = layout.get_first_line()
    length, (width, height) = first.length, line_size(first, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    layout.deactivate()
    return layout, length, resume, width, height, baseline
