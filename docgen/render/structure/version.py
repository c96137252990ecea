"""The names of WeasyPrint that this package replaces, and whether they are there."""

from __future__ import annotations

from docgen.render.engine import Status, differences

NAMES = {
    "document:Page.paint": "(self, stream, scale=1)",
    "formatting_structure.boxes:Box.hit_area": "(self)",
    "pdf:add_tags": "(pdf, document, pdf_version, page_streams)",
    "pdf.metadata:DocumentMetadata.generate_rdf_metadata": "(self, variant, version, conformance)",
    "pdf.stream:Stream.artifact": "(self)",
    "pdf.stream:Stream.marked": "(self, box, tag)",
}
"""Every name of WeasyPrint that is replaced or built on, with its signature."""

LOST = "readers who cannot see are told less of its structure"


def check() -> Status:
    """Whether the WeasyPrint that is installed can be worked on, by its version and its names."""
    found = next(differences(NAMES), "")
    return Status(not found, found, LOST if found else "")
