"""Fontconfig → the fonts of this machine, by family, weight and slant."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BOLD, REGULAR = 200, 80
"""Weights as Fontconfig counts them."""

_FORMAT = "%{file}\t%{index}\t%{weight}\t%{slant}\t%{variable}\t%{family}\n"


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its file, and its place in that file if it is one of a collection."""

    path: Path
    index: int

    def state(self) -> tuple[int, int]:
        """What tells this file from another in its place: its size and time."""
        found = self.path.stat()
        return found.st_size, found.st_mtime_ns


def find(family: str, bold: bool, slanted: bool) -> Font | None:
    """The installed font of `family` with just that weight and slant; None when there is none."""
    return _installed().get((family, bold, slanted))


def families() -> frozenset[str]:
    """The families that are installed, by each of their names."""
    return frozenset(name for *_, names in _listed() for name in names)


@cache
def _installed() -> dict[tuple[str, bool, bool], Font]:
    """Static fonts by family, by each of its names, and whether they are bold and slanted."""
    found: dict[tuple[str, bool, bool], Font] = {}
    for path, index, weight, slant, variable, names in _listed():
        if variable == "False" and weight in (str(BOLD), str(REGULAR)):
            for name in names:
                key = name, weight == str(BOLD), slant != "0"
                found.setdefault(key, Font(Path(path), int(index)))
    return found


@cache
def _listed() -> list[tuple[str, str, str, str, str, list[str]]]:
    """The fields of each font, in an order that is always the same; none without Fontconfig."""
    if not shutil.which("fc-list"):
        return []
    command = ["fc-list", ":", "--format", _FORMAT]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return [_fields(line) for line in sorted(listed.stdout.splitlines())]


def _fields(line: str) -> tuple[str, str, str, str, str, list[str]]:
    path, index, weight, slant, variable, names = line.split("\t")
    named = names.replace("\\", "").split(",")
    return path, index, weight, slant, variable, [name.strip() for name in named]
