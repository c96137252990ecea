"""What a profile demands of a file as a whole and of its pages: claims, boxes, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from docgen.check.press.geometry import Box, box, grown, inside
from docgen.check.press.rules import TOLERANCE
from docgen.profile import Intent, Profile

COMPONENTS = 4
"""The inks of an output profile in colour."""


def faults(file: pikepdf.Pdf, profile: Profile, multiple: int) -> Iterator[str]:
    """All that is wrong with `file` as a whole; its pages are to be a multiple of `multiple`."""
    if file.is_encrypted:
        yield "the file is encrypted"
    if len(file.pages) % multiple:
        yield f"{len(file.pages)} pages are no multiple of {multiple}"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in file.Root:
            yield f"the file does something on a screen ({key})"
    if profile.intent:
        yield from _intent(file, profile.intent)
    if profile.standard:
        yield from _claims(file, profile.standard)


def _intent(file: pikepdf.Pdf, wanted: Intent) -> Iterator[str]:
    """One printing condition, by its registered name and with its ICC profile."""
    found = [each for each in file.Root.get("/OutputIntents", ()) if each.S == Name.GTS_PDFX]
    if len(found) != 1:
        yield f"{len(found) or 'no'} output intent for a press, instead of one"
        return
    (intent,) = found
    named = str(intent.get("/OutputConditionIdentifier", ""))
    if named != wanted.identifier:
        yield f"the output intent is “{named}”, not “{wanted.identifier}”"
    embedded = intent.get("/DestOutputProfile")
    if embedded is None or int(embedded.get("/N", 0)) != COMPONENTS or not _is_icc(embedded):
        yield "the output intent has no ICC profile for CMYK"


def _is_icc(embedded: Any) -> bool:
    """Whether the header is that of an output profile (ICC.1, 7.2)."""
    data = embedded.read_bytes()
    return bool(data[12:16] == b"prtr" and data[16:20] == b"CMYK" and data[36:40] == b"acsp")


def _claims(file: pikepdf.Pdf, standard: str) -> Iterator[str]:
    """What PDF/X-4 wants to be said in the metadata (ISO 15930-7, 6.13)."""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
        said = str(found.get("pdfxid:GTS_PDFXVersion", ""))
        keys = ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmpMM:DocumentID", "pdf:Trapped")
        lacking = [key for key in keys if not found.get(key)]
    if said != standard:
        yield f"the file claims to be “{said}”, not {standard}"
    if lacking:
        yield f"the metadata lack {', '.join(lacking)}"
    if "/ID" not in file.trailer:
        yield "the file has no identity (ID)"


def page_faults(page: pikepdf.Page, profile: Profile) -> Iterator[str]:
    """What is wrong with the boxes of `page`, and what only serves on a screen."""
    if lacking := [key for key in ("/TrimBox", "/BleedBox") if key not in page]:
        yield f"the page has no {' and no '.join(lacking)}"
        return
    trim, bleed, media = box(page.TrimBox), box(page.BleedBox), box(page.mediabox)
    if not inside(grown(trim, profile.bleed), bleed, TOLERANCE):
        yield f"less than {profile.bleed:.1f} points of bleed"
    if not _room(bleed, media, profile):
        yield "no room for marks around the bleed" if profile.marks else "the bleed is cut off"
    for annotation in page.get("/Annots", ()):
        kind = str(annotation.get("/Subtype", "")) if isinstance(annotation, Dictionary) else ""
        yield f"an annotation ({kind.removeprefix('/') or 'unknown'})"


def _room(bleed: Box, media: Box, profile: Profile) -> bool:
    return inside(grown(bleed, profile.slug if profile.marks else 0), media, TOLERANCE)
