"""Ranges of characters."""

from __future__ import annotations

Ranges = tuple[tuple[int, int], ...]
"""Characters as ranges of code points, first and last included, in rising order."""

EVERYTHING: Ranges = ((0x20, 0x10FFFF),)


def without(ranges: Ranges, marks: str) -> Ranges:
    """`ranges` less the characters of `marks`."""
    for code in sorted(map(ord, marks)):
        ranges = tuple(piece for span in ranges for piece in _cut(span, code))
    return ranges


def _cut(span: tuple[int, int], code: int) -> Ranges:
    first, last = span
    if not first <= code <= last:
        return (span,)
    return tuple((a, b) for a, b in ((first, code - 1), (code + 1, last)) if a <= b)
