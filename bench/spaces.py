"""How even the spaces are in lines of words: figures of finished paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, pstdev

from bench.paper import SPACE, Line
from bench.results import Row

WIDE = (1.5, 2.0)
"""From what width on, as a part of a natural space, those of a line are wide, and very wide."""

SHORT = 2.4
"""How long a last line is at least, in ems: longer than the indent of a first line."""

RIVER = 4
"""In how many lines, one below the other, spaces that meet are seen as a river."""

HEADING = (
    *("language", "program", "full lines", "not flush", "narrowest", "widest", "wider than 1.5"),
    *("wider than 2", "standard deviation", "short last lines", "rivers"),
)


def figures(paragraphs: Sequence[Sequence[Line]], natural: float) -> Row:
    """What `HEADING` names, where a space is `natural` ems wide.

    The spaces of a line are measured by the one in the middle of their order, so that those that
    keep their width do not count; so is the edge, for the space after the last letter of a line.
    """
    full = [line for paragraph in paragraphs for line in paragraph[:-1] if line.spaces]
    widths = [median(right - left for left, right in line.spaces) / natural for line in full]
    edge = median(line.letters[-1].right for line in full)
    lasts = [paragraph[-1].letters for paragraph in paragraphs if len(paragraph) > 1]
    return (
        *(f"{len(full)}", f"{sum(not line.flush(edge) for line in full)}"),
        *(f"{min(widths):.2f}", f"{max(widths):.2f}"),
        *(f"{sum(width > limit for width in widths)}" for limit in WIDE),
        f"{pstdev(widths):.3f}",
        f"{sum(letters[-1].right - letters[0].left < SHORT for letters in lasts)}",
        f"{sum(map(rivers, paragraphs))}",
    )


def rivers(paragraph: Sequence[Line]) -> int:
    """How often spaces meet in `RIVER` lines, each with the next by half a space at least."""
    found, depths = 0, list[tuple[float, float, int]]()
    for line in paragraph:
        depths = [(*space, 1 + _above(space, depths)) for space in line.spaces]
        found += any(depth == RIVER for *_, depth in depths)
    return found


def _above(space: tuple[float, float], depths: Sequence[tuple[float, float, int]]) -> int:
    """In how many lines above, one below the other, spaces meet this one."""
    met = (depth for left, right, depth in depths if _shared(space, (left, right)) > SPACE)
    return max(met, default=0)


def _shared(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])
