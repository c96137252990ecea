"""Which list an item belongs to, at which level, and whether its number can be counted there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_DEEPEST = 3
_ROOM = 60
TAB = 475
"""The tab stops of the template, in twips."""


@dataclass(slots=True)
class Level:
    """A list that is open: whether it is ordered, its last value, where its items stand."""

    ordered: bool
    value: int
    left: int


@dataclass(slots=True)
class Lists:
    """The lists that are open where the text is, from the outermost."""

    levels: list[Level] = field(default_factory=list)

    def close(self) -> None:
        """No list goes on after this."""
        self.levels.clear()

    def item(self, of: Mapping[str, int], left: int) -> tuple[int, int] | None:
        """The level of a numbered item and the value to start from; None where none can be.

        An item goes on in a list that is open, begins one below it, or takes up an outer list
        after something else.
        """
        for level in range(len(self.levels), 0, -1):
            value = of.get(f"item.{level}")
            last = self.levels[level - 1]
            if value and last.ordered and value == last.value + 1:
                return self._put(level, value, left), 0
        below = len(self.levels) + 1
        if of.get(f"item.{below}") == 1 and below <= _DEEPEST:
            return self._put(below, 1, left), 0
        value = of.get("item.1")
        if value and not self.levels:
            return self._put(1, value, left), value
        return None

    def dash(self, left: int) -> int:
        """The level of a dash that stands at `left`."""
        while self.levels and self.levels[-1].left > left + _ROOM:
            self.levels.pop()
        if self.levels and abs(self.levels[-1].left - left) <= _ROOM:
            self.levels.pop()
        level = min(len(self.levels) + 1, _DEEPEST)
        del self.levels[level - 1 :]
        self.levels.append(Level(False, 0, left))
        return level

    def _put(self, level: int, value: int, left: int) -> int:
        del self.levels[level - 1 :]
        self.levels.append(Level(True, value, left))
        return level
