"""What a profile demands of a file as a whole and of its pages: keys, boxes, numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary

from docgen.check.press import claims, objects
from docgen.check.press.geometry import Box, box, grown, inside
from docgen.check.press.rules import TOLERANCE
from docgen.profile import Profile

ROOT = ("/Type", "/Pages", "/Metadata", "/Lang", "/OutputIntents", "/ViewerPreferences")
"""What the catalogue of a file for paper may hold; the rest serves on a screen."""

PAGE = ("/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/BleedBox", "/TrimBox")
JUDGED = ("/Annots", "/Group", "/Rotate")
"""What a page may hold, and what has a fault of its own."""


def faults(file: pikepdf.Pdf, profile: Profile, multiple: int) -> Iterator[str]:
    """All that is wrong with `file` as a whole; its pages are to be a multiple of `multiple`."""
    if file.is_encrypted:
        yield "the file is encrypted"
    if len(file.pages) % multiple:
        yield f"{len(file.pages)} pages are no multiple of {multiple}"
    for key in file.Root.keys():  # noqa: SIM118 - it is no dictionary of Python
        if key not in ROOT:
            yield f"the file has what serves on a screen alone ({key})"
    if profile.duplex and "/Duplex" not in file.Root.get("/ViewerPreferences", {}):
        yield "the file does not say at which edge its sheets are turned"
    if profile.intent:
        yield from claims.intent_faults(file, profile.intent)
    if profile.standard:
        yield from claims.metadata_faults(file, profile.standard)
    yield from objects.faults(file, profile)


def page_faults(page: pikepdf.Page, profile: Profile) -> Iterator[str]:
    """What is wrong with the boxes of `page`, and what only serves on a screen."""
    for key in page.obj.keys():  # noqa: SIM118 - it is no dictionary of Python
        if key not in (*PAGE, *JUDGED):
            yield f"the page has what a press has no use for ({key})"
    if page.get("/Contents") is None or page.get("/Resources") is None:
        yield "the page has nothing in it"
    for annotation in page.get("/Annots", ()):
        kind = str(annotation.get("/Subtype", "")) if isinstance(annotation, Dictionary) else ""
        yield f"an annotation ({kind.removeprefix('/') or 'unknown'})"
    if lacking := [key for key in ("/TrimBox", "/BleedBox") if key not in page]:
        yield f"the page has no {' and no '.join(lacking)}"
    else:
        yield from _box_faults(page, profile)


def _box_faults(page: pikepdf.Page, profile: Profile) -> Iterator[str]:
    trim, bleed, media = box(page.TrimBox), box(page.BleedBox), box(page.mediabox)
    wanted = grown(trim, profile.bleed)
    if not (inside(wanted, bleed, TOLERANCE) and inside(bleed, wanted, TOLERANCE)):
        yield f"the bleed is not {profile.bleed:.1f} points on every side"
    if not _room(bleed, media, profile):
        yield "no room for marks around the bleed" if profile.marks else "the bleed is cut off"
    if page.rotation:
        yield f"the page is turned by {page.rotation} degrees"


def _room(bleed: Box, media: Box, profile: Profile) -> bool:
    return inside(grown(bleed, profile.slug if profile.marks else 0), media, TOLERANCE)
