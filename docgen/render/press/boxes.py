"""The pages of a PDF and their boxes: what a press must not find there, and blank pages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from docgen.profile import Profile

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

SCREEN_ALONE = ("/Outlines", "/Names", "/Dests", "/StructTreeRoot", "/MarkInfo", "/OpenAction")
PAGE_ALONE = ("/Annots", "/StructParents", "/Tabs")


BLANK = b"\n"
"""What stands on a blank page: a stream of no bytes at all passes for a damaged one."""


def strip(file: pikepdf.Pdf, profile: Profile) -> None:
    """Take away what only serves on a screen: links, bookmarks, structure, groups of layers.

    PDF/X-4 allows no annotation on the page (ISO 15930-7, 6.17). A group in a file where nothing
    shines through changes nothing on paper. Others are mixed in the inks of `profile`; where it
    forbids transparency they are left for the preflight to find.
    """
    _drop(file.Root, SCREEN_ALONE)
    opaque = not profile.transparency and not any(map(_shines, _states(file)))
    for page in file.pages:
        _drop(page.obj, PAGE_ALONE)
        _group(page.obj, profile, opaque)
    for found in file.objects:
        if isinstance(found, Stream) and found.get("/Subtype") == Name.Form:
            _drop(found, PAGE_ALONE)
            _group(found, profile, opaque)


def _states(file: pikepdf.Pdf) -> Iterator[Any]:
    """Every graphics state that the resources of `file` name."""
    for found in file.objects:
        if isinstance(found, Dictionary | Stream):
            for held in (found, found.get("/Resources")):
                states = held.get("/ExtGState") if isinstance(held, Dictionary | Stream) else None
                yield from (state for _, state in states.items()) if states is not None else ()


def _shines(state: Any) -> bool:
    """Whether what is painted in `state` lets something shine through."""
    alpha = min(state.get("/ca", 1), state.get("/CA", 1))
    blends = state.get("/BM", Name.Normal) != Name.Normal
    return bool(alpha < 1 or blends or isinstance(state.get("/SMask"), Dictionary))


def _group(node: Any, profile: Profile, opaque: bool) -> None:
    if opaque:
        _drop(node, ("/Group",))
    elif "/Group" in node:
        node.Group.CS = Name.DeviceCMYK if profile.in_colour else Name.DeviceGray


def _drop(node: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in node:
            del node[key]


def fill_up(file: pikepdf.Pdf, multiple: int, profile: Profile) -> None:
    """Add blank pages of the size of the first until their number is a multiple of `multiple`."""
    trim = trimmed(file.pages[0])
    while len(file.pages) % multiple:
        add_page(file, trim, Dictionary(), BLANK, profile)


def add_page(
    file: pikepdf.Pdf, trim: Box, resources: Dictionary, content: bytes, profile: Profile
) -> None:
    """Add a page that is trimmed to `trim` and bleeds over it as far as `profile` says."""
    bled = array(grown(trim, profile.bleed))
    page = Dictionary(
        Type=Name.Page,
        MediaBox=bled,
        BleedBox=bled,
        TrimBox=array(trim),
        Resources=resources,
        Contents=file.make_stream(content),
    )
    file.pages.append(pikepdf.Page(file.make_indirect(page)))


def trimmed(page: pikepdf.Page) -> Box:
    """The box to which `page` is trimmed."""
    left, bottom, right, top = map(float, page.trimbox)
    return left, bottom, right, top


def grown(box: Box, by: float) -> Box:
    """`box` with `by` more on every side."""
    left, bottom, right, top = box
    return left - by, bottom - by, right + by, top + by


def array(box: Box) -> Array:
    """`box` as a PDF has it."""
    return Array([Decimal(str(round(edge, 3))) for edge in box])
