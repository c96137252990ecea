"""Justified lines that keep what was shaped of them, in place of a layout made anew for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import inline
from weasyprint.text.line_break import Layout

from docgen.render.drawing import spaces
from docgen.render.drawing.kept import LOOSENED, shaped

Function = Callable[..., Any]


def counted(original: Function) -> Function:
    """Count the spaces that are widened, in place of WeasyPrint's `count_expandable_spaces`."""

    @wraps(original)
    def count_expandable_spaces(box: Any) -> Any:
        return spaces.count(box.text) if isinstance(box, TextBox) else original(box)

    return count_expandable_spaces


def spaced(original: Function) -> Function:
    """Widen the spaces of a text by `spacing`, in place of WeasyPrint's `add_word_spacing`."""

    @wraps(original)
    def add_word_spacing(context: Any, box: Any, spacing: float, along: float) -> Any:
        number = inline.count_expandable_spaces(box) if _respaceable(box) else 0
        if not number:
            return original(context, box, spacing, along)
        box.justification_spacing = spacing
        box.position_x += along
        box.width += spacing * number
        box.pango_layout = _respaced(box.pango_layout, spacing)
        return along + spacing * number

    return add_word_spacing


def _respaceable(box: Any) -> bool:
    """Whether all of the text of a box is shaped."""
    layout = vars(box).get("pango_layout")
    return shaped(layout) and not hasattr(layout, LOOSENED) and bool(layout.text == box.text)


def _respaced(layout: Any, spacing: float) -> Any:
    """`layout` with other spaces; others may have the same, as it is."""
    made = Layout.__new__(type(layout))
    vars(made).update(vars(layout), justification_spacing=spacing)
    return made
