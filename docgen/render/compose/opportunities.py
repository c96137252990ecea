"""Traits and the breaks of UAX #14 → where a line may break (clreq, GB/T 15834, 5.1).

The Unicode algorithm treats curly quotation marks as neither opening nor closing, lets an
interpunct or a dash begin a line, and a solidus end one, and knows nothing of note marks; this is
put right here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from docgen.render.compose.classes import NEIGHBOURS, Kind, Trait

_AROUND_QUOTES = {
    (Kind.HAN, Kind.OPEN),
    (Kind.CLOSE, Kind.OPEN),
    (Kind.CLOSE, Kind.HAN),
}


def opportunities(traits: Sequence[Trait], unicode_breaks: Sequence[bool]) -> list[bool]:
    """For every cluster whether a line may begin with it; never with the first.

    `unicode_breaks` says the same by the Unicode algorithm alone.
    """
    first, second = [None, None, *traits[:-2]], [None, *traits[:-1]]
    also = map(permitted, first[: len(traits)], second, traits)
    never = map(prohibited, _printed(traits), _printing(traits))
    held = [False, *(trait.early for trait in traits[:-1])]
    asked = zip(unicode_breaks, also, never, held, strict=True)
    return [(breaks or more) and not (no or here) for breaks, more, no, here in asked]


def _printed(traits: Sequence[Trait]) -> list[Trait | None]:
    """For every cluster the last before it that prints something, if there is one."""
    found: list[Trait | None] = []
    last: Trait | None = None
    for trait in traits:
        found.append(last)
        if not trait.blank:
            last = trait
    return found


def _printing(traits: Sequence[Trait]) -> list[Trait]:
    """For every cluster the first that prints something, itself or after it, if there is one."""
    found: list[Trait] = []
    first: Trait | None = None
    for trait in reversed(traits):
        if first is None or not trait.blank:
            first = trait
        found.append(first)
    return found[::-1]


@lru_cache(NEIGHBOURS)
def permitted(before: Trait | None, a: Trait | None, b: Trait) -> bool:
    """Whether a line may break between `a` and `b` that Unicode may keep together.

    A full mark is one of Chinese text, also beside Latin letters; between two of them it may be an
    apostrophe, for which the cluster `before` is looked at.
    """
    if a is None:
        return False
    if Kind.LATIN in (a.kind, b.kind):
        apart = before is None or before.kind != Kind.LATIN
        return (b.kind == Kind.OPEN and b.full) or (a.kind == Kind.CLOSE and a.full and apart)
    return (a.kind, b.kind) in _AROUND_QUOTES


@lru_cache(NEIGHBOURS)
def prohibited(a: Trait | None, b: Trait) -> bool:
    """Whether no line may end with `a` and the next begin with `b`, whatever stands between."""
    return (
        a is None
        or a.kind == Kind.OPEN
        or b.kind == Kind.CLOSE
        or b.late
        or (b.attached and not a.attached)
        or (a.unbroken and b.unbroken)
    )
