"""Colour spaces of a PDF → what they are called and which inks a colour in them takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
GRAY, RGB, CMYK = "DeviceGray", "DeviceRGB", "DeviceCMYK"
ALL = "Separation All"
PATTERN = "Pattern"
_SHORT = {"G": GRAY, "RGB": RGB, "CMYK": CMYK, "I": "Indexed"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its space; no `values` where every one in the space may occur (an image)."""

    space: str
    values: tuple[float, ...] = ()

    @property
    def inks(self) -> frozenset[str]:
        """The plates on which this colour prints; all four for a space that is not of inks."""
        if self.space == ALL:
            return frozenset()
        if self.space == GRAY:
            return frozenset({"Black"} if not self.values or self.values[0] < 1 else ())
        if self.space == CMYK and self.values:
            return frozenset(name for name, ink in zip(PROCESS, self.values, strict=True) if ink)
        return frozenset(PROCESS)

    def __str__(self) -> str:
        if self.space != CMYK or not self.values:
            return self.space
        inks = zip(PROCESS, self.values, strict=True)
        return ", ".join(f"{name.lower()} {ink:.0%}" for name, ink in inks if ink) or "white"


BLACK = Colour(GRAY, (0.0,))
_FIRST = {GRAY: (0.0,), RGB: (0.0, 0.0, 0.0), CMYK: (0.0, 0.0, 0.0, 1.0), ALL: (1.0,)}


def initial(space: str) -> Colour:
    """The colour in force when `space` has just been chosen."""
    return Colour(space, _FIRST.get(space, ()))


def space(named: Any, resources: Any) -> str:
    """What the colour space `named` is, by the names of ISO 32000-1, 8.6.

    An indexed space is that of its table, one with an ICC profile that of as many components.
    """
    if isinstance(named, Name):
        plain = str(named).removeprefix("/")
        own = _resource(resources, plain)
        return _SHORT.get(plain, plain) if own is None else space(own, None)
    if not isinstance(named, Array):
        return "no colour space"
    family = str(named[0]).removeprefix("/")
    if family in ("Indexed", "I"):
        return space(named[1], resources)
    if family == "ICCBased":
        return f"ICCBased ({int(named[1].N)} components)"
    if family in ("Separation", "DeviceN"):
        names = [named[1]] if family == "Separation" else list(named[1])
        return f"{family} {', '.join(str(name).removeprefix('/') for name in names)}"
    return family


def _resource(resources: Any, plain: str) -> Any:
    spaces = resources.get("/ColorSpace") if isinstance(resources, Dictionary) else None
    return spaces.get(f"/{plain}") if isinstance(spaces, Dictionary) else None


def gradient(shading: Any, resources: Any) -> tuple[Colour, ...]:
    """The colours between which a gradient runs; its space alone where it does not say them."""
    named = space(shading.get("/ColorSpace"), resources)
    ends = tuple(Colour(named, values) for values in _ends(shading.get("/Function")))
    return ends or (Colour(named),)


def _ends(function: Any) -> list[tuple[float, ...]]:
    if not isinstance(function, Dictionary | Stream):
        return []
    ends = [tuple(map(float, function[key])) for key in ("/C0", "/C1") if key in function]
    return ends + [end for part in function.get("/Functions", ()) for end in _ends(part)]
