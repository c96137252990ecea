"""Marks of a chart → elements of SVG, mirrored for those who read from the right."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from docgen.records import dataclass

_RTL = "\u200f"
_OTHER_SIDE = {"start": "end", "middle": "middle", "end": "start"}

Place = tuple[float, float]

SHAPES: tuple[tuple[Place, ...], ...] = (
    (),
    ((-2, -2), (2, -2), (2, 2), (-2, 2)),
    ((0, -2.6), (2.6, 2), (-2.6, 2)),
    ((0, -2.9), (2.9, 0), (0, 2.9), (-2.9, 0)),
    ((-2.6, -2), (2.6, -2), (0, 2.6)),
)
"""The corners of the dots by which lines are told apart in print, in points from their middle; a
circle has none."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a chart `right` points wide, whose places are those of one read from the left."""

    right: float
    size: float
    leftward: bool

    def text(self, x: float, y: float, said: str, anchor: str, size: float = 0) -> str:
        """Words on a line at `y`, which begin, end or have their middle at `x`."""
        own = f' font-size="{size:.4g}"' if size else ""
        if self.leftward:
            anchor, said = _OTHER_SIDE[anchor], f"{_RTL}{said}{_RTL}"
        place = f'x="{self._at(x):.2f}" y="{y:.2f}"'
        return f'<text {place} text-anchor="{anchor}"{own}>{escape(said)}</text>'

    def upright(self, x: float, y: float, said: str) -> str:
        """Words that are read from below and end at `y`, in a line whose middle is at `x`."""
        x = self._at(x) + 0.3 * self.size
        turned = f'transform="rotate(-90 {x:.2f} {y:.2f})"'
        place = f'x="{x:.2f}" y="{y:.2f}"'
        return f'<text {place} text-anchor="end" {turned}>{escape(said)}</text>'

    def box(self, x: float, y: float, width: float, height: float, color: str) -> str:
        """A rectangle that is filled."""
        x = self.right - x - width if self.leftward else x
        size = f'width="{width:.2f}" height="{height:.2f}"'
        return f'<rect x="{x:.2f}" y="{y:.2f}" {size} fill="{color}"/>'

    def line(self, dots: Sequence[Place], color: str, thickness: float, dashes: str = "") -> str:
        """A line from dot to dot."""
        path = "L".join(f"{self._at(x):.2f} {y:.2f}" for x, y in dots)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        look = f'fill="none" stroke="{color}" stroke-width="{thickness}"{dashed}'
        return f'<path d="M{path}" {look}/>'

    def dot(self, x: float, y: float, color: str, shape: int = 0) -> str:
        """A dot of one of the `SHAPES`."""
        corners = SHAPES[shape]
        if not corners:
            return f'<circle cx="{self._at(x):.2f}" cy="{y:.2f}" r="2" fill="{color}"/>'
        path = "L".join(f"{self._at(x) + right:.2f} {y + down:.2f}" for right, down in corners)
        return f'<path d="M{path}Z" fill="{color}"/>'

    def _at(self, x: float) -> float:
        return self.right - x if self.leftward else x
