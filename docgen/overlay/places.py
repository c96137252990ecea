"""TOML text → the line on which each of its tables and keys stands, which tomllib does not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""The keys that lead to a value; the tables of an array are counted from 0."""

_HEADER = re.compile(r"\s*(?P<array>\[)?\[(?P<name>[^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?P<name>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[\w"'-]+)*)\s*=.*""")

_LONG = re.compile("\"\"\"|'''")
"""What stands around a text of several lines."""


def places(text: str) -> Mapping[Path, int]:
    """The lines of the headers and keys of TOML `text`, counted from 1."""
    found: dict[Path, int] = {}
    arrays: Counter[Path] = Counter()
    table: Path = ()
    for number, line in _lines(text):
        if header := _HEADER.fullmatch(line):
            table = _parts(header["name"])
            if header["array"]:
                arrays[table] += 1
                table = (*table, arrays[table] - 1)
            _enter(found, table, number)
        elif key := _KEY.fullmatch(line):
            _enter(found, (*table, *_parts(key["name"])), number)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers from 1, without those that go on with a text of several."""
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not within:
            yield number, line.rstrip("\r")
        for mark in _LONG.findall(line):
            within = "" if within == mark else within or mark


def _enter(found: dict[Path, int], path: Path, number: int) -> None:
    """Line `number` is the first of `path`, and of what is around it and has no line yet."""
    for length in range(1, len(path) + 1):
        found.setdefault(path[:length], number)


def nearest(found: Mapping[Path, int], path: Path) -> int:
    """The line of `path`, or of the nearest table around it that has one; 0 for none."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 0)


def extent(text: str, header: int) -> slice:
    """The lines, counted from 0, of the table whose header is on line `header`, counted from 1.

    What stands behind its last value, blank lines and comments, is not among them.
    """
    lines = text.split("\n")
    headers = (number - 1 for number, line in _lines(text) if _HEADER.fullmatch(line))
    end = next((number for number in headers if number >= header), len(lines))
    while end > header and lines[end - 1].strip()[:1] in ("", "#"):
        end -= 1
    return slice(header - 1, end)


def _parts(name: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
