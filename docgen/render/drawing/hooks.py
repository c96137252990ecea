"""The names of WeasyPrint that are replaced for drawing, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydyf
from weasyprint import draw, stacking
from weasyprint.draw import text as lines
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import background, inline
from weasyprint.text.ffi import pango
from weasyprint.text.line_break import Layout

from docgen.render.drawing import decoration, file, justified, kept, numbers, pictures, text
from docgen.render.drawing.stacking import children

Function = Callable[..., Any]

HOOKS: tuple[tuple[Any, str, Callable[[Function], Function]], ...] = (
    (Layout, "deactivate", kept.staying),
    (inline, "count_expandable_spaces", justified.counted),
    (inline, "add_word_spacing", justified.spaced),
    (background, "layout_box_backgrounds", decoration.backgrounds),
    (stacking, "_dispatch_children", children),
    (draw, "draw_border", decoration.border),
    (draw, "draw_outline", decoration.outline),
    (draw, "draw_text", text.text),
    (lines, "draw_first_line", text.first_line),
    *pictures.hooks(),
    (pydyf, "_to_bytes", numbers.fast),
    (pydyf.PDF, "write", file.written),
)
"""Owner, name, and what makes the replacement from the original."""


PANGO = 14802
"""The first version of Pango that says in which size its fonts are (1.48.2)."""


def keep() -> None:
    """Let WeasyPrint, which is loaded, draw this way from now on."""
    if pango.pango_version() < PANGO:
        return
    decoration.bare(Box)
    for owner, name, replacement in HOOKS:
        setattr(owner, name, replacement(getattr(owner, name)))
