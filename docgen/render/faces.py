"""Faces of a language → `@font-face` rules and the families that text asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docgen.render.ranges import EVERYTHING, Ranges, without
from docgen.style import Face, Stylesheet

HAN: Ranges = ((0x3400, 0x9FFF),)
VARIANTS = ((False, False), (True, False), (False, True), (True, True))
"""Bold, slanted."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A font that paper asks for by `name`, and the characters that may be taken from it."""

    name: str
    family: str
    bold: bool
    slanted: bool
    ranges: Ranges

    def wanted(self, characters: frozenset[str]) -> frozenset[str]:
        """Those of `characters` that are in the ranges; spaces always.

        Pango sets a space in the font of the letter before it, whatever that font has.
        """
        return characters if self.ranges == EVERYTHING else _within(self.ranges, characters)


@lru_cache(maxsize=8)
def _within(ranges: Ranges, characters: frozenset[str]) -> frozenset[str]:
    """The faces of a document have few ranges, and each is asked for in every variant."""
    return frozenset(one for one in characters if one.isspace() or _has(ranges, ord(one)))


def _has(ranges: Ranges, code: int) -> bool:
    return any(first <= code <= last for first, last in ranges)


def families(use: str, sheet: Stylesheet) -> str:
    """The `font-family` of the face `use`; restricted families go by a name of their own."""
    face = sheet.faces[use]
    names = [
        _alias(use, index) if _wanted(face, index, family) else family
        for index, family in enumerate(face.pdf)
    ]
    return ", ".join(f'"{family}"' for family in names) + ", serif"


def installed(name: str, sheet: Stylesheet) -> str:
    """The full name of the font that a PDF calls `name`, perhaps one of a restricted family."""
    for use, face in sheet.faces.items():
        for index, family in enumerate(face.pdf):
            rest = name.removeprefix(_alias(use, index))
            if rest != name and not rest[:1].isdigit():
                return f"{family}{rest}".replace("-", " ")
    return name.replace("-", " ")


def _alias(use: str, index: int) -> str:
    return f"docgen-{use}-{index + 1}"


def _wanted(face: Face, index: int, family: str) -> Ranges:
    """The characters wanted of a family that must not supply all it has; empty for the others."""
    if family in face.han_only:
        return HAN
    return without(EVERYTHING, face.own_marks) if face.own_marks and not index else ()


def cuts(sheet: Stylesheet) -> Iterator[Cut]:
    """Every font of `sheet` in every variant, under the name by which text asks for it."""
    for use, face in sheet.faces.items():
        for index, family in enumerate(face.pdf):
            wanted = _wanted(face, index, family)
            name = _alias(use, index) if wanted else family
            for bold, slanted in VARIANTS:
                yield Cut(name, family, bold, slanted, wanted or EVERYTHING)


def rules(sheet: Stylesheet) -> Iterator[str]:
    """A rule for a browser for every restricted family and variant."""
    for cut in cuts(sheet):
        if cut.name != cut.family:
            yield _rule(cut)


def _rule(cut: Cut) -> str:
    font = " ".join([cut.family, *["Bold"] * cut.bold, *["Italic"] * cut.slanted])
    weight, slant = ("normal", "bold")[cut.bold], ("normal", "italic")[cut.slanted]
    characters = ", ".join(f"U+{first:X}-{last:X}" for first, last in cut.ranges)
    return (
        f'@font-face {{ font-family: "{cut.name}"; font-weight: {weight}; font-style: {slant}; '
        f'src: local("{font}"); unicode-range: {characters} }}'
    )
