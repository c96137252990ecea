"""Clusters → Passage: text between two objects of a paragraph, with the sums lines are found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import IntEnum
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from docgen.records import dataclass
from docgen.render.compose.classes import Trait, Traits
from docgen.render.compose.facts import Composition
from docgen.render.compose.opportunities import opportunities
from docgen.render.compose.widths import Change, Changes, at_end, changes

MIL = 1000


class Wrap(IntEnum):
    """Where text may break: nowhere, at opportunities, anywhere when nothing else helps."""

    NEVER = 0
    NORMAL = 1
    ANYWHERE = 2


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters of a text (characters shaped as one), column by column.

    Widths and the sizes `ems` are in any one unit. Columns, because a long document has millions of
    clusters, and Python looks through all rows for garbage again and again.
    """

    traits: list[Trait] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    ems: list[float] = field(default_factory=list)
    wraps: list[Wrap] = field(default_factory=list)

    def add(
        self, traits: Sequence[Trait], widths: Sequence[float], em: float, wrap: Wrap = Wrap.NORMAL
    ) -> None:
        """Add the clusters of a text in one style at the end."""
        self.traits.extend(traits)
        self.widths.extend(widths)
        self.ems.extend([em] * len(traits))
        self.wraps.extend([wrap] * len(traits))


class Extent(NamedTuple):
    """The width of a line, and what can be taken from it by pushing in."""

    width: float
    give: float


class Rules:
    """The facts of a composition together with what has been found by them so far."""

    def __init__(self, facts: Composition) -> None:
        self.facts = facts
        self.marks = facts.open | facts.close
        self.wide = _pattern(facts.unbroken)
        self.traits = Traits(facts)
        self.changes = Changes(facts)


def _pattern(chars: Iterable[str]) -> re.Pattern[bytes]:
    """What matches runs of `chars` in UTF-8; nothing if there are none."""
    encoded = (re.escape(char.encode()) for char in sorted(chars))
    return re.compile(b"(?:" + (b"|".join(encoded) or b"(?!)") + b")+")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Text without objects in it, ready to be divided into lines.

    `allowed` says where a line may begin, `cuts` lists those places and the end. `advance`, `give`
    and `letters` are sums over all clusters before an index. `shown` is the last cluster before an
    index that is no space at the end of a line. `ends` tells whether the line ends with the
    passage: true before a forced break and at the end of the paragraph, false before an object.
    """

    facts: Composition
    traits: Sequence[Trait]
    ems: Sequence[float]
    wraps: Sequence[Wrap]
    changes: Sequence[Change]
    allowed: Sequence[bool]
    cuts: Sequence[int]
    advance: Sequence[float]
    give: Sequence[float]
    letters: Sequence[int]
    shown: Sequence[int]
    ends: bool

    @property
    def end(self) -> int:
        """The number of clusters."""
        return len(self.traits)

    def closes(self, stop: int) -> bool:
        """Whether a line ends where it stops before cluster `stop`."""
        return stop < self.end or self.ends

    def last(self, stop: int) -> int:
        """The last cluster that counts in a line that stops before cluster `stop`."""
        return self.shown[stop] if self.closes(stop) else stop - 1

    def lead(self, start: int, opens: bool) -> int:
        """What is added before cluster `start`, with which a line begins if it `opens`."""
        return self.traits[start].start if opens else 0

    def extent(self, start: int, stop: int, opens: bool) -> Extent:
        """The width of the clusters from `start` to before `stop`, set as part of a line.

        `opens` tells that the line starts with them; whether it ends with them, `stop` tells.
        """
        last = self.last(stop)
        width = self.advance[last + 1] - self.advance[start]
        width += self.lead(start, opens) * self.ems[start] / MIL
        give = self.give[last + 1] - self.give[start]
        if self.closes(stop):
            after, lent, _ = self.changes[last]
            em = self.ems[last]
            width += (at_end(self.traits[last], after) - after) * em / MIL
            give -= lent * em / MIL
        return Extent(width, give)

    def spare(self, start: int, stop: int) -> float:
        """What can be taken from the clusters of a line besides what they lend."""
        last = self.last(stop)
        found = zip(self.changes[start:last], self.ems[start:last], strict=True)
        return sum(change.spare * em for change, em in found) / MIL

    def settle(self, start: int, stop: int, opens: bool, squeeze: float) -> list[int]:
        """What is added after each cluster of a line, in thousandths of its em.

        `squeeze` is the width to be taken from the line; each change lends its part, rounded up.
        """
        give = self.extent(start, stop, opens).give
        part = _part(squeeze, give)
        more = _part(squeeze - give, self.spare(start, stop)) if squeeze > give else 0.0
        settled = [
            after - ceil(lent * part) - ceil(spare * more)
            for after, lent, spare in self.changes[start:stop]
        ]
        last = self.last(stop)
        if self.closes(stop) and last >= start:
            settled[last - start] = at_end(self.traits[last], self.changes[last].after)
        return settled


def _part(wanted: float, there: float) -> float:
    """The part of what is there that is wanted, at most all of it."""
    return min(1.0, wanted / there) if wanted > 0 and there > 0 else 0.0


def passage(
    clusters: Clusters, unicode_breaks: Sequence[bool], ends: bool, rules: Rules
) -> Passage:
    """Prepare `clusters`; `unicode_breaks` says where lines may begin by the Unicode algorithm."""
    traits, ems, wraps = clusters.traits, clusters.ems, clusters.wraps
    found = changes(traits, rules.changes)
    allowed = opportunities(traits, unicode_breaks)
    cuts = [i for i, may in enumerate(allowed) if may and (wraps[i - 1] or wraps[i])]
    changed = zip(clusters.widths, found, ems, strict=True)
    return Passage(
        facts=rules.facts,
        traits=traits,
        ems=ems,
        wraps=wraps,
        changes=found,
        allowed=allowed,
        cuts=[*cuts, len(traits)],
        advance=_sums(width + change.after * em / MIL for width, change, em in changed),
        give=_sums(change.lent * em / MIL for change, em in zip(found, ems, strict=True)),
        letters=[*accumulate((trait.letter for trait in traits), initial=0)],
        shown=[*accumulate(_printing(traits), max, initial=0)],
        ends=ends,
    )


def _printing(traits: Sequence[Trait]) -> Iterator[int]:
    """The index of every cluster that prints something, zero for the others."""
    return (0 if trait.blank else i for i, trait in enumerate(traits))


def _sums(lengths: Iterable[float]) -> list[float]:
    return [*accumulate(lengths, initial=0.0)]
