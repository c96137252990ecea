"""Crop, registration and fold marks in the slug of each page, on every plate."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from docgen.profile import Profile
from docgen.render.press.boxes import Box, array, grown, trimmed

HAIRLINE = 0.25
MARGIN = 2.0
"""How far marks keep from the bleed, in points."""

RADIUS = 0.25
"""That of a registration mark beside the width of the slug."""

ROUND = 0.5523
"""The handle of a Bézier curve that is a quarter of a circle with radius 1."""


def add(file: pikepdf.Pdf, profile: Profile, *, folded: bool) -> None:
    """Give every page of `file` its slug and the marks of `profile`, `folded` ones those of a fold.

    Marks are in the colour of all plates (Separation /All, ISO 32000-1, 8.6.6.4).
    """
    forms: dict[Box, pikepdf.Object] = {}
    for page in file.pages:
        trim = trimmed(page)
        page.BleedBox = array(grown(trim, profile.bleed))
        page.MediaBox = array(grown(trim, profile.bleed + profile.slug))
        if profile.marks:
            if trim not in forms:
                forms[trim] = _form(file, trim, profile, folded)
            _draw(page, forms[trim])


def _draw(page: pikepdf.Page, form: pikepdf.Object) -> None:
    name = page.add_resource(form, Name.XObject, Name.PressMarks, replace_existing=True)
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q {name} Do Q".encode())
    page.contents_coalesce()


def _form(file: pikepdf.Pdf, trim: Box, profile: Profile, folded: bool) -> pikepdf.Object:
    drawn = [f"/All CS 1 SCN {HAIRLINE} w", *_marks(trim, profile, folded)]
    form = file.make_stream("\n".join(drawn).encode())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = array(grown(trim, profile.bleed + profile.slug))
    form.Resources = Dictionary(ColorSpace=Dictionary(All=_all_plates(len(profile.plates))))
    return form


def _all_plates(count: int) -> Array:
    """The colour space of all plates; one ink alone is written as gray, which counts light."""
    none, full = ([0] * count, [1] * count) if count > 1 else ([1], [0])
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=none, C1=full, N=1)
    space = Name.DeviceCMYK if count > 1 else Name.DeviceGray
    return Array([Name.Separation, Name.All, space, tint])


def _marks(trim: Box, profile: Profile, folded: bool) -> Iterator[str]:
    if "crop" in profile.marks:
        yield from _crop(trim, profile)
    if "registration" in profile.marks:
        yield from _registration(trim, profile, folded)
    if folded and "fold" in profile.marks:
        yield from _fold(trim, profile)


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S"


def _crop(trim: Box, profile: Profile) -> Iterator[str]:
    """Two lines at each corner, along the edges of the trimmed page."""
    left, bottom, right, top = trim
    start, end = profile.bleed + MARGIN, profile.bleed + profile.slug - MARGIN
    for x, out in ((left, -1), (right, 1)):
        for y in (bottom, top):
            yield _line(x + out * start, y, x + out * end, y)
    for y, out in ((bottom, -1), (top, 1)):
        for x in (left, right):
            yield _line(x, y + out * start, x, y + out * end)


def _registration(trim: Box, profile: Profile, folded: bool) -> Iterator[str]:
    """A cross in a circle in the middle of each side, beside the fold where there is one."""
    left, bottom, right, top = trim
    far = profile.bleed + profile.slug / 2
    middle = left + (right - left) * (0.25 if folded else 0.5)
    centre = (bottom + top) / 2
    for x, y in ((middle, top + far), (middle, bottom - far)):
        yield from _target(x, y, profile.slug)
    for x, y in ((left - far, centre), (right + far, centre)):
        yield from _target(x, y, profile.slug)


def _target(x: float, y: float, slug: float) -> Iterator[str]:
    radius, arm = slug * RADIUS, slug / 2 - MARGIN
    yield _line(x - arm, y, x + arm, y)
    yield _line(x, y - arm, x, y + arm)
    yield _circle(x, y, radius)


def _circle(x: float, y: float, radius: float) -> str:
    path = f"{x + radius:.3f} {y:.3f} m "
    for cos, sin in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        points = (
            (cos - ROUND * sin, sin + ROUND * cos),
            (ROUND * cos - sin, cos + ROUND * sin),
            (-sin, cos),
        )
        path += " ".join(f"{x + radius * a:.3f} {y + radius * b:.3f}" for a, b in points) + " c "
    return path + "S"


def _fold(trim: Box, profile: Profile) -> Iterator[str]:
    """A dashed line above and below the fold."""
    left, bottom, right, top = trim
    middle = (left + right) / 2
    start, end = profile.bleed + MARGIN, profile.bleed + profile.slug - MARGIN
    yield "q [3 2] 0 d"
    yield _line(middle, top + start, middle, top + end)
    yield _line(middle, bottom - start, middle, bottom - end)
    yield "Q"
