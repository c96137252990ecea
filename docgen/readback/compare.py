"""Lines of the content × lines of a file that came back → the differences, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from docgen.model import Prose
from docgen.read.sources import display
from docgen.readback.align import Alignment, align
from docgen.readback.lines import Line
from docgen.readback.remarks import live_remarks, look_remarks, number_remarks

Verb = Literal["changed", "inserted", "deleted", "moved", "split", "merged", "renumbered"]

_COUNTED = ("note", "NOTEREF", "PAGE", "NUMPAGES", "SECTIONPAGES")
"""Live signs that a word processor counts anew by itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what became of a line, and the remarks on it in words.

    `old` and `new` are the lines on either side; where two have become one, or one two, both stand
    there. `place` is the number in the received file, or that in the content when it is gone.
    """

    verb: Verb
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    remarks: tuple[str, ...] = ()
    order: tuple[int, int] = (0, 0)

    @property
    def place(self) -> str:
        """Where to look: by number, in the received file if the line is there."""
        return (self.new or self.old)[0].place


def compare(old: Sequence[Line], new: Sequence[Line]) -> list[Difference]:
    """The differences between the lines of the content and those of a file."""
    return list(_Comparison(old, new).differences())


class _Comparison:
    """Two lists of lines with their alignment."""

    def __init__(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        self.old, self.new = old, new
        self.found = align(old, new)
        self.numbers = _numbers(new)
        self.disturbed = _disturbances(old, new, self.found)

    def differences(self) -> Iterator[Difference]:
        """Every difference, in the order of the received file."""
        yield from sorted(self._all(), key=lambda one: one.order)

    def _all(self) -> Iterator[Difference]:
        for i, k in self.found.pairs:
            yield from self._pair(i, k)
        yield from self._joints()
        for i, k in self.found.moved:
            remarks = (f"stood at {self.old[i].place}", *self._remarks(self.old[i], self.new[k], k))
            yield Difference("moved", (self.old[i],), (self.new[k],), remarks, (k, 0))
        for k in self.found.inserted:
            yield Difference("inserted", (), (self.new[k],), self._belongs(k), (k, 1))
        for i in self.found.deleted:
            yield Difference("deleted", (self.old[i],), (), (), (self._after(i), 2))
        yield from self._renumbered()

    def _joints(self) -> Iterator[Difference]:
        for i, first, second in self.found.split:
            halves = self.new[first], self.new[second]
            yield Difference("split", (self.old[i],), halves, (), (first, 0))
        for first, second, k in self.found.merged:
            halves = self.old[first], self.old[second]
            yield Difference("merged", halves, (self.new[k],), (), (k, 0))

    def _after(self, index: int) -> int:
        """Where a deleted line would stand in the received file."""
        return max((k for i, k in self.found.pairs if i < index), default=-1)

    def _belongs(self, index: int) -> tuple[str, ...]:
        """Where a new line belongs in the content: after the unit that stands above it."""
        pairs = [*self.found.pairs, *self.found.moved]
        pairs += [(i, k) for i, _, k in self.found.split]
        pairs += [(i, k) for _, i, k in self.found.merged]
        above = [self.old[i] for i, k in sorted(pairs, key=lambda pair: pair[1]) if k < index]
        lines = [part for line in above if line.kind != "note" for part in line.parts or (line,)]
        units = [line.unit for line in lines if line.unit]
        return (f"belongs after {name(units[-1])}",) if units else ()

    # ---- a line on both sides ----

    def _pair(self, i: int, k: int) -> Iterator[Difference]:
        old, new = self.old[i], self.new[k]
        if old.parts and len(old.parts) == len(new.parts):
            for one, other in zip(old.parts, new.parts, strict=True):
                yield from self._line(one, other, k)
        else:
            yield from self._line(old, new, k)

    def _line(self, old: Line, new: Line, k: int) -> Iterator[Difference]:
        remarks = tuple(self._remarks(old, new, k))
        if remarks or old.text != new.text:
            yield Difference("changed", (old,), (new,), remarks, (k, 0))

    def _remarks(self, old: Line, new: Line, k: int) -> Iterator[str]:
        if old.parts or new.parts:
            if len(old.parts) != len(new.parts):
                yield f"has {len(new.parts)} cells instead of {len(old.parts)}"
            return
        if old.style != new.style:
            yield f"has the style “{new.style}” instead of “{old.style}”"
        yield from self._number(old, new, k)
        if new.label or not old.label:
            yield from number_remarks(old, new)
        yield from live_remarks(old, new)
        yield from self._results(old, new)
        yield from look_remarks(old, new)

    def _number(self, old: Line, new: Line, k: int) -> Iterator[str]:
        if old.label == new.label or self._follows(old, new, k):
            return
        if not new.label:
            typed = new.text.startswith(old.label)
            yield f"its number {old.label} is {'typed now' if typed else 'gone'}"
        else:
            yield f"has the number {new.label} instead of {old.label or 'none'}"

    def _follows(self, old: Line, new: Line, k: int) -> bool:
        """Whether another number is only what changes before it lead to."""
        return bool(old.label and new.label) and self.disturbed.get(_sequence(new), k) < k

    def _results(self, old: Line, new: Line) -> Iterator[str]:
        """References that print neither what they did nor the present number of their target."""
        if [span.target for span in old.live] != [span.target for span in new.live]:
            return
        for one, other in zip(old.live, new.live, strict=True):
            counted = other.target.startswith(_COUNTED) or other.target.startswith("SEQ")
            known = self.numbers.get(other.target.rpartition(" ")[2], "")
            if one.shown != other.shown and not counted and _core(other.shown) != known:
                yield f"the reference prints {other.shown} instead of {one.shown}"

    def _renumbered(self) -> Iterator[Difference]:
        """One difference for all numbers of a kind that follow from others."""
        shifted: dict[str, list[tuple[int, Line, Line]]] = {}
        for i, k in self.found.pairs:
            old, new = self.old[i], self.new[k]
            if old.label != new.label and self._follows(old, new, k):
                shifted.setdefault(_sequence(new), []).append((k, old, new))
        for found in shifted.values():
            (k, first, now), (_, last, then) = found[0], found[-1]
            kind = "notes" if first.kind == "note" else "paragraphs"
            told = f"{first.label} is now {now.label}"
            if len(found) > 1:
                told = f"{told}, and so on to {last.label}, which is {then.label}"
            remark = f"numbers of {kind} follow: {told}"
            yield Difference("renumbered", (first,), (now,), (remark,), (k, -1))


def name(unit: Prose) -> str:
    """A unit of the content by its id, if it has one, and its place as seen from here."""
    place = replace(unit.origin, file=display(Path(unit.origin.file)))
    return f"{unit.id}, {place}" if unit.id else str(place)


def _sequence(line: Line) -> str:
    return f"{line.kind} {line.style}"


def _disturbances(old: Sequence[Line], new: Sequence[Line], found: Alignment) -> dict[str, int]:
    """The first place in the new lines from which on the numbers of a sequence shift."""
    places = [(_sequence(new[k]), k) for k in found.inserted if new[k].label]
    places += [(_sequence(new[k]), k) for _, k in found.moved]
    places += [(_sequence(old[i]), _place_of(i, found)) for i, _ in found.moved]
    places += [(_sequence(old[i]), _place_of(i, found)) for i in found.deleted if old[i].label]
    places += [(_sequence(new[k]), k) for _, _, k in found.split]
    places += [(_sequence(new[k]), k) for _, _, k in found.merged]
    for i, k in found.pairs:
        if bool(old[i].label) != bool(new[k].label) or old[i].style != new[k].style:
            places += [(_sequence(old[i]), k), (_sequence(new[k]), k)]
    first: dict[str, int] = {}
    for sequence, place in places:
        first[sequence] = min(place, first.get(sequence, place))
    return first


def _place_of(index: int, found: Alignment) -> int:
    return max((k for i, k in found.pairs if i < index), default=-1)


def _numbers(lines: Sequence[Line]) -> dict[str, str]:
    """The number of each line by its bookmarks: from its list, or from the field that counts."""
    numbers = {}
    for line in lines:
        counted = [span.shown for span in line.spans if span.target.startswith("SEQ")]
        for name in line.bookmarks:
            numbers[name] = _core(line.label or (counted[0] if counted else ""))
    return numbers


def _core(label: str) -> str:
    """The number in a label, as references print it."""
    return re.sub(r"[^\w]", "", label)
