"""`styles/press/*.toml` → Profile: how a document is made ready for a press or an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from docgen import toml
from docgen.records import dataclass
from docgen.report import DocgenError, Origin

FOLDER = "press"
_WORD = re.compile(r"[A-Za-z0-9-]+")
MARKS = ("crop", "registration", "fold")
INKS = (("Black",), ("Cyan", "Magenta", "Yellow", "Black"))
BOOKLET = 4
"""The pages of a sheet that is folded once."""

NUMBERS = ("bleed", "slug", "creep", "resolution", "ink")
LEAST_SLUG = 14
"""Marks have no room in a narrower one, in points."""

CHOICES: Mapping[str, tuple[object, ...]] = {
    "standard": ("", "PDF/X-4"),
    "pages_per_sheet": (1, 2, 4),
    "duplex": ("", "DuplexFlipLongEdge", "DuplexFlipShortEdge"),
    "transparency": (True, False),
}
"""What the keys can be that have few values."""

RGB = tuple[float, float, float]
Inks = tuple[float, ...]
"""How much of each plate of the profile a colour takes, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Intent:
    """The printing condition that the colours are made for (PDF output intent).

    `identifier` is its name in `registry`, `profile` the file of its ICC profile.
    """

    identifier: str
    condition: str
    registry: str
    profile: Path


@dataclass(frozen=True, slots=True)
class Profile:
    """What a machine wants of a file; lengths in points.

    `standard` is what the file claims to be, empty for none. `plates` are the inks, black the last.
    `bleed` runs over the trimmed edge, `slug` is the room around it for `marks`. Pages are filled
    up to a multiple of `pages_per_sheet`. `booklet` ends the name of the file of a booklet;
    in one each sheet is moved by `creep` towards the fold beside the sheet around it. `resolution`
    is what images need in dots per inch, `ink` the most that the paper takes of all
    plates together, in per cent.
    """

    name: str
    standard: str
    plates: tuple[str, ...]
    bleed: float
    slug: float
    marks: tuple[str, ...]
    pages_per_sheet: int
    creep: float
    booklet: str
    duplex: str
    resolution: float
    ink: float
    transparency: bool
    colours: Mapping[RGB, Inks]
    intent: Intent | None = None

    @property
    def in_colour(self) -> bool:
        """Whether there are more plates than black."""
        return len(self.plates) > 1


def load(styles: Path, name: str) -> Profile:
    """Read the profile `name` of the folder of `styles`.

    Raises DocgenError for one that does not exist, lacks a key, or has one that means nothing.
    """
    path = styles / FOLDER / f"{name}.toml"
    facts = _read(path)
    intent = facts.pop("intent", None)
    facts |= {"name": name, "colours": _colours(facts.pop("colours", {}), path)}
    facts |= {key: tuple(facts.get(key, ())) for key in ("plates", "marks")}
    _known(facts["marks"], MARKS, "mark", path)
    if facts["plates"] not in INKS:
        known = " or ".join(", ".join(inks) for inks in INKS)
        raise DocgenError("these plates cannot be made", f"{known}.", Origin(str(path)))
    if intent:
        intent = {**intent, "profile": path.parent / intent.get("profile", "")}
        facts["intent"] = _made(Intent, intent, path)
    made: Profile = _made(Profile, {"intent": None, **facts}, path)
    for fault in _faults(made):
        raise DocgenError(fault, "print.toml says what each key means.", Origin(str(path)))
    return made


def _faults(made: Profile) -> Iterator[str]:
    """What is wrong with the values of a profile, each of which could spoil a page unseen."""
    for name in NUMBERS:
        value = getattr(made, name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 10_000:
            yield f"{name} is no number from 0 up"
    for name, known in CHOICES.items():
        value = getattr(made, name)
        if not any(value == one and type(value) is type(one) for one in known):
            yield f"{name} is none of {', '.join(map(repr, known))}"
    if not isinstance(made.booklet, str) or not _WORD.fullmatch(made.booklet):
        yield "booklet is no word of letters, digits and hyphens"
    if made.marks and made.slug < LEAST_SLUG:
        yield f"slug is too narrow for marks, which need {LEAST_SLUG} points"
    for inks in made.colours.values():
        if len(inks) != len(made.plates) or not all(0 <= ink <= 1 for ink in inks):
            yield f"a colour has {len(made.plates)} inks from 0 to 100 per cent here"


def names(styles: Path) -> list[str]:
    """The names of the profiles in the folder of `styles`."""
    return sorted(path.stem for path in (styles / FOLDER).glob("*.toml"))


def rgb(code: str) -> RGB:
    """“#009edb” → its red, green and blue from 0 to 1; ValueError where it is no such code."""
    digits = bytes.fromhex(code.removeprefix("#"))
    red, green, blue = (part / 255 for part in digits)
    return red, green, blue


def _read(path: Path) -> dict[str, Any]:
    try:
        return toml.read(path)
    except FileNotFoundError as error:
        known = ", ".join(names(path.parents[1])) or "none"
        raise DocgenError(f"there is no profile {path.stem}", f"Profiles: {known}.") from error


def _colours(given: Mapping[str, list[float]], path: Path) -> dict[RGB, Inks]:
    try:
        return {rgb(code): tuple(part / 100 for part in inks) for code, inks in given.items()}
    except (ValueError, TypeError) as error:
        hint = 'A colour is written like this: "#009edb" = [80, 20, 0, 0].'
        raise DocgenError("not a colour in [colours]", hint, Origin(str(path))) from error


def _made(kind: Any, values: Mapping[str, Any], path: Path) -> Any:
    wanted = [field.name for field in fields(kind)]
    _known(values, wanted, "key", path)
    if lacking := [name for name in wanted if name not in values]:
        raise DocgenError(f"missing: {', '.join(lacking)}", origin=Origin(str(path)))
    return kind(**values)


def _known(given: Any, known: Any, kind: str, path: Path) -> None:
    for word in given:
        if word not in known:
            hint = f"There are: {', '.join(known)}."
            raise DocgenError(f"“{word}” is no {kind} of a profile", hint, Origin(str(path)))
