"""Files of the content folder → attachments of a PDF/A-3, as the source of the document."""

from __future__ import annotations

import codecs
import io
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import Any

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".md": "text/markdown",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
OTHER = "application/octet-stream"
"""Types by the ending of the name: those a machine knows would differ from those of the next."""


def attachments(files: Mapping[str, bytes], made: date) -> list[Any]:
    """`files` by their names in the content folder, as WeasyPrint attaches them.

    The relationship is that of ISO 19005-3, annex E; the date is the document's, so that the same
    content gives the same bytes.
    """
    return [_attachment(name, files[name], made) for name in sorted(files)]


def _attachment(name: str, data: bytes, made: date) -> Any:
    from weasyprint import Attachment

    when = datetime.combine(made, time())
    attachment = Attachment(
        file_obj=io.BytesIO(data),
        name=name,
        description=name,
        created=when,
        modified=when,
        relationship="Source",
    )
    media_type = MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), OTHER)
    attachment.source = nullcontext((io.BytesIO(data), None, None, media_type))
    return attachment


def settle(pdf: Any) -> None:
    """Name the attached files once in the catalogue, and in Unicode everywhere.

    WeasyPrint names each of them twice there, and in UTF-8, which readers take for Latin letters.
    """
    if "AF" not in pdf.catalog:
        return
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    files = [_object(pdf, reference) for reference in pdf.catalog["AF"]]
    for file in files:
        file["F"] = file["UF"]
    tree = _object(pdf, pdf.catalog["Names"]["EmbeddedFiles"])
    named = ((one["F"], one.reference) for one in sorted(files, key=_rank))
    tree["Names"][:] = [part for pair in named for part in pair]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _rank(file: Any) -> bytes:
    """The bytes by which a tree of names has its names in order (ISO 32000-1, 7.9.6)."""
    name: str = file["F"].string
    return name.encode() if name.isascii() else codecs.BOM_UTF16_BE + name.encode("utf-16-be")
