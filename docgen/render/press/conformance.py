"""What a file says of itself: PDF/X, output intent, metadata, how a printer turns its sheets."""

from __future__ import annotations

from uuid import UUID

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from pikepdf.models import PdfMetadata

from docgen.profile import Intent, Profile

PDFXID = "http://www.npes.org/pdfx/ns/id/"
SHORT_EDGE = "DuplexFlipShortEdge"


def declare(file: pikepdf.Pdf, profile: Profile, digest: bytes, *, booklet: bool) -> None:
    """Write what `profile` claims into `file`; `digest` of its pages gives it its identity."""
    if profile.duplex:
        turn = SHORT_EDGE if booklet else profile.duplex
        file.Root.ViewerPreferences = Dictionary(Duplex=Name(f"/{turn}"))
    if profile.intent:
        file.Root.OutputIntents = Array([_intent(file, profile.intent)])
    _describe(file, profile.standard, UUID(bytes=digest[:16], version=4))
    file.docinfo[Name.Trapped] = Name("/False")


def _intent(file: pikepdf.Pdf, intent: Intent) -> pikepdf.Object:
    """The printing condition with its ICC profile, which PDF/X-4 demands (ISO 15930-7, 6.2.2)."""
    embedded = file.make_stream(intent.profile.read_bytes())
    embedded.N = 4
    return file.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String(intent.identifier),
            OutputCondition=String(intent.condition),
            RegistryName=String(intent.registry),
            Info=String(intent.condition),
            DestOutputProfile=embedded,
        )
    )


def _describe(file: pikepdf.Pdf, standard: str, identity: UUID) -> None:
    """Metadata in XMP: what the information dictionary says, and the keys of PDF/X-4 (6.13)."""
    PdfMetadata.register_xml_namespace(PDFXID, "pdfxid")
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
        found.load_from_docinfo(file.docinfo)
        found["xmpMM:DocumentID"] = f"uuid:{identity}"
        found["xmpMM:VersionID"] = "1"
        found["xmpMM:RenditionClass"] = "default"
        found["xmp:MetadataDate"] = found["xmp:ModifyDate"]
        found["pdf:Trapped"] = "False"
        if standard:
            found["pdfxid:GTS_PDFXVersion"] = standard
