"""What is painted in the colour of all plates → which marks a page lacks."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.press.colours import ALL
from docgen.check.press.geometry import Box, grown
from docgen.check.press.state import Painted
from docgen.profile import Profile

EXACT = 0.1
"""How far a crop mark may lie off the edge that it shows, in points."""

THIN, ROUND = 1.0, 4.0
"""A crop mark is no wider than the one, a registration mark has a circle larger than the other."""


def lacking(found: list[Painted], profile: Profile, trim: Box) -> Iterator[str]:
    """The marks of `profile` that are not `found` where they belong on a page trimmed to `trim`."""
    boxes = [each.box for each in found if {colour.space for colour in each.colours} == {ALL}]
    outer = grown(trim, profile.bleed)
    if profile.marks and not boxes:
        yield "no marks"
    elif "crop" in profile.marks and not all(_cropped(boxes, trim, outer)):
        yield "no crop mark, or one off its edge"
    elif "registration" in profile.marks and not all(_registered(boxes, outer)):
        yield "no registration mark on one of the sides"


def _cropped(boxes: list[Box], trim: Box, outer: Box) -> Iterator[bool]:
    """For each corner and each of its edges, whether a thin line outside shows the edge."""
    for across in (0, 1):
        up = 1 - across
        for edge in (trim[across], trim[across + 2]):
            shown = [box for box in boxes if _shows(box, across, edge)]
            yield any(box[up + 2] <= outer[up] for box in shown)
            yield any(box[up] >= outer[up + 2] for box in shown)


def _shows(box: Box, across: int, edge: float) -> bool:
    low, high = box[across], box[across + 2]
    return high - low <= THIN and abs((low + high) / 2 - edge) <= EXACT


def _registered(boxes: list[Box], outer: Box) -> Iterator[bool]:
    """For each side whether something round stands beside it."""
    targets = [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) >= ROUND]
    for across in (0, 1):
        yield any(box[across + 2] <= outer[across] for box in targets)
        yield any(box[across] >= outer[across + 2] for box in targets)
