"""Corrections of WeasyPrint's layout of notes: their area, their policy, and how much has room."""

from __future__ import annotations

from collections.abc import Callable
from math import isinf
from textwrap import indent
from typing import Any

from docgen.render.compose.divided import placed
from docgen.render.compose.version import PLACE, REPORT
from docgen.render.engine import source

PLACED = "overflow = not placed(context, footnote, line, bottom_space + new_position_y + offset_y)"


def growing(update: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Let the area of the notes grow with them, so that without greatest height it never overflows.

    WeasyPrint compares two sums of floats exactly; with unlucky sizes of the area each note that
    fits is sent to a page of its own (in place of `LayoutContext._update_footnote_area`). And it
    goes on to leave room for the rule above the notes when the last of them has left the page.
    """

    def _update_footnote_area(self: Any) -> bool:
        overflows, area = update(self), self.current_footnote_area
        if not area.children and not self.in_column:
            self.page_bottom += area.margin_height()
            area.height = "auto"
        return bool(overflows) and not isinf(area.max_height)

    return _update_footnote_area


def staying(layout: Callable[..., Any]) -> Callable[..., Any]:
    """Keep notes whose policy is `line` or `block` when orphans forbid a break of the paragraph.

    WeasyPrint makes room by sending notes to the next page, whatever their policy; then the
    paragraph has to go (in place of `layout.block._linebox_layout`). It lays out all of a note, and
    here what has room. The function is far too long to be written anew for a condition and a call,
    so that these are put into its source.
    """
    changed = source(layout).replace(REPORT, f"{REPORT} and may_go(context)").replace(PLACE, PLACED)
    made = f"def made(may_go, placed):\n{indent(changed, ' ')}\n return {layout.__name__}"
    names: dict[str, Any] = {}
    exec(compile(made, layout.__code__.co_filename, "exec"), layout.__globals__, names)
    return names["made"](may_go, placed)  # type: ignore[no-any-return]


def may_go(context: Any) -> bool:
    """Whether all notes of the page may stand on other pages than their marks."""
    notes = context.current_page_footnotes
    return all(note.style["footnote_policy"] == "auto" for note in notes)
