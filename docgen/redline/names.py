"""Bookmarks of the older state → what they are called in the file with both.

A bookmark of a paragraph that stays is that of its new state. One that goes with its paragraph
keeps its name, unless the new state has that name: two bookmarks of one name are an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from docgen.redline.plan import Kept
from docgen.redline.xml import Element, name


class Names:
    """The names of bookmarks of the older state by those in the file with both."""

    def __init__(self, old: Element, new: Element, kept: Iterable[Kept]) -> None:
        self._same: dict[str, str] = {}
        self._gone: dict[str, str] = {}
        self._placed = {said for pair in kept for said in self._keep(pair)}
        self._taken = {said.lower() for said in bookmarks(new)}
        for said in bookmarks(old):
            if said not in self._placed:
                self._gone[said] = self._free(said)

    def logical(self, said: str) -> str:
        """What a bookmark of the older state is in the newer one, whether it is there or not."""
        return self._same.get(said, said)

    def actual(self, said: str) -> str:
        """What a bookmark is called in the file with both; empty when it is not there."""
        return self._same.get(said) or self._gone.get(said, "")

    def _keep(self, pair: Kept) -> Iterator[str]:
        """Match the bookmarks of a paragraph by name, the others by their order."""
        old, new = list(bookmarks(pair.old)), list(bookmarks(pair.new))
        both = set(old) & set(new)
        rest = (
            [said for said in old if said not in both],
            [said for said in new if said not in both],
        )
        self._same |= {said: said for said in both} | dict(zip(*rest, strict=False))
        yield from old

    def _free(self, said: str) -> str:
        candidates = chain([said], (f"{said[:35]}_{number}" for number in count(2)))
        free = next(found for found in candidates if found.lower() not in self._taken)
        self._taken.add(free.lower())
        return free


def bookmarks(element: Element) -> Iterator[str]:
    """The names of the bookmarks below an element."""
    return (start.get(name("name"), "") for start in element.iter(name("bookmarkStart")))
