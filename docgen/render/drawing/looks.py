"""What drawing asks of a style over and over, found once for it."""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.draw.color import get_color

KEPT = "look"
"""The attribute of a style that holds its look; copies of the style are without."""

CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
NONE = (0, "px")


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


def _bare(style: Any) -> bool:
    return bool(
        style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and not style["box_shadow"]
        and all(NONE in style[f"border_{corner}_radius"] for corner in CORNERS)
        and (style["visibility"] == "hidden" or _unpainted(style))
    )


def _unpainted(style: Any) -> bool:
    pictures = any(value for _, value in style["background_image"])
    return not pictures and get_color(style, "background_color").alpha == 0


def _unruled(style: Any) -> bool:
    columns = style["column_width"] != "auto" or style["column_count"] != "auto"
    ruled = columns and style["column_rule_width"]
    return style["border_image_source"][0] == "none" and not ruled


def _unlined(style: Any) -> bool:
    return style["visibility"] != "visible" or not style["outline_width"]


def _flat(style: Any) -> bool:
    return bool(
        style["position"] == "static"
        and style["float"] == "none"
        and style["overflow"] == "visible"
        and style["opacity"] == 1
        and not style["transform"]
    )
