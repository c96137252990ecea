"""Boxes without backgrounds, borders and outlines, which most are, passed over."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.formatting_structure.boxes import Box

from docgen.render.drawing.looks import CORNERS, look

Function = Callable[..., Any]

SHARP = {f"border_{corner}_radius": (0, 0) for corner in CORNERS}


def bare(kind: Any) -> None:
    """Let boxes, of the class `kind`, have no background and no round corner unless they say so."""
    kind.background = None
    for name, radii in SHARP.items():
        setattr(kind, name, radii)


def backgrounds(original: Function) -> Function:
    """Find the backgrounds of those boxes alone that may have one.

    It stands for WeasyPrint's `layout_box_backgrounds`, which does all that comes before drawing.
    """

    @wraps(original)
    def layout_box_backgrounds(
        page: Any, box: Any, image: Function, layout_children: bool = True, style: Any = None
    ) -> None:
        if layout_children:
            for child in box.all_children():
                layout_box_backgrounds(page, child, image)
        if style is not None or box is page or not look(box.style).bare:
            original(page, box, image, False, style)

    return layout_box_backgrounds


def border(original: Function) -> Function:
    """Draw the border of a box that has one, in place of WeasyPrint's `draw_border`."""

    @wraps(original)
    def draw_border(stream: Any, box: Any) -> None:
        none = (
            box.border_top_width
            == box.border_bottom_width
            == box.border_left_width
            == box.border_right_width
            == 0
        )
        if not (none and look(box.style).unruled):
            original(stream, box)

    return draw_border


def outline(original: Function) -> Function:
    """Draw the outlines of a box and those within that have one.

    It stands for WeasyPrint's `draw_outline`, which goes into all boxes below the first.
    """

    @wraps(original)
    def draw_outline(stream: Any, box: Any) -> None:
        if not look(box.style).unlined:
            original(stream, box)
            return
        for child in box.children:
            if isinstance(child, Box) and (child.children or not look(child.style).unlined):
                draw_outline(stream, child)

    return draw_outline
