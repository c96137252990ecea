"""Names of pages found down one edge of a box at a time.

Between any two blocks WeasyPrint looks for the page that each asks for: that of the first or last
box within it, level by level. At each level it finds both, and so twice as many as above.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import ParentBox


def keep() -> None:
    """Let WeasyPrint, which is loaded, look for names this way from now on."""
    ParentBox.page_values = page_values


def page_values(box: Any) -> tuple[Any, Any]:
    """The names of the pages on which `box` begins and ends."""
    return _down(box, first=True), _down(box, first=False)


def _down(box: Any, first: bool) -> Any:
    """The name down one edge of `box`; boxes of a kind of their own, such as tables, know it."""
    kind = type(box)
    if getattr(kind, "page_values", None) is not page_values:
        return box.page_values()[0 if first else 1]
    for child in box.children if first else reversed(box.children):
        if child.is_in_normal_flow() or child.is_floated():
            return _down(child, first) or box.style["page"]
    return box.style["page"]
