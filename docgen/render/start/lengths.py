"""The lengths of boxes from their styles, as WeasyPrint finds them for every box of every line.

Nearly all styles have lengths that depend on nothing else: in pixels, or `auto`. Those are found
once for a style; where any is a part of another length, WeasyPrint finds all of them.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.layout import percent, preferred

from docgen.render.start.everywhere import replace
from docgen.render.start.styles import like

KEPT = "lengths"
"""The attribute of a style that holds its lengths; copies of the style are without."""

SIDES = ("top", "right", "bottom", "left")
BORDERS = tuple(f"border_{side}_width" for side in SIDES)
LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES),
    *(f"{least}{axis}" for least in ("", "max_") for axis in ("width", "height")),
)
LEAST = ("min_width", "min_height")
NAMES = (*LENGTHS, *LEAST)

_original = percent.resolve_percentages
_shrink_to_fit = preferred.shrink_to_fit


def keep() -> None:
    """Let the modules of WeasyPrint, which are loaded, find lengths this way from now on."""
    replace(_original, resolve_percentages, percent)
    replace(_shrink_to_fit, shrink_to_fit, preferred)


def shrink_to_fit(context: Any, box: Any, available: Any) -> Any:
    """The width of a box that is as wide as what is in it (CSS 2.1, 10.3.5).

    The least width, which is found by trying every break, matters only where there is no room.
    """
    greatest = preferred.max_content_width(context, box, outer=False)
    if greatest <= available:
        return greatest
    least = preferred.min_content_width(context, box, outer=False)
    return min(max(least, available), greatest)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give `box` the lengths of its style; `containing_block` is a box, or width and height."""
    style = box.style
    known = vars(style).get(KEPT)
    if known is None:
        known = _kept(style)
    if known:
        vars(box).update(known)
    else:
        _original(box, containing_block)


def _kept(style: Any) -> dict[str, Any]:
    """The lengths of `style`, kept with it and with the style that it has them from."""
    first = like(style)
    known: dict[str, Any] | None = vars(first).get(KEPT)
    if known is None:
        known = fixed(first)
        setattr(first, KEPT, known)
    setattr(style, KEPT, known)
    return known


def fixed(style: Any) -> dict[str, Any]:
    """The lengths of `style` by their names; none where one depends on the page around a box."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return {}
    anonymous = isinstance(style, AnonymousStyle) and style.keys().isdisjoint(NAMES)
    given = INITIAL_VALUES if anonymous else style
    found = {name: given[name] for name in NAMES}
    if not all(value in (None, "auto") or _plain(value) for value in found.values()):
        return {}
    used = {name: getattr(value, "value", value) for name, value in found.items()}
    least = {name: 0 for name in LEAST if used[name] == "auto"}
    return used | least | {name: style[name] for name in BORDERS}


def _plain(value: Any) -> bool:
    return getattr(value, "unit", "") == "px"
