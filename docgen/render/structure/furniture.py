"""Boxes of the pages that are no part of the document: what repeats, guides the eye or decorates.

ISO 32000-1, 14.8.2.2 calls them artifacts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

Kind = tuple[str, str]
"""The type and the subtype of an artifact; the subtype may be empty."""

HEAD, FOOT = ("Pagination", "Header"), ("Pagination", "Footer")
REPEATED, LEADER = ("Pagination", ""), ("Layout", "")


class Furniture:
    """The furniture of the page that is drawn: `kinds` has the kind of each box by its identity."""

    def __init__(self) -> None:
        self.kinds: dict[int, Kind] = {}
        self.number = -1
        self.seen: dict[Any, int] = {}

    def turn(self, page: Any) -> None:
        """Go on to the next page, `page`; what was known of the last one is forgotten."""
        self.number += 1
        self.kinds = {}
        for box, kind in self._found(page._page_box):
            self.kinds |= {id(part): kind for part in box.descendants()}

    def _found(self, page: Any) -> Iterator[tuple[Any, Kind]]:
        for box in page.descendants():
            kind = _kind(box, self.number, self.seen)
            if kind:
                yield box, kind


def _kind(box: Any, number: int, seen: dict[Any, int]) -> Kind | None:
    if isinstance(box, boxes.MarginBox):
        return HEAD if "top" in box.at_keyword else FOOT
    if box.is_leader:
        return LEADER
    if box.element is None:
        return None
    if box.element.get("aria-hidden") == "true":
        return FOOT
    repeats = isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer)
    return REPEATED if repeats and seen.setdefault(box.element, number) < number else None
