"""Traits and the breaks of UAX #14 → where a line may break (clreq, GB/T 15834, 5.1).

The Unicode algorithm treats curly quotation marks as neither opening nor closing, lets an
interpunct or a dash begin a line, and knows nothing of note marks; this is put right here.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.render.compose.classes import BLANK, Kind, Trait

_AROUND_QUOTES = {
    (Kind.HAN, Kind.OPEN),
    (Kind.CLOSE, Kind.OPEN),
    (Kind.CLOSE, Kind.HAN),
}


def opportunities(traits: Sequence[Trait], unicode_breaks: Sequence[bool]) -> list[bool]:
    """For every cluster whether a line may begin with it; never with the first.

    `unicode_breaks` says the same by the Unicode algorithm alone.
    """
    allowed: list[bool] = []
    before: Trait | None = None
    for i, (trait, after) in enumerate(zip(traits, _printing(traits), strict=True)):
        may = unicode_breaks[i] or (i > 0 and permitted(*traits[max(0, i - 2) : i], trait))
        allowed.append(may and before is not None and not prohibited(before, after))
        before = before if trait.kind in BLANK else trait
    return allowed


def _printing(traits: Sequence[Trait]) -> list[Trait]:
    """For every cluster the first that prints something, itself or after it, if there is one."""
    found: list[Trait] = []
    for trait in reversed(traits):
        found.append(found[-1] if found and trait.kind in BLANK else trait)
    return found[::-1]


def permitted(*traits: Trait) -> bool:
    """Whether a line may break between the last two of `traits` that Unicode may keep together.

    A full mark is one of Chinese text, also beside Latin letters; between two of them it may be an
    apostrophe.
    """
    *before, a, b = traits
    if Kind.LATIN in (a.kind, b.kind):
        apart = all(one.kind != Kind.LATIN for one in before)
        return (b.kind == Kind.OPEN and b.full) or (a.kind == Kind.CLOSE and a.full and apart)
    return (a.kind, b.kind) in _AROUND_QUOTES


def prohibited(a: Trait, b: Trait) -> bool:
    """Whether no line may end with `a` and the next begin with `b`, whatever stands between."""
    return (
        a.kind == Kind.OPEN
        or b.kind == Kind.CLOSE
        or b.late
        or (b.attached and not a.attached)
        or (a.unbroken and b.unbroken)
    )
