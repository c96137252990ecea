"""Preflight: a finished PDF × a profile → all that a press would stumble over, and its facts.

The file is read operator by operator; nothing is taken from the model, and no writer is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import pikepdf

from docgen.check.press import document, rules
from docgen.check.press.colours import ALL, PROCESS
from docgen.check.press.geometry import box
from docgen.check.press.reading import painted
from docgen.check.press.state import Painted
from docgen.profile import Profile


class Finding(NamedTuple):
    """A fault by the page on which it is, from 1; page 0 is the file as a whole."""

    page: int
    what: str

    def __str__(self) -> str:
        return f"page {self.page}: {self.what}" if self.page else self.what


@dataclass(frozen=True, slots=True)
class Leaf:
    """The facts of one page: its trimmed width and height in points, its plates in their order."""

    width: float
    height: float
    plates: tuple[str, ...]
    fonts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Preflight:
    """The faults of a file, each once for a page, and the facts of its pages."""

    findings: tuple[Finding, ...]
    pages: tuple[Leaf, ...]


def examine(data: bytes, profile: Profile, *, multiple: int) -> Preflight:
    """Read the PDF `data`, whose pages are to be a multiple of `multiple`."""
    with pikepdf.open(BytesIO(data)) as file:
        findings = [Finding(0, what) for what in document.faults(file, profile, multiple)]
        leaves = []
        for number, page in enumerate(file.pages, 1):
            found = painted(page)
            findings += [Finding(number, what) for what in _faults(page, found, profile)]
            leaves.append(_leaf(page, found))
        return Preflight(tuple(dict.fromkeys(findings)), tuple(leaves))


def _faults(page: pikepdf.Page, found: list[Painted], profile: Profile) -> Iterator[str]:
    yield from document.page_faults(page, profile)
    bleed = box(page.bleedbox)
    for each in found:
        yield from rules.faults(each, profile, bleed)
    if profile.marks and not any(_is_mark(each) for each in found):
        yield "no marks"


def _is_mark(each: Painted) -> bool:
    return any(colour.space == ALL for colour in each.colours)


def _leaf(page: pikepdf.Page, found: list[Painted]) -> Leaf:
    left, bottom, right, top = box(page.trimbox)
    used = {ink for each in found for colour in each.colours for ink in colour.inks}
    plates = tuple(ink for ink in PROCESS if ink in used)
    fonts = frozenset(each.font.name for each in found if each.font)
    return Leaf(right - left, top - bottom, plates, fonts)
