"""Preflight: a finished PDF × a profile → all that a press would stumble over, and its facts.

The file is read operator by operator; nothing is taken from the model, and no writer is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import pikepdf

from docgen.check.press import document, marks, rules
from docgen.check.press.colours import PROCESS
from docgen.check.press.geometry import box
from docgen.check.press.letters import Programs
from docgen.check.press.reading import Reader, read
from docgen.check.press.state import Painted
from docgen.profile import Profile


class Finding(NamedTuple):
    """A fault by the page on which it is, from 1; page 0 is the file as a whole.

    `pixels` are those of the image whose fault it is.
    """

    page: int
    what: str
    pixels: tuple[int, int] = (0, 0)

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
    try:
        file = pikepdf.open(BytesIO(data))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        return Preflight((Finding(0, f"the file cannot be read: {error}"),), ())
    with file:
        findings = [Finding(0, what) for what in document.faults(file, profile, multiple)]
        leaves, programs = [], Programs()
        for number, page in enumerate(file.pages, 1):
            seen = read(page)
            findings += _faults(number, page, seen, profile, programs)
            leaves.append(_leaf(page, seen.found))
        findings += [Finding(0, f"the file is damaged: {each}") for each in file.get_warnings()]
        return Preflight(tuple(dict.fromkeys(findings)), tuple(leaves))


def _faults(
    number: int, page: pikepdf.Page, seen: Reader, profile: Profile, programs: Programs
) -> Iterator[Finding]:
    bleed = box(page.bleedbox)
    for what in (*document.page_faults(page, profile), *seen.amiss):
        yield Finding(number, what)
    for each in seen.found:
        for what in (*rules.faults(each, profile, bleed), *programs.faults(each)):
            yield Finding(number, what, each.pixels)
    for what in marks.lacking(seen.found, profile, box(page.trimbox)):
        yield Finding(number, what)


def _leaf(page: pikepdf.Page, found: list[Painted]) -> Leaf:
    left, bottom, right, top = box(page.trimbox)
    used = {ink for each in found for colour in each.colours for ink in colour.inks}
    plates = tuple(ink for ink in PROCESS if ink in used)
    fonts = frozenset(each.font.name for each in found if each.font)
    return Leaf(right - left, top - bottom, plates, fonts)
