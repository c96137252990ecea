"""`styles/press/*.toml` → Profile: how a document is made ready for a press or an office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from docgen import toml
from docgen.records import dataclass
from docgen.report import DocgenError, Origin

FOLDER = "press"
MARKS = ("crop", "registration", "fold")
INKS = (("Black",), ("Cyan", "Magenta", "Yellow", "Black"))
BOOKLET = 4
"""The pages of a sheet that is folded once."""

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
    return _made(Profile, {"intent": None, **facts}, path)  # type: ignore[no-any-return]


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
    except ValueError as error:
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
