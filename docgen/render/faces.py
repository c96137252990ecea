"""Faces of a language → `@font-face` rules and the families that text asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

from docgen.render.fonts import EVERYTHING, Ranges, common, without
from docgen.style import Face, Stylesheet

HAN: Ranges = ((0x3400, 0x9FFF),)
VARIANTS = (
    ("normal", "normal", ""),
    ("bold", "normal", " Bold"),
    ("normal", "italic", " Italic"),
    ("bold", "italic", " Bold Italic"),
)
"""Weight, slant, and what they add to the full name of a font."""


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


def rules(sheet: Stylesheet, covered: Callable[[str], Ranges]) -> Iterator[str]:
    """A rule for every restricted family and variant, narrowed to what `covered` says it has."""
    for use, face in sheet.faces.items():
        for index, family in enumerate(face.pdf):
            wanted = _wanted(face, index, family)
            for weight, slant, suffix in VARIANTS if wanted else ():
                ranges = common(wanted, covered(family + suffix))
                if ranges:
                    yield _rule(_alias(use, index), family + suffix, weight, slant, ranges)


def _rule(alias: str, font: str, weight: str, slant: str, ranges: Ranges) -> str:
    """A face that a browser finds by its name, and the page engine through its own fetcher."""
    characters = ", ".join(f"U+{first:X}-{last:X}" for first, last in ranges)
    return (
        f'@font-face {{ font-family: "{alias}"; font-weight: {weight}; font-style: {slant}; '
        f'src: local("{font}"), url("font:{quote(font)}"); unicode-range: {characters} }}'
    )
