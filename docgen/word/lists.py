"""List definitions → the number of each paragraph, counted as a word processor counts it.

Rules: ECMA-376 part 1, 17.9. What a damaged file leaves out counts as if it were the default.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.numerals import SYSTEMS
from docgen.word.names import Element, W, flag, value, whole
from docgen.word.styles import Styles

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": SYSTEMS["1"],
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": SYSTEMS["a"],
    "upperLetter": SYSTEMS["A"],
    "lowerRoman": SYSTEMS["i"],
    "upperRoman": SYSTEMS["I"],
    "chineseCounting": SYSTEMS["一"],
    "chineseCountingThousand": SYSTEMS["一"],
    "bullet": lambda value: "",
    "none": lambda value: "",
}
_PLACE = re.compile(r"%(\d)")
_LARGEST = 9999


class Label(NamedTuple):
    """The number of a paragraph as printed, the level of its list, and whether it is a bullet."""

    text: str = ""
    depth: int | None = None
    bullet: bool = False


@dataclass(slots=True)
class Lists:
    """The list definitions of a file, and how far each of them has been counted."""

    abstract: Mapping[str, Element]
    instances: Mapping[str, Element]
    styles: Styles
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element, styles: Styles) -> Lists:
        """The lists under the root of `numbering.xml`."""
        abstract = {one.get(f"{W}abstractNumId") or "": one for one in root.iter(f"{W}abstractNum")}
        instances = {one.get(f"{W}numId") or "": one for one in root.iter(f"{W}num")}
        return cls(abstract, instances, styles)

    def label(self, paragraph: Element) -> Label:
        """Count `paragraph`, if it is in a list, and print its number."""
        instance, level = self.styles.numbering(paragraph)
        if instance in ("", "0") or instance not in self.instances:
            return Label()
        base = self._base(instance)
        levels = self._levels(instance, base)
        if level is None:
            level = self._level_of(value(paragraph, "pPr/pStyle") or "", levels)
        if level not in levels:
            return Label(depth=level)
        self._advance(instance, base, levels, level)
        bullet = value(levels[level], "numFmt") == "bullet"
        return Label(self._print(levels, level, self.counts[base]), level, bullet)

    def _base(self, instance: str) -> str:
        """The definition of an instance; one that only links to a list style is followed once."""
        base = value(self.instances[instance], "abstractNumId") or ""
        linked = value(self.abstract.get(base), "numStyleLink")
        style = self.styles.by_id.get(linked or "")
        other = self.instances.get(value(style, "pPr/numPr/numId") or "")
        return (value(other, "abstractNumId") or base) if linked else base

    def _levels(self, instance: str, base: str) -> dict[int, Element]:
        """The levels of a definition, some of them replaced in the instance."""
        defined = self.abstract.get(base)
        found = () if defined is None else defined.findall(f"{W}lvl")
        own = self.instances[instance].findall(f"{W}lvlOverride/{W}lvl")
        return {whole(one.get(f"{W}ilvl")): one for one in (*found, *own)}

    @staticmethod
    def _level_of(style: str, levels: Mapping[int, Element]) -> int:
        """The level that a style is bound to; the first when it is bound to none."""
        bound = (level for level, one in levels.items() if style and value(one, "pStyle") == style)
        return next(bound, 0)

    def _advance(self, instance: str, base: str, levels: Mapping[int, Element], level: int) -> None:
        counts = self.counts[base]
        self._restart(instance, counts)
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [other for other in counts if other > level]:
            after = value(levels.get(deeper), "lvlRestart")
            if after is None or whole(after) > level:
                del counts[deeper]

    def _restart(self, instance: str, counts: dict[int, int]) -> None:
        """A start override takes effect when its list is used for the first time."""
        for override in self.instances[instance].iter(f"{W}lvlOverride"):
            level, start = whole(override.get(f"{W}ilvl")), value(override, "startOverride")
            if start is not None and (instance, level) not in self.begun:
                self.begun.add((instance, level))
                counts[level] = whole(start) - 1

    @staticmethod
    def _print(levels: Mapping[int, Element], level: int, counts: Mapping[int, int]) -> str:
        legal = flag(levels[level], "isLgl")

        def number(place: re.Match[str]) -> str:
            one = levels.get(int(place[1]) - 1)
            form = "decimal" if legal else value(one, "numFmt") or "decimal"
            count = counts.get(int(place[1]) - 1, _start(one))
            return _FORMATS.get(form, str)(min(max(count, 0), _LARGEST))

        return _PLACE.sub(number, value(levels[level], "lvlText") or "")


def _start(level: Element) -> int:
    return whole(value(level, "start"), 1)
