"""Places of links on finished pages: one for each line that a link stands on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def settle(pages: Iterable[Any]) -> None:
    """Leave one place of each link and line, that of the element that leads somewhere.

    The page engine makes one of every box within as well: of words in italics, of each place where
    a long address may break. Who goes from link to link would meet that address twenty times.
    """
    for page in pages:
        page.links[:] = [link for link in page.links if _leads(link[-1])]


def _leads(box: Any) -> bool:
    return "::" not in box.element_tag and box.element.get("href") is not None
