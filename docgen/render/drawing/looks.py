"""What drawing asks of a style over and over, found once for it."""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.draw.color import get_color

KEPT = "look"
"""The attribute of a style that holds its look; copies of the style are without."""

CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
LOGICAL = ("start_start", "start_end", "end_start", "end_end")
NONE = (0, "px")

PICTURES = ("border_image_source", "mask_border_source")
RADII = [f"border_{corner}_radius" for corner in (*CORNERS, *LOGICAL)]
PAINT = frozenset((*PICTURES, *RADII, "background_color", "background_image", "box_shadow"))
RULES = frozenset(("border_image_source", "column_width", "column_count"))
LINES = frozenset(("outline_style", "outline_width"))
"""The names on which it depends whether a box is bare, unruled, unlined; nothing inherits them."""


class Look(NamedTuple):
    """What boxes in a style have not, as most have none of it.

    A `bare` box has no background, shadow, mask, round corner or picture on its border, an
    `unruled` one no picture on its border and no rules between columns, an `unlined` one no
    outline. A `flat` box is drawn in the order of the text.
    """

    bare: bool
    unruled: bool
    unlined: bool
    flat: bool


def look(style: Any) -> Look:
    """The look of boxes in `style`."""
    known: Look | None = vars(style).get(KEPT)
    if known is None:
        known = Look(_bare(style), _unruled(style), _unlined(style), _flat(style))
        setattr(style, KEPT, known)
    return known


def _silent(style: Any, names: frozenset[str]) -> bool:
    """Whether `style` says nothing of what has `names`; to find that out for each takes longer."""
    return names.isdisjoint(getattr(style, "cascaded", ())) and names.isdisjoint(style)


def _bare(style: Any) -> bool:
    return _silent(style, PAINT) or bool(
        all(style[name][0] == "none" for name in PICTURES)
        and not style["box_shadow"]
        and all(NONE in style[f"border_{corner}_radius"] for corner in CORNERS)
        and (style["visibility"] == "hidden" or _unpainted(style))
    )


def _unpainted(style: Any) -> bool:
    pictures = any(value for _, value in style["background_image"])
    return not pictures and get_color(style, "background_color").alpha == 0


def _unruled(style: Any) -> bool:
    if _silent(style, RULES):
        return True
    columns = style["column_width"] != "auto" or style["column_count"] != "auto"
    ruled = columns and style["column_rule_width"]
    return style["border_image_source"][0] == "none" and not ruled


def _unlined(style: Any) -> bool:
    return _silent(style, LINES) or style["visibility"] != "visible" or not style["outline_width"]


def _flat(style: Any) -> bool:
    return bool(
        style["position"] == "static"
        and style["float"] == "none"
        and style["overflow"] == "visible"
        and style["opacity"] == 1
        and not style["transform"]
    )
