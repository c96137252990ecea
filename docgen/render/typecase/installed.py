"""Fontconfig → the fonts of this machine, by family, weight and slant."""

from __future__ import annotations

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


@cache
def _installed() -> dict[tuple[str, bool, bool], Font]:
    """Static fonts by family, by each of its names, and whether they are bold and slanted."""
    found: dict[tuple[str, bool, bool], Font] = {}
    for line in _listed():
        path, index, weight, slant, variable, families = line.split("\t")
        if variable == "False" and weight in (str(BOLD), str(REGULAR)):
            for family in families.split(","):
                key = family.replace("\\", "").strip(), weight == str(BOLD), slant != "0"
                found.setdefault(key, Font(Path(path), int(index)))
    return found


def _listed() -> list[str]:
    """One line for each font, in an order that is always the same."""
    command = ["fc-list", ":", "--format", _FORMAT]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return sorted(listed.stdout.splitlines())
