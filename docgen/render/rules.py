"""Rules above and below boxes drawn as lines, those of a row of cells as one.

WeasyPrint fills a long shape for each box. Viewers give lines of one thickness equally many pixels,
but not shapes of one height; and where shapes meet within a pixel, both cover a part of it and the
paper shows through: a notch at every column. So the rule of a cell begins within the cell before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from docgen.render.engine import differences

JOINT = 4
"""How far rules of neighbours lie on each other, in pixels of 1/96 inch; a column is wider."""

NAMES = {"draw:draw_border": "(stream, box)"}
SIDES = ("top", "bottom")


@contextmanager
def installed() -> Iterator[None]:
    """Meanwhile rules are drawn this way, by the one version of WeasyPrint that is known."""
    if any(differences(NAMES)):
        yield
        return
    from weasyprint import draw

    original = draw.draw_border
    draw.draw_border = _border(original)
    try:
        yield
    finally:
        draw.draw_border = original


def _border(original: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    @wraps(original)
    def draw_border(stream: Any, box: Any) -> None:
        if _is_ruled(box):
            _draw(stream, box)
        else:
            original(stream, box)

    return draw_border


def _is_ruled(box: Any) -> bool:
    """Whether a box has nothing but solid rules above and below."""
    if box.border_left_width or box.border_right_width:
        return False
    sides = [side for side in SIDES if getattr(box, f"border_{side}_width")]
    return bool(sides) and _is_plain(box.style) and all(_is_solid(box.style, *sides))


def _is_plain(style: Any) -> bool:
    return bool(
        style["visibility"] == "visible"
        and style["border_collapse"] == "separate"
        and style["border_image_source"][0] == "none"
        and style["column_width"] == style["column_count"] == "auto"
    )


def _is_solid(style: Any, *sides: str) -> Iterator[bool]:
    from weasyprint.draw.color import get_color

    for side in sides:
        yield style[f"border_{side}_style"] == "solid"
        yield get_color(style, f"border_{side}_color").alpha == 1


def _draw(stream: Any, box: Any) -> None:
    from weasyprint.draw.color import get_color

    start, end = _ends(box)
    with stream.artifact(), stream.stacked():
        for side, y, thickness in _lines(box):
            stream.set_color(get_color(box.style, f"border_{side}_color"), stroke=True)
            stream.set_line_width(thickness)
            stream.move_to(start, y)
            stream.line_to(end, y)
            stream.stroke()


def _lines(box: Any) -> Iterator[tuple[str, float, float]]:
    """The side, the height on the page and the thickness of each rule."""
    top, bottom = box.border_top_width, box.border_bottom_width
    if top:
        yield "top", box.border_box_y() + top / 2, top
    if bottom:
        yield "bottom", box.border_box_y() + box.border_height() - bottom / 2, bottom


def _ends(box: Any) -> tuple[float, float]:
    """Where the rules of a box begin and end on the page."""
    left = box.border_box_x()
    right = left + box.border_width()
    joint = JOINT if getattr(box, "grid_x", 0) else 0
    return (left, right + joint) if box.style["direction"] == "rtl" else (left - joint, right)
