"""Image files → their bytes, checked to be what they say and to reach for nothing outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen import limits
from docgen.files import read_within
from docgen.model import Image
from docgen.read import drawings, photographs
from docgen.read.files import locate
from docgen.report import DocgenError, Origin, Report

_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


def load(folder: Path, name: str, origin: Origin, report: Report) -> Image | None:
    """Read the image `name` of the document in `folder`; None when an error has been reported."""
    path = locate(folder, name, tuple(_TYPES), origin, report)
    if path is None:
        return None
    suffix = path.suffix.lower()
    try:
        data = read_within(path, limits.PICTURE)
    except DocgenError as error:
        report.error(origin, limits.PICTURE.message(f"the image “{name}”"), error.diagnostic.hint)
        return None
    if fault := fault_of(data, suffix):
        hint = "Save it again as plain SVG, without scripts and linked files, or as PNG or JPEG."
        report.error(origin, f"the image “{name}” {fault}", hint)
        return None
    for doubt, advice in _doubts(data, suffix):
        report.warning(origin, f"the image “{name}” {doubt}", advice)
    return Image(path.name, _TYPES[suffix], data)


def _doubts(data: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    """What may look different from what its author sees, each with what to do."""
    if suffix == ".svg":
        if drawings.has_filters(data):
            hint = "Draw what they do as shapes, or save it as PNG, 300 dots to the inch."
            yield "has filters (blur, shadow), which a PDF does not show", hint
        return
    found, fine = photographs.dots(data), photographs.FINE
    if found < fine:
        hint = f"Take one with {fine * photographs.WIDE / 72:.0f} dots across, or SVG."
        yield f"has {found:.0f} dots to the inch in print; {fine} are needed", hint
    if not photographs.has_sound_profile(data):
        hint = "Open it, convert its colours to sRGB, and save it again."
        yield "has a damaged colour profile, and is printed as if it had none", hint


def fault_of(data: bytes, suffix: str) -> str:
    """Why a picture with the ending `suffix` is refused; empty if it is not."""
    return drawings.fault(data) if suffix == ".svg" else photographs.fault(data, suffix)
