"""Marks and notes of finished pages, linked with each other both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

CALL, MARKER = "footnote-call", "footnote-marker"


def link(pages: Sequence[Any]) -> None:
    """Lead from every mark to its note, and from the marker of every note to its mark.

    The page engine collects links and their targets on each page before it draws; these join them.
    A note is known by its id, its mark by that id with a prefix.
    """
    for page in pages:
        for box, kind in _ends(page._page_box):
            note = box.element.get("id")
            left, top, width, height = box.hit_area()
            corners = (left, top, left + width, top + height)
            mark = f"mark-of-{note}"
            page.links.append(("internal", note if kind == CALL else mark, corners, box))
            if kind == CALL:
                page.anchors.setdefault(mark, corners)


def _ends(page: Any) -> Iterator[tuple[Any, str]]:
    """The boxes of the marks and of the markers on a page."""
    for box in page.descendants():
        kind = (box.element_tag or "").partition("::")[2]
        inline = isinstance(box, boxes.InlineBox | boxes.InlineBlockBox)
        if kind in (CALL, MARKER) and inline and box.element.get("id"):
            yield box, kind
