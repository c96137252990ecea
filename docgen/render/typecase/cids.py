"""A font that names its glyphs by numbers of a collection → the same with their own numbers.

A cut numbers the glyphs that are left anew, but its table `CFF` goes on to name them by the CIDs of
the whole font. A PDF shows glyphs of such a font by CID (ISO 32000-1, 9.7.4.2), the page engine
writes their numbers: readers that keep to the standard then show other glyphs or none.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

ROS, CHARSET = 1230, 15
"""The operators of the Top DICT that make a font one of CIDs, and that say where these stand."""

PREDEFINED = 2
"""Places up to this one stand for charsets that are not in the table."""


def numbered(font: bytes) -> bytes:
    """`font`, an OpenType font, with every CID the number of its glyph; others as they are.

    The new list is never longer than the old one and is written over it (Adobe Technical Note
    5176, section 13).
    """
    tables = _tables(font)
    if b"CFF " not in tables:
        return font
    start = tables[b"CFF "]
    top = dict(_operators(_first_entry(font, _end_of_index(font, start + font[start + 2]))))
    place = top.get(CHARSET, 0)
    if ROS not in top or place <= PREDEFINED:
        return font
    (count,) = struct.unpack_from(">H", font, tables[b"maxp"] + 4)
    listed = _charset(count - 1)
    at = start + place
    return font[:at] + listed + font[at + len(listed) :]


def _charset(last: int) -> bytes:
    """The shortest list that names the glyphs from 1 to `last` by their numbers."""
    if last == 1:
        return struct.pack(">BH", 0, 1)
    if last <= 256:
        return struct.pack(">BHB", 1, 1, last - 1)
    return struct.pack(">BHH", 2, 1, last - 1)


def _tables(font: bytes) -> dict[bytes, int]:
    """Where each table of an OpenType font begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * count])
    return {tag: place for tag, _, place, _ in records}


def _end_of_index(font: bytes, at: int) -> int:
    """Where the INDEX ends that begins at `at`."""
    count, size = struct.unpack_from(">HB", font, at)
    last = at + 3 + count * size
    return last + size - 1 + int.from_bytes(font[last : last + size]) if count else at + 2


def _first_entry(font: bytes, at: int) -> bytes:
    """The first entry of the INDEX that begins at `at`."""
    count, size = struct.unpack_from(">HB", font, at)
    first, second = (int.from_bytes(font[at + 3 + n * size :][:size]) for n in (0, 1))
    data = at + 2 + (count + 1) * size
    return font[data + first : data + second]


def _operators(entry: bytes) -> Iterator[tuple[int, int]]:
    """The operators of a DICT, each with the last of its whole numbers."""
    at, number = 0, 0
    while at < len(entry):
        first = entry[at]
        length = _length(entry, at)
        if first == 12:
            yield 1200 + entry[at + 1], number
        elif first <= 21:
            yield first, number
        elif first != 30:
            number = _number(first, entry[at + 1 : at + length])
        at += length


def _length(entry: bytes, at: int) -> int:
    """The bytes of the operator or number at `at`; a real number ends with a half byte of ones."""
    first = entry[at]
    if first == 30:
        end = at + 1
        while entry[end] & 15 != 15:
            end += 1
        return end + 1 - at
    return {12: 2, 28: 3, 29: 5}.get(first, 2 if first >= 247 else 1)


def _number(first: int, rest: bytes) -> int:
    if first in (28, 29):
        return int.from_bytes(rest, signed=True)
    if first >= 251:
        return -(first - 251) * 256 - rest[0] - 108
    return (first - 247) * 256 + rest[0] + 108 if first >= 247 else first - 139
