"""List instances of the older state → those of the file with both.

An instance that numbers the same paragraphs in the same way is that of the newer state, whatever
its id. What is left over is added, so that rejecting changes counts as the older state did.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docgen.redline.plan import Kept
from docgen.redline.xml import Element, canonical, child, name, said

_ID = name("numId")


class Lists:
    """The ids of list instances; `merged` is the numbering part, which grows."""

    def __init__(self, old: Element, merged: Element, kept: Iterable[Kept]) -> None:
        self._old = {one.get(_ID, ""): one for one in old.findall(name("num"))}
        self._merged = merged
        new = {one.get(_ID, ""): one for one in merged.findall(name("num"))}
        plain = (key for key, one in self._old.items() if child(one, "lvlOverride") is None)
        self._known = {key: key for key in plain if _says(self._old[key]) == _says(new.get(key))}
        for pair in kept:
            self._match(_instance(pair.old), _instance(pair.new), new)

    def instance(self, old: str) -> str:
        """The id in the file with both of an instance of the older state."""
        if old not in self._known and old in self._old:
            self._known[old] = self._add(self._old[old])
        return self._known.get(old, old)

    def _match(self, old: str, new: str, instances: dict[str, Element]) -> None:
        if not old or not new or old in self._known or new in self._known.values():
            return
        if _says(self._old[old]) == _says(instances[new]):
            self._known[old] = new

    def _add(self, instance: Element) -> str:
        made = deepcopy(instance)
        numbers = [int(one.get(_ID, "0")) for one in self._merged.findall(name("num"))]
        made.set(_ID, str(max(numbers, default=0) + 1))
        self._merged.append(made)
        return made.get(_ID, "")


def place(paragraph: Element) -> Element | None:
    """The list and the level that a paragraph names itself."""
    return child(paragraph, "pPr", "numPr")


def _instance(paragraph: Element) -> str:
    return said(place(paragraph), "numId")


def _says(instance: Element | None) -> str:
    """The definition of an instance and where it starts afresh."""
    return "" if instance is None else "".join(map(canonical, instance))
