"""The graphics state of a content stream, and what one operator painted with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from docgen.check.fonts import Font
from docgen.check.press.colours import BLACK, Colour
from docgen.check.press.geometry import IDENTITY, Box, Matrix

Kind = Literal["text", "area", "line", "image", "gradient"]


@dataclass(frozen=True, slots=True)
class State:
    """What `q` saves and `Q` restores (ISO 32000-1, 8.4), as far as a press is concerned."""

    matrix: Matrix
    clip: Box | None
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    width: float = 1
    fill_alpha: float = 1
    stroke_alpha: float = 1
    blend: str = "Normal"
    soft_mask: bool = False
    fill_overprints: bool = False
    stroke_overprints: bool = False
    font: Font | None = None
    size: float = 0
    character_space: float = 0
    word_space: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    rendering: int = 0


@dataclass(slots=True)
class Cursor:
    """Where text is set: the matrix of the line, and that of the next character."""

    line: Matrix = IDENTITY
    text: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class Painted:
    """Something that an operator put on the page: what, in which colours, where, and how.

    `box` is what the clipping path leaves of it. `transparent` says what lets shine through,
    empty for nothing. `codes` are the characters of text as the file has them. `resolution` is that
    of an image at its printed size, in dots per inch; `pixels` are how many it has, and `ink` is
    that of all plates together at its darkest place.
    """

    kind: Kind
    colours: tuple[Colour, ...]
    box: Box
    transparent: str = ""
    overprints: bool = False
    font: Font | None = None
    codes: bytes = b""
    resolution: float = 0
    pixels: tuple[int, int] = (0, 0)
    ink: float = 0
