"""The machine → what docgen needs of it: what is there, what is missing, what supplies it.

Standard library alone, so that it can say what is wrong where nothing works yet.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from docgen import fontconfig, machine
from docgen.machine import Need

SET_UP = "Python packages: make setup"


@dataclass(frozen=True)
class Finding:
    """One thing to look at: what is `there` of it, what is `missing`, and what supplies that.

    What is not `needed` is used by the tests alone.
    """

    subject: str
    there: str = ""
    missing: str = ""
    needs: tuple[Need, ...] = ()
    remedy: str = ""
    needed: bool = True

    @property
    def ok(self) -> bool:
        """Whether docgen works as far as this is concerned."""
        return not (self.missing and self.needed)

    def __str__(self) -> str:
        state = ("missing" if self.needed else "absent") if self.missing else "ok"
        return f"{self.subject:<18} {state:<8} {self.missing or self.there}".rstrip()


def examine(root: Path, output: Path) -> list[Finding]:
    """Look at the machine for the project at `root` that builds into `output`."""
    return [
        _supplied("Python", [] if machine.has_venv() else [machine.VENV], sys.version.split()[0]),
        _packages(root),
        _supplied("Pango", [] if machine.has_pango() else [machine.PANGO]),
        *_fonts(root),
        *_fonts(root, pseudo=True),
        _folder(output),
        _programs(root),
    ]


def remedies(findings: Sequence[Finding]) -> list[str]:
    """What to do about what is missing, first for building, then for the tests."""
    return [
        line
        for needed in (True, False)
        for line in _remedies([found for found in findings if found.needed is needed])
    ]


def _remedies(findings: Sequence[Finding]) -> list[str]:
    others = [found.remedy for found in findings if found.missing and found.remedy]
    return others + machine.remedies(need for found in findings for need in found.needs)


def _packages(root: Path) -> Finding:
    """The packages that pyproject.toml asks for."""
    asked = _asked(root)
    absent = [name for name in asked if not _is_installed(name)]
    return Finding("Python packages", ", ".join(asked), ", ".join(absent), remedy=SET_UP)


def _asked(root: Path) -> list[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[^\w-]", requirement)[0] for requirement in project["dependencies"]]


def _is_installed(package: str) -> bool:
    try:
        metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def _fonts(root: Path, *, pseudo: bool = False) -> Iterator[Finding]:
    """The fonts of the languages, or of the pseudo-languages, which only tests need."""
    have = fontconfig.families()
    for tag, families in machine.fonts(root, pseudo=pseudo).items():
        lacking = [machine.font_need(root, name) for name in families if name not in have]
        found = _supplied(f"fonts for {tag}", lacking, ", ".join(families))
        yield replace(found, needed=not pseudo)


def _supplied(subject: str, lacking: list[Need], there: str = "") -> Finding:
    return Finding(subject, there, _names(lacking), tuple(lacking))


def _folder(output: Path) -> Finding:
    """The folder for what is built, or the folder in which it will be made."""
    folder = next(path for path in (output, *output.parents) if path.exists())
    writable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    missing = "" if writable else f"may not write in {folder}"
    remedy = "output folder: mend that, or give another folder with --output=DIR"
    return Finding("output folder", str(output), missing, remedy=remedy)


def _programs(root: Path) -> Finding:
    lacking, programs = machine.missing_for_tests(root), _names(machine.PROGRAMS.values())
    return Finding("for the tests", programs, _names(lacking), tuple(lacking), needed=False)


def _names(needs: Iterable[Need]) -> str:
    return ", ".join(need.name for need in needs)
