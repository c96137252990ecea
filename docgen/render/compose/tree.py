"""The boxes of a WeasyPrint line."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

LINES = (boxes.LineBox, boxes.InlineBox)
"""The boxes that hold what stands in a line."""


def chain(line: Any) -> list[Any]:
    """The box with which a line ends, after all the boxes that end with it, outermost first."""
    nested = [line]
    while isinstance(nested[-1], LINES) and nested[-1].children:
        nested.append(nested[-1].children[-1])
    return nested
