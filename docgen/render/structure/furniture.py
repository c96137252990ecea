"""Boxes of the pages that are no part of the document: what repeats, guides the eye or decorates.

ISO 32000-1, 14.8.2.2 calls them artifacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

Kind = tuple[str, str]
"""The type and the subtype of an artifact; the subtype may be empty."""

HEAD, FOOT = ("Pagination", "Header"), ("Pagination", "Footer")
REPEATED, LEADER = ("Pagination", ""), ("Layout", "")


def furniture(pages: Sequence[Any]) -> dict[int, Kind]:
    """The furniture of `pages`: the kind of each box by its identity."""
    seen: dict[Any, int] = {}
    found: dict[int, Kind] = {}
    for number, page in enumerate(pages):
        for box, kind in _found(page._page_box, number, seen):
            found |= {id(part): kind for part in box.descendants()}
    return found


def _found(page: Any, number: int, seen: dict[Any, int]) -> Iterator[tuple[Any, Kind]]:
    for box in page.descendants():
        kind = _kind(box, number, seen)
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
