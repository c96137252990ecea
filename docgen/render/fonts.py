"""Fontconfig → the fonts of this machine: where a font is, and which characters it has."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Ranges = tuple[tuple[int, int], ...]
"""Characters as ranges of code points, first and last included, in rising order."""

EVERYTHING: Ranges = ((0x20, 0x10FFFF),)


@dataclass(frozen=True, slots=True)
class Font:
    """An installed font by its full name ("Liberation Serif Bold")."""

    name: str
    path: Path
    ranges: Ranges


@cache
def find(name: str) -> Font | None:
    """The installed font with the full name `name`; None when there is none.

    In a collection only its first font can be used apart from the others: later ones are not found.
    """
    for line in _listed(f":fullname={_escaped(name)}:index=0"):
        path, _, charset = line.partition("\t")
        return Font(name, Path(path), _ranges(charset))
    return None


def coverage(name: str) -> Ranges:
    """The characters of the font with the full name `name`, none when it is not installed."""
    font = find(name)
    return font.ranges if font else ()


def _listed(pattern: str) -> list[str]:
    command = ["fc-list", pattern, "--format", "%{file}\t%{charset}\n"]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return listed.stdout.splitlines()


def _escaped(name: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\-:,=" else letter for letter in name)


def _ranges(charset: str) -> Ranges:
    ends = (piece.partition("-") for piece in charset.split())
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in ends)


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


def common(one: Ranges, other: Ranges) -> Ranges:
    """The characters that stand in both `one` and `other`."""
    shared = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((first, last) for first, last in shared if first <= last)
