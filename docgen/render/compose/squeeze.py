"""Justified lines of words × what their spaces can give → one more word in a line."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from math import isfinite
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from docgen.render.compose.tree import LINES

SPACE = 0.25
"""The width of a word space in ems (Times and its like)."""

WITHIN = 0.001
"""By how much a line that is squeezed stays within its room, in CSS pixels."""

PART: ContextVar[float] = ContextVar("PART", default=0.0)
"""The part of a word space that a line may take, in this thread of execution."""

Function = Callable[..., Any]


def split_first_line(original: Function) -> Function:
    """Put as much into a line as it holds with the least spaces; the layout keeps the excess."""

    def hook(
        text: str, style: Any, context: Any, max_width: Any, *args: Any, **options: Any
    ) -> Any:
        plain = original(text, style, context, max_width, *args, **options)
        give = PART.get() * _space(style) if _stretches(style, max_width) else 0.0
        if not give or plain[2] is None:
            return plain
        most = give * text.encode()[: plain[1]].decode().count(" ")
        full = original(text, style, context, max_width + most, *args, **options)
        excess = full[3] - max_width + WITHIN
        if full[1] <= plain[1] or excess > give * _inner(text.encode()[: full[1]].decode()):
            return plain
        full[0].excess = max(0.0, excess)
        return (*full[:3], min(full[3], max_width - WITHIN), *full[4:])

    return hook


def _stretches(style: Any, max_width: Any) -> bool:
    justified = style["text_align_all"] == "justify" and style["white_space"] == "normal"
    return justified and max_width is not None and isfinite(max_width)


def _space(style: Any) -> float:
    """The width of a space, in CSS pixels."""
    spacing = style["letter_spacing"]
    return float(SPACE * style["font_size"] + (0 if spacing == "normal" else spacing))


def _inner(text: str) -> int:
    """The spaces of a line that are not at its end."""
    return text.rstrip(" ").count(" ")


def text_align(original: Function) -> Function:
    """Take from the spaces of a line what its texts are wider than was said."""

    def hook(context: Any, line: Any, available_width: float, last: bool) -> Any:
        spaces = inline.count_expandable_spaces(line) if PART.get() else 0
        if spaces and (excess := _restored(line)):
            inline.add_word_spacing(context, line, -excess / spaces, 0)
            return 0
        return original(context, line, available_width, last)

    return hook


def _restored(box: Any) -> float:
    """Give a box its true width; by how much it was wider than was said."""
    excess = 0.0
    if isinstance(box, boxes.TextBox):
        excess = getattr(box.pango_layout, "excess", 0.0)
    elif isinstance(box, LINES):
        excess = sum(map(_restored, box.children))
    if excess:  # what is out of the flow has no width yet
        box.width += excess
    return excess
