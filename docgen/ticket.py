"""Facts of a print file, which go to the press with it → text for people, JSON for programs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from docgen.check.press import Leaf, Preflight
from docgen.model import Document
from docgen.profile import BOOKLET, Profile
from docgen.render.filters import words
from docgen.render.press.sheet import Fact, Sheet

POINTS = 72 / 25.4
"""Points in a millimetre."""

WIDTH = 17
"""The letters of the first column."""

STATUS = {"draft": "not to be printed", "final": "everything is translated and current"}
"""What a press makes of the status."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a press must know about one file; lengths in millimetres.

    `pages` are those that a reader counts, `sides` those of the PDF: in a booklet each side of a
    sheet holds two pages. `blank` counts the sides without ink; `plates` holds for each side the
    plates it is printed from.
    """

    symbol: str
    title: str
    language: str
    date: str
    status: str
    file: str
    bytes: int
    sha256: str
    standard: str
    output_intent: str
    profile: str
    pages: int
    sides: int
    blank: int
    sheets: int
    binding: str
    trimmed: tuple[tuple[float, float], ...]
    bleed: float
    marks: tuple[str, ...]
    creep: float
    resolution: float
    plates: tuple[tuple[str, ...], ...]
    fonts: tuple[str, ...]


def ticket(
    document: Document,
    profile: Profile,
    found: Preflight,
    fonts: Iterable[str],
    *,
    name: str,
    data: bytes,
    booklet: bool,
    final: bool,
) -> Ticket:
    """The facts of the file `name` with the bytes `data`, which `found` was read from."""
    sides = len(found.pages)
    pages = 2 * sides if booklet else sides
    return Ticket(
        symbol=" ".join(document.front.symbols),
        title=_plain_title(document),
        language=document.lang,
        date=document.front.date.isoformat(),
        status="final" if final else "draft",
        file=name,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        standard=profile.standard,
        output_intent=f"{profile.intent.identifier} ({profile.intent.condition})"
        if profile.intent
        else "",
        profile=profile.name,
        pages=pages,
        sides=sides,
        blank=sum(not leaf.plates for leaf in found.pages),
        sheets=pages // (BOOKLET if booklet else profile.pages_per_sheet),
        binding=_binding(profile, booklet, document.direction),
        trimmed=tuple(dict.fromkeys(map(_size, found.pages))),
        bleed=_millimetres(profile.bleed),
        marks=_marks(profile, booklet),
        creep=_millimetres(profile.creep) if booklet else 0.0,
        resolution=profile.resolution,
        plates=tuple(leaf.plates for leaf in found.pages),
        fonts=tuple(sorted(set(fonts))),
    )


def _plain_title(document: Document) -> str:
    return words(document.masthead.title if document.masthead else document.front.title)


def _binding(profile: Profile, booklet: bool, direction: str) -> str:
    edge = "right" if direction == "rtl" else "left"
    if booklet:
        return f"imposed: print both sides, fold once, saddle stitch at the {edge}"
    if profile.pages_per_sheet == BOOKLET:
        return f"single pages in order of reading, for saddle stitching at the {edge}"
    return f"single pages in order of reading, both sides, bound at the {edge}"


def _marks(profile: Profile, booklet: bool) -> tuple[str, ...]:
    return tuple(mark for mark in profile.marks if booklet or mark != "fold")


def _size(leaf: Leaf) -> tuple[float, float]:
    return _millimetres(leaf.width), _millimetres(leaf.height)


def _millimetres(points: float) -> float:
    return round(points / POINTS, 1)


def as_json(facts: Ticket) -> str:
    """The facts for a program."""
    return json.dumps(asdict(facts), ensure_ascii=False, indent=2) + "\n"


def as_text(facts: Ticket) -> str:
    """The facts for a reader: one to a line."""
    groups = [_head(facts), *_groups(facts)]
    return "\n".join("".join(_lines(fact) for fact in group) for group in groups)


def as_sheet(facts: Ticket) -> Sheet:
    """The facts for paper, where the head of the page has those of the document."""
    groups = (_version(facts), *_groups(facts))
    return Sheet(facts.status, STATUS[facts.status], groups)


def _lines(fact: Fact) -> str:
    name, lines = fact
    names = [name, *[""] * (len(lines) - 1)]
    return "".join(f"{name:<{WIDTH}}{line}\n" for name, line in zip(names, lines, strict=True))


def _head(facts: Ticket) -> tuple[Fact, ...]:
    return (
        ("Document", (facts.symbol,)),
        ("Title", (facts.title,)),
        *_version(facts),
        ("Status", (f"{facts.status}: {STATUS[facts.status]}",)),
    )


def _version(facts: Ticket) -> tuple[Fact, ...]:
    return ("Language", (facts.language,)), ("Date", (facts.date,))


def _groups(facts: Ticket) -> Iterator[tuple[Fact, ...]]:
    """What there is to know of the file itself, what belongs together in one group."""
    yield (
        ("File", (facts.file,)),
        ("Size", (f"{facts.bytes} bytes",)),
        ("SHA-256", (facts.sha256,)),
        ("Standard", (facts.standard or "none",)),
        ("Intent", (facts.output_intent or "none",)),
        ("Profile", (facts.profile,)),
    )
    yield (
        ("Pages", (str(facts.pages),)),
        ("In the file", (f"{facts.sides} sides, {facts.blank or 'none'} of them blank",)),
        ("Sheets", (str(facts.sheets),)),
        ("Binding", (facts.binding,)),
        ("Trimmed size", (", ".join(f"{width} × {height} mm" for width, height in facts.trimmed),)),
        ("Bleed", (f"{facts.bleed} mm on every side",)),
        ("Marks", (", ".join(facts.marks) or "none",)),
        ("Creep", (f"{facts.creep} mm for each sheet" if facts.creep else "none taken off",)),
        ("Images", (f"at least {facts.resolution:.0f} dots per inch",)),
    )
    yield (("Plates of sides", tuple(_plates(facts.plates))),)
    yield (("Fonts", (*facts.fonts, "all embedded")),)


def _plates(pages: Sequence[Sequence[str]]) -> list[str]:
    """Which pages are printed from which plates, the most usual first."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for number, plates in enumerate(pages, 1):
        kinds.setdefault(tuple(plates), []).append(number)
    usual = sorted(kinds.items(), key=lambda kind: -len(kind[1]))
    return [f"{', '.join(plates) or 'no ink'}: {ranges(numbers)}" for plates, numbers in usual]


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers as people write them: “1–4, 6”."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
