"""TOML text → the line on which each of its tables and keys stands, which tomllib does not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The keys that lead to a value; the tables of an array are counted from 0."""

_HEADER = re.compile(r"\s*(?P<array>\[)?\[(?P<name>[^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?P<name>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[\w"'-]+)*)\s*=.*""")


def places(text: str) -> Mapping[Path, int]:
    """The lines of the headers and keys of TOML `text`, counted from 1."""
    found: dict[Path, int] = {}
    arrays: Counter[Path] = Counter()
    table: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = _parts(header["name"])
            if header["array"]:
                arrays[table] += 1
                table = (*table, arrays[table] - 1)
            _enter(found, table, number)
        elif key := _KEY.fullmatch(line.rstrip("\r")):
            _enter(found, (*table, *_parts(key["name"])), number)
    return found


def _enter(found: dict[Path, int], path: Path, number: int) -> None:
    """Line `number` is the first of `path`, and of what is around it and has no line yet."""
    for length in range(1, len(path) + 1):
        found.setdefault(path[:length], number)


def nearest(found: Mapping[Path, int], path: Path) -> int:
    """The line of `path`, or of the nearest table around it that has one; 0 for none."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 0)


def _parts(name: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
