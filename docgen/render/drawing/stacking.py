"""The boxes of a page in the order in which they are drawn, without copies of what stays as it is.

WeasyPrint takes out of their parents the boxes that are drawn before or after the text around them,
and copies every box for that. A box out of which nothing is taken is drawn itself here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any

from weasyprint import stacking
from weasyprint.formatting_structure import boxes

from docgen.render.drawing.looks import look

Function = Callable[..., Any]


def children(original: Function) -> Function:
    """Find what is left in a box, in place of WeasyPrint's `_dispatch_children`."""

    @wraps(original)
    def _dispatch_children(box: Any, *lists: Any) -> Any:
        if not isinstance(box, boxes.ParentBox):
            return box
        kept = [
            child
            if isinstance(child, boxes.TextBox) and look(child.style).flat
            else stacking._dispatch(child, *lists)
            for child in box.children
        ]
        if all(map(is_, kept, box.children)):
            return box
        return box.copy_with_children([child for child in kept if child is not None])

    return _dispatch_children
