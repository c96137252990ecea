"""What composition asks of a style, found once for all boxes that have it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

SIDES = [f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right")]
SIDES += ["border_left_width", "border_right_width"]

Asked = Callable[[Any], bool]


def kept(ask: Asked) -> Asked:
    """Keep an answer with the style itself; copies of the style are without."""
    name = f"composed_{ask.__name__}"

    @wraps(ask)
    def known(style: Any) -> bool:
        answers: dict[str, bool] = vars(style)
        if name not in answers:
            answers[name] = ask(style)
        return answers[name]

    return known


def between_letters(style: Any) -> float:
    """The space that is added between all letters, in CSS pixels."""
    spacing = style["letter_spacing"]
    return 0.0 if spacing == "normal" else float(spacing)


@kept
def flows(style: Any) -> bool:
    """Whether a box is in the normal flow."""
    return style["float"] == "none" and style["position"] in ("static", "relative")


@kept
def spaced(style: Any) -> bool:
    """Whether an inline box has an edge that takes room in the line."""
    return any(getattr(style[side], "value", style[side]) not in (0, "auto") for side in SIDES)


@kept
def raised(style: Any) -> bool:
    """Whether an inline box is raised as marks of notes are."""
    height = style["vertical_align"]
    return isinstance(height, int | float) and height > 0


@kept
def composed(style: Any) -> bool:
    """Whether text can be composed, as far as its own style goes.

    White space that does not collapse, space between all letters and breaks within words are
    WeasyPrint's.
    """
    return (
        style["white_space"] in ("normal", "nowrap")
        and not between_letters(style)
        and style["word_break"] == "normal"
        and style["font_size"] > 0
    )
