"""Fontconfig → the fonts of this machine, by their names, weights and slants.

It is asked once in a process, unless it is told to `forget`. Standard library alone, because
the set-up asks before anything is installed.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from docgen.records import dataclass

BOLD, REGULAR = "200", "80"
"""Weights as Fontconfig counts them; those of a variable font are a range."""

_FORMAT = "%{file}\t%{index}\t%{family}\t%{fullname}\t%{weight}\t%{slant}\t%{variable}\n"


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its file, and its place in that file if it is one of a collection.

    `families` are all names of its family, `name` its own.
    """

    path: Path
    index: int
    families: tuple[str, ...] = ()
    name: str = ""
    weight: str = REGULAR
    slanted: bool = False
    variable: bool = False

    def state(self) -> tuple[int, int]:
        """What tells this file from another in its place: its size and time."""
        found = self.path.stat()
        return found.st_size, found.st_mtime_ns


def fonts() -> tuple[Font, ...]:
    """All fonts, in an order that is always the same; none without Fontconfig."""
    program = shutil.which("fc-list")
    return _listed(program) if program else ()


def forget() -> None:
    """Ask anew from now on: fonts have been installed."""
    _listed.cache_clear()


@cache
def _listed(program: str) -> tuple[Font, ...]:
    import subprocess

    command = [program, ":", "--format", _FORMAT]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return tuple(_font(*line.split("\t")) for line in sorted(listed.stdout.splitlines()))


def _font(
    path: str, index: str, families: str, name: str, weight: str, slant: str, variable: str
) -> Font:
    names = (each.strip() for each in families.replace("\\", "").split(","))
    known = tuple(each for each in names if each)
    return Font(Path(path), int(index), known, name, weight, slant != "0", variable == "True")


def families() -> frozenset[str]:
    """The families of this machine by every name they have."""
    return frozenset(name for font in fonts() for name in font.families)


def find(family: str, bold: bool, slanted: bool) -> Font | None:
    """The static font of `family` with just that weight and slant; None when there is none."""
    weight = BOLD if bold else REGULAR
    return next(
        (
            font
            for font in fonts()
            if family in font.families
            and (font.weight, font.slanted, font.variable) == (weight, slanted, False)
        ),
        None,
    )
