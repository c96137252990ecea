"""Rules as rectangles by themselves, which programs that show pages draw at least a dot wide.

WeasyPrint fills a frame, or cuts its sides out of it, and draws a background that is all of one
colour as a picture. Of these such programs show what a fine line covers of a dot: a pale grey.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint import draw
from weasyprint.draw.color import get_color
from weasyprint.images import Gradient

from docgen.render.drawing.looks import CORNERS, look
from docgen.render.engine import differences

DONE = "ruled"
"""What a name that was replaced has, so that it is once."""

SIDES = ("top", "right", "bottom", "left")

Function = Callable[..., Any]
Rectangle = tuple[float, float, float, float]


def keep() -> None:
    """Let WeasyPrint, if it is the one known, draw rules this way from now on."""
    if not any(differences({name: signature for name, (signature, _) in HOOKS.items()})):
        for name, (_, replacement) in HOOKS.items():
            _replace(name.partition(":")[2], replacement)


def _replace(name: str, replacement: Callable[[Function], Function]) -> None:
    original = getattr(draw, name)
    if not hasattr(original, DONE):
        hook = replacement(original)
        setattr(hook, DONE, True)
        setattr(draw, name, hook)


def border(original: Function) -> Function:
    """Draw solid borders of one colour and sharp corners, in place of `draw_border`."""

    @wraps(original)
    def draw_border(stream: Any, box: Any) -> None:
        sides = [side for side in SIDES if getattr(box, f"border_{side}_width")]
        if sides and _plain(box, sides):
            _fill(stream, get_color(box.style, f"border_{sides[0]}_color"), rules(box))
        else:
            original(stream, box)

    return draw_border


def background(original: Function) -> Function:
    """Draw an unrepeated background of one colour, in place of `draw_background_image`."""

    @wraps(original)
    def draw_background_image(stream: Any, layer: Any, style: Any) -> None:
        if _plain_area(layer):
            _fill(stream, layer.image.colors[0], [_area(layer)])
        else:
            original(stream, layer, style)

    return draw_background_image


HOOKS: dict[str, tuple[str, Callable[[Function], Function]]] = {
    "draw:draw_border": ("(stream, box)", border),
    "draw:draw_background_image": ("(stream, layer, style)", background),
}
"""The names of WeasyPrint that are replaced, with signature and what stands in for each."""


def rules(box: Any) -> list[Rectangle]:
    """The sides of `box`, each as left, top, width and height; those upright between the others."""
    left, top = box.border_box_x(), box.border_box_y()
    width, height = box.border_width(), box.border_height()
    above, below = box.border_top_width, box.border_bottom_width
    before, after = box.border_left_width, box.border_right_width
    between = height - above - below
    lying = ((left, top, width, above), (left, top + height - below, width, below))
    upright = (
        (left, top + above, before, between),
        (left + width - after, top + above, after, between),
    )
    return [*lying, *upright]


def _fill(stream: Any, color: Any, areas: list[Rectangle]) -> None:
    visible = [area for area in areas if area[2] > 0 and area[3] > 0 and color.alpha]
    if visible:
        with stream.artifact(), stream.stacked():
            stream.set_color(color)
            for area in visible:
                stream.rectangle(*area)
                stream.fill()


def _plain_area(layer: Any) -> bool:
    return (
        isinstance(layer.image, Gradient)
        and len(set(layer.image.colors)) == 1
        and layer.image.colors[0].alpha == 1
        and layer.repeat == ("no-repeat", "no-repeat")
    )


def _area(layer: Any) -> Rectangle:
    """Where the image of `layer` is, as far as it may be painted."""
    left, top, width, height = layer.painting_area
    x, y = (layer.positioning_area[side] + layer.position[side] for side in (0, 1))
    right, bottom = min(left + width, x + layer.size[0]), min(top + height, y + layer.size[1])
    return max(left, x), max(top, y), right - max(left, x), bottom - max(top, y)


def _plain(box: Any, sides: list[str]) -> bool:
    style = box.style
    return (
        look(style).unruled
        and style["visibility"] == "visible"
        and {style[f"border_{side}_style"] for side in sides} == {"solid"}
        and len({get_color(style, f"border_{side}_color") for side in sides}) == 1
        and not any(any(getattr(box, f"border_{corner}_radius")) for corner in CORNERS)
    )
