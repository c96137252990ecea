"""What a file says of itself: its printing condition, and the metadata of PDF/X-4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from docgen.check.information import differences
from docgen.profile import Intent

COMPONENTS = 4
"""The inks of an output profile in colour."""

NEEDED = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
    "pdf:Trapped",
)


def intent_faults(file: pikepdf.Pdf, wanted: Intent) -> Iterator[str]:
    """One printing condition, by its registered name and with its ICC profile (6.2.2)."""
    intents: Any = file.Root.get("/OutputIntents", ())
    found = [each for each in intents if each.get("/S") == Name.GTS_PDFX]
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
    elif embedded.read_bytes() != wanted.profile.read_bytes():
        yield f"the ICC profile of the output intent is not {wanted.profile.name}"


def _is_icc(embedded: Any) -> bool:
    """Whether the header is that of an output profile (ICC.1, 7.2)."""
    data = embedded.read_bytes()
    return bool(data[12:16] == b"prtr" and data[16:20] == b"CMYK" and data[36:40] == b"acsp")


def metadata_faults(file: pikepdf.Pdf, standard: str) -> Iterator[str]:
    """What PDF/X-4 wants to be said in the metadata (ISO 15930-7, 6.13)."""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
        said = {key: str(found.get(key) or "") for key in ("pdfxid:GTS_PDFXVersion", *NEEDED)}
    if said["pdfxid:GTS_PDFXVersion"] != standard:
        yield f"the file claims to be “{said['pdfxid:GTS_PDFXVersion']}”, not {standard}"
    if missing := [key for key in NEEDED if not said[key]]:
        yield f"the metadata lack {', '.join(missing)}"
    if said["pdf:Trapped"] not in ("True", "False", ""):
        yield "the file does not say whether it is trapped"
    for key, name in differences(file.docinfo, said):
        if said[name]:
            yield f"the file says one thing in {key}, another in {name}"
    if "/ID" not in file.trailer:
        yield "the file has no identity (ID)"
