"""Notes laid out once for their place at the foot of a page.

WeasyPrint lays out all notes of a page anew for each that joins them, to know how high they are,
and once more when the page is full. Those before it stand where they stood, and so do their lines.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure.boxes import FootnoteAreaBox

from docgen.render.compose.divided import layout_note, most, taken

KEPT = "kept_notes"
"""The attribute of a layout that holds the area of the notes of a page, and what was laid out."""


def keeping(layout: Callable[..., Any]) -> Callable[..., Any]:
    """Give a note as it was laid out where it stands (`layout.block.block_level_layout`)."""

    def block_level_layout(
        context: Any,
        box: Any,
        bottom_space: float,
        skip: Any,
        parent: Any,
        page_is_empty: bool,
        absolute: Any,
        fixed: Any,
        margins: list[float],
        *rest: Any,
    ) -> Any:
        given = bottom_space, skip, parent, page_is_empty, absolute, fixed, margins, *rest
        if not isinstance(parent, FootnoteAreaBox):
            return layout(context, box, *given)
        if context.excluded_shapes or not plain(box):
            return taken(context, box, layout_note(layout, context, box, *given))
        known = _known(context)
        place = box.position_x, box.position_y, page_is_empty, context.forced_break, *margins
        key = box.element, most(context, box, parent), place
        if key not in known:
            known[key] = layout_note(layout, context, box, *given)
        return taken(context, box, known[key])

    return block_level_layout


def _known(context: Any) -> dict[Any, Any]:
    """What was laid out for the page at work; a page begun anew has an area of its own."""
    area, known = vars(context).get(KEPT, (None, {}))
    if area is not context.current_footnote_area:
        known = dict[Any, Any]()
        setattr(context, KEPT, (context.current_footnote_area, known))
    return known  # type: ignore[no-any-return]


def plain(note: Any) -> bool:
    """Whether laying out `note` does nothing but give its box, and nothing moves it afterwards."""
    return all(
        box.footnote is None and box.style["position"] == "static" and box.is_in_normal_flow()
        for box in note.descendants()
    )
