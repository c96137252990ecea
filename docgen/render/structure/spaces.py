"""Spaces that vanish where lines end, put back into the text that a PDF holds.

A tagged PDF separates words by spaces (ISO 32000-1, 14.8.2.5), but WeasyPrint drops those at which
it breaks lines. Here the words drawn are found again in the source; where nothing but a space
stands between two of them, it is added after the glyphs of the first, where it shows nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

INLINE = frozenset(["a", "b", "em", "i", "span", "strong", "sub", "sup", "wbr"])
"""Elements that stand within lines; the words around all others do not follow each other."""

EDGE = "\0"
SHOWN = b"] TJ"
"""How an operation ends that shows glyphs."""

NEAR = 8
"""So many operations back the glyphs of a text that was just drawn are to be found."""

TAIL = 40
"""So many bytes from the end of an operation its last glyph is to be found."""

_LAST = re.compile(rb"([0-9a-f]{4})>(?:[^<]|<>)*$")


class _Shown(NamedTuple):
    """The operation of a stream that showed text, and the name of its font."""

    stream: Any
    number: int
    font: str


@dataclass(slots=True)
class _Place:
    """The words of an element that stand in none of its children, and how far they are drawn.

    Part by part `starts` says where they begin among the own words, `offsets` where in the source.
    """

    words: str = ""
    starts: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    at: int = 0
    end: int = 0

    def add(self, words: str, offset: int) -> None:
        """Take up a part that stands at `offset` in the source."""
        self.starts.append(len(self.words))
        self.offsets.append(offset)
        self.words += words

    def draw(self, text: str) -> tuple[int, int] | None:
        """Where `text`, which is drawn next, begins and ends in the source; None if it is new."""
        at = begin = self._skip(self.at)
        plain = text.strip()
        if self.words.startswith(plain, begin):
            self.at = begin + len(plain)
            return self._offset(begin), self._offset(self.at - 1) + 1
        for letter in filter(lambda letter: not letter.isspace(), text):
            at = self._skip(at)
            if self.words[at : at + 1] != letter:
                return None
            at += 1
        self.at = at
        return self._offset(begin), self._offset(at - 1) + 1

    def _skip(self, at: int) -> int:
        while self.words[at : at + 1].isspace():
            at += 1
        return at

    def _offset(self, at: int) -> int:
        part = bisect_right(self.starts, at) - 1
        return self.offsets[part] + at - self.starts[part]


class Spaces:
    """Follows all text of a document.

    `ends` is where pieces end in the source and were shown that a space may be added to.
    """

    def __init__(self, root: Any) -> None:
        self.places: dict[Any, _Place] = {}
        self.parts: list[str] = []
        self.length = 0
        self._read(root)
        self.source = "".join(self.parts)
        self.parts.clear()
        self.ends: dict[int, _Shown] = {}

    def _read(self, element: Any) -> None:
        edge = "" if element.tag in INLINE else EDGE
        place = self.places[element] = _Place()
        self._take(edge)
        self._own(place, element.text)
        for child in element:
            self._read(child)
            self._own(place, child.tail)
        place.end = self.length
        self._take(edge)

    def _own(self, place: _Place, words: str | None) -> None:
        place.add(words or "", self.length)
        self._take(words or "")

    def _take(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def drawn(self, stream: Any, box: Any) -> None:
        """Note that the words of a text box were just drawn; add the space before them."""
        begin, end = self._span(box)
        before = self.ends.pop(self._before(begin), None)
        if before and not box.text[0].isspace():
            _add(before)
        if self._goes_on(end) and (shown := _shown(stream)):
            self.ends[end] = shown

    def waits(self, stream: Any) -> bool:
        """Whether a space may yet be added to what `stream` shows."""
        return any(shown.stream is stream for shown in self.ends.values())

    def _goes_on(self, end: int) -> bool:
        """Whether words that end at `end` are parted by spaces from others that follow them."""
        begin = end
        while self.source[begin : begin + 1].isspace():
            begin += 1
        return 0 < end < begin and self.source[begin : begin + 1] not in ("", EDGE)

    def _before(self, begin: int) -> int:
        """Where words end that only spaces part from those that begin at `begin`; else 0."""
        end = begin
        while self.source[max(0, end - 1) : end].isspace():
            end -= 1
        return end if end < begin else 0

    def _span(self, box: Any) -> tuple[int, int]:
        """Where the words of a box begin and end in the source; 0 where they do not stand there."""
        place = self.places.get(box.element)
        if place is None:
            return 0, 0
        if "::" in box.element_tag:
            return 0, place.end if box.element_tag.endswith("::footnote-call") else 0
        return place.draw(box.text) or (0, 0)


def _add(shown: _Shown) -> None:
    """Show a space after what was shown, unless there is one."""
    operations, space = shown.stream.stream, _space(shown)
    glyphs = operations[shown.number].removesuffix(SHOWN)
    last = _LAST.search(glyphs[-TAIL:])
    if space and not (last and space.endswith(b"<%s>" % last[1])):
        operations[shown.number] = glyphs + space + SHOWN


def _shown(stream: Any) -> _Shown | None:
    """Where the glyphs were shown that `stream` has taken last."""
    operations, font = stream.stream, stream._old_font
    for number in range(len(operations) - 1, max(-1, len(operations) - NEAR), -1):
        if operations[number].endswith(SHOWN):
            return _Shown(stream, number, font[0] if font else "")
    return None


def _space(shown: _Shown) -> bytes:
    """What shows a space in the font of a text, or in another where that has shown none yet."""
    fonts = shown.stream._fonts.values()
    for font in sorted(fonts, key=lambda font: font.hash != shown.font):
        codes = (code for code, text in font.to_unicode.items() if text == " ")
        code = None if font.bitmap else next(codes, None)
        if code is not None:
            other = b"" if font.hash == shown.font else b"] TJ /%s 1 Tf [" % font.hash.encode()
            return other + b"<%04x>" % code
    return b""
