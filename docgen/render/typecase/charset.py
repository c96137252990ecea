"""The glyphs of a font that knows them by CIDs → the same known by their numbers.

A PDF says by CIDs which glyphs it shows, and what reads it finds them in the charset of the font
(ISO 32000-1, 9.7.4.2). The page engine writes numbers of glyphs, which in a whole collection are
its CIDs; a cut font has new numbers, so that it needs a new charset. Structures are those of Adobe
Technical Note 5176, The Compact Font Format.
"""

from __future__ import annotations

from collections.abc import Iterator

TABLE = b"CFF "
CHARSET, CHARSTRINGS, ROS = 15, 17, 1230
"""Operators of the Top DICT (table 9), two bytes as 12xx; ROS is in fonts with CIDs alone."""


def renumbered(font: bytes) -> bytes:
    """`font`, an OpenType font, with the CIDs 0, 1, 2 …; as it is if it has no CIDs."""
    start = _table(font)
    top = _top(font, start) if start else {}
    if not {ROS, CHARSET, CHARSTRINGS} <= top.keys():
        return font
    at = start + top[CHARSET]
    glyphs = _number(font, start + top[CHARSTRINGS], 2)
    new = _charset(font[at], glyphs)
    return font[:at] + new + font[at + len(new) :]


def _charset(kind: int, glyphs: int) -> bytes:
    """The CIDs of glyphs but the first, one by one or in ranges as is the `kind` (tables 17 to 21).

    No charset of that kind takes less room, so that it can stand in the place of any.
    """
    most = 256**kind
    ranges = (
        first.to_bytes(2) + (min(most, glyphs - first) - 1).to_bytes(kind)
        for first in range(1, glyphs, most)
    )
    return bytes([kind]) + b"".join(ranges)


def _table(font: bytes) -> int:
    """Where the outlines begin; 0 if they are of another kind."""
    for at in range(12, 12 + 16 * _number(font, 4, 2), 16):
        if font[at : at + 4] == TABLE:
            return _number(font, at + 8, 4)
    return 0


def _top(font: bytes, start: int) -> dict[int, int]:
    """The operators of the Top DICT with the last number before each."""
    _, names_end = _index(font, start + font[start + 2])
    begin, end = _index(font, names_end)
    return dict(_operators(font[begin:end]))


def _index(font: bytes, at: int) -> tuple[int, int]:
    """Where the data of an INDEX begin and end."""
    count, width = _number(font, at, 2), font[at + 2]
    offsets = at + 3
    data = offsets + (count + 1) * width - 1
    return data + 1, data + _number(font, offsets + count * width, width)


def _operators(data: bytes) -> Iterator[tuple[int, int]]:
    """The operators of a DICT, of numbers that are not whole no value (tables 3 to 5)."""
    at = value = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            operator = 1200 + data[at + 1] if first == 12 else first
            yield operator, value
            at += 2 if first == 12 else 1
        else:
            value, at = _operand(data, at)


def _operand(data: bytes, at: int) -> tuple[int, int]:
    """The number at a place of a DICT, and where what follows it begins."""
    first = data[at]
    if first == 30:
        end = next(i for i in range(at + 1, len(data)) if 15 in divmod(data[i], 16))
        return 0, end + 1
    if first in (28, 29):
        width = 2 if first == 28 else 4
        return int.from_bytes(data[at + 1 : at + 1 + width], signed=True), at + 1 + width
    if first < 247:
        return first - 139, at + 1
    sign, base = (1, 247) if first < 251 else (-1, 251)
    return sign * ((first - base) * 256 + data[at + 1] + 108), at + 2


def _number(data: bytes, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width])
