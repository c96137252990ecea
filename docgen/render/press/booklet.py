"""Pages one after the other → two on each side of a sheet, to be folded, stacked and stitched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from docgen.profile import BOOKLET, Profile
from docgen.render.press.boxes import add_page, array, grown, trimmed


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: its pages, counted from 0, and how many sheets lie around it."""

    left: int
    right: int
    depth: int


def sides(pages: int, *, rtl: bool = False) -> Iterator[Side]:
    """The sides of a booklet of `pages` pages, outermost sheet first, front before back.

    The front of the outermost sheet holds the last page and the first. `pages` is a multiple of
    four. A book that is read from the right has the two pages of each side exchanged.
    """
    for depth in range(pages // BOOKLET):
        first, last = 2 * depth, pages - 1 - 2 * depth
        for left, right in ((last, first), (first + 1, last - 1)):
            yield Side(right, left, depth) if rtl else Side(left, right, depth)


def impose(file: pikepdf.Pdf, profile: Profile, *, rtl: bool) -> None:
    """Replace the pages of `file` by the sides of its sheets.

    A sheet within others is pushed out by their thickness and would lose more at its outer edge, so
    its pages stand nearer to the fold by `creep` for each sheet around it.
    """
    _, _, width, height = trimmed(file.pages[0])
    leaves = [_leaf(file, page, width, profile.bleed) for page in file.pages]
    for side in sides(len(leaves), rtl=rtl):
        shift = side.depth * profile.creep
        resources = Dictionary(XObject=Dictionary(Left=leaves[side.left], Right=leaves[side.right]))
        content = _half("Left", -profile.bleed, shift, (width, height), profile.bleed) + _half(
            "Right", width, width - shift, (width, height), profile.bleed
        )
        add_page(file, (0, 0, 2 * width, height), resources, content, profile)
    del file.pages[: len(leaves)]


def _leaf(file: pikepdf.Pdf, page: pikepdf.Page, width: float, bleed: float) -> pikepdf.Stream:
    """`page` as a form; one that lies on its side is turned upright, its head to the left."""
    page.contents_coalesce()
    leaf = file.make_stream(page.Contents.read_bytes())
    leaf.Type, leaf.Subtype = Name.XObject, Name.Form
    leaf.BBox = array(grown(trimmed(page), bleed))
    leaf.Resources = page.Resources
    if trimmed(page)[2] > width:
        leaf.Matrix = Array([0, 1, -1, 0, round(width), 0])
    return leaf


def _half(name: str, left: float, shift: float, size: tuple[float, float], bleed: float) -> bytes:
    """Draw the form `name` moved by `shift`, cut at the fold and at the edge of the bleed."""
    width, height = size
    clip = f"{left:.3f} {-bleed:.3f} {width + bleed:.3f} {height + 2 * bleed:.3f} re W n"
    return f"q {clip} 1 0 0 1 {shift:.3f} 0 cm /{name} Do Q\n".encode()
