"""What a content stream paints: paths, gradients, forms and the tiles of patterns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from pikepdf import Dictionary, Stream

from docgen.check.fonts import Font
from docgen.check.press import colours
from docgen.check.press.colours import PATTERN, Colour
from docgen.check.press.geometry import (
    IDENTITY,
    Box,
    Point,
    around,
    box,
    common,
    corners,
    grown,
    matrix,
    moved,
    sides,
    times,
)
from docgen.check.press.state import Cursor, Kind, Painted, State

DEPTH, FOLLOWED = 20, 5_000
"""How deep forms may stand in forms, and how many on a page, before a file is taken to be broken.
"""

NAMED = {
    "/ExtGState": "graphics state",
    "/Font": "font",
    "/Pattern": "pattern",
    "/Shading": "gradient",
    "/XObject": "form or image",
}
"""What the resources of a page are called."""

EVERYWHERE: Box = (-1e6, -1e6, 1e6, 1e6)
OPAQUE: dict[str, Any] = {
    "fill_alpha": 1,
    "stroke_alpha": 1,
    "blend": "Normal",
    "soft_mask": False,
}
"""The graphics state in which a group begins."""


class Canvas(ABC):
    """What the operators of one stream paint, and the graphics state that they have reached.

    `within` is the box of all that is painted, where that is known: the area that a pattern fills.
    `followed` counts the forms of a page. `veil` is what lets all shine through that is painted.
    `found` is what is painted, `amiss` what is no sense.
    """

    def __init__(
        self,
        resources: Any,
        state: State,
        depth: int = 0,
        within: Box | None = None,
        followed: Iterator[int] | None = None,
        veil: str = "",
    ) -> None:
        self.resources: Any = resources if isinstance(resources, Dictionary) else Dictionary()
        self.state, self.base = state, state.matrix
        self.depth, self.within = depth, within
        self.followed, self.veil = followed or count(), veil
        self.saved: list[State] = []
        self.points: list[Point] = []
        self.clips = False
        self.cursor = Cursor()
        self.fonts: dict[str, Font] = {}
        self.found: list[Painted] = []
        self.amiss: list[str] = []

    @abstractmethod
    def run(self, stream: Any) -> None:
        """Follow every operator of `stream`, a page or a stream object."""

    def set(self, **changed: Any) -> None:
        """Change the graphics state."""
        self.state = replace(self.state, **changed)

    def resource(self, kind: str, name: Any) -> Any:
        """The resource `name` of a kind, None where there is none."""
        found = self.resources.get(kind, {}).get(str(name))
        if found is None:
            self.amiss.append(f"the {NAMED[kind]} “{str(name).removeprefix('/')}” is missing")
        return found

    def paint(
        self, kind: Kind, colour: tuple[Colour, ...], points: list[Point], **more: Any
    ) -> None:
        """Keep what was painted between `points` unless the clipping path hides all of it."""
        seen = common(around(points), self.state.clip) if points else None
        if seen:
            kept = Painted(kind, colour, self.within or seen, **more)
            self.found.append(kept)

    def how(self, stroke: bool = False) -> dict[str, Any]:
        """What lets shine through what is painted now, and whether it overprints."""
        state = self.state
        overprints = state.stroke_overprints if stroke else state.fill_overprints
        return {"transparent": self.transparent(stroke), "overprints": overprints}

    def transparent(self, stroke: bool) -> str:
        """What lets shine through what is painted now; empty for nothing."""
        alpha = self.state.stroke_alpha if stroke else self.state.fill_alpha
        if alpha < 1:
            return f"opacity of {alpha:.0%}"
        if self.state.blend not in ("Normal", "Compatible"):
            return f"blending ({self.state.blend})"
        return "a soft mask" if self.state.soft_mask else self.veil

    def path(self, fill: bool, stroke: bool) -> None:
        """End the path: fill it, draw its line, or make it the clipping path."""
        points = self.points
        if fill and points:
            self._area("area", points, stroke=False)
        if stroke and points:
            half = self.state.width * max(sides(self.state.matrix)) / 2
            self._area("line", list(corners(grown(around(points), half))), stroke=True)
        if self.clips:
            clip = common(around(points), self.state.clip) if points else None
            self.set(clip=clip)
        self.points, self.clips = [], False

    def _area(self, kind: Kind, points: list[Point], *, stroke: bool) -> None:
        """Paint in the colour in force, or in those of the pattern in force."""
        state = self.state
        pattern = state.stroke_pattern if stroke else state.fill_pattern
        colour = state.stroke if stroke else state.fill
        if colour.space != PATTERN:
            self.paint(kind, (colour,), points, **self.how(stroke))
        elif isinstance(pattern, Stream):
            self._tiles(pattern, points, stroke)
        elif pattern is not None:
            if "/ExtGState" in pattern:
                self.amiss.append("a gradient with a graphics state of its own")
            ends = colours.gradient(pattern.Shading, self.resources)
            self.paint("gradient", ends, points, **self.how(stroke))

    def _tiles(self, pattern: Any, points: list[Point], stroke: bool) -> None:
        """What stands in each tile of a pattern, taken to cover the area that it fills.

        What lets shine through the area lets shine through all that is in the tiles.
        """
        seen = common(around(points), self.state.clip)
        if seen:
            placed = times(matrix(pattern.get("/Matrix", IDENTITY)), self.base)
            state = State(placed, EVERYWHERE)
            self._follow(pattern, state, within=seen, veil=self.transparent(stroke))

    def form(self, stream: Any) -> None:
        """What a form paints, clipped to its own box.

        A group shines as a whole, whatever is opaque in it (ISO 32000-1, 11.6.6).
        """
        placed = times(matrix(stream.get("/Matrix", IDENTITY)), self.state.matrix)
        bound = around(moved(point, placed) for point in corners(box(stream.BBox)))
        clip = common(bound, self.state.clip)
        state, veil = replace(self.state, matrix=placed, clip=clip), self.veil
        if "/Group" in stream:
            veil, state = self.transparent(stroke=False), replace(state, **OPAQUE)
        self._follow(stream, state, within=self.within, veil=veil)

    def _follow(self, stream: Any, state: State, within: Box | None, veil: str) -> None:
        if self.depth >= DEPTH or next(self.followed) >= FOLLOWED:
            self.amiss.append("forms stand in each other too deep or too often to be followed")
            return
        own = stream.get("/Resources", self.resources)
        inner = type(self)(own, state, self.depth + 1, within, self.followed, veil)
        inner.run(stream)
        self.found += inner.found
        self.amiss += dict.fromkeys(inner.amiss)


Operation = Callable[[Canvas, Any], None]
"""What an operator does with what it is given."""


def number_of(field: str, factor: float = 1) -> Operation:
    """What sets a `field` of the graphics state to its one number times `factor`."""
    return lambda canvas, given: canvas.set(**{field: float(given[0]) * factor})
