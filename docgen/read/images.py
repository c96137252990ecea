"""Image files → their bytes, checked to be what they say and to reach for nothing outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from docgen.model import Image
from docgen.read.files import locate
from docgen.report import Origin, Report

_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
_BEGINNINGS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}

# What a drawing needs no more than a picture does: programs, pages, other files.
_ACTIVE = ("script", "foreignObject", "handler", "iframe", "audio", "video")
_OUTSIDE = re.compile(r"""url\(\s*["']?(?!\s*(?:\#|data:))|@import""", re.IGNORECASE)
_INSIDE = re.compile(r"\s*(?:\#|data:image/(?:png|jpeg)[;,])")


def load(folder: Path, name: str, origin: Origin, report: Report) -> Image | None:
    """Read the image `name` of the document in `folder`; None when an error has been reported."""
    path = locate(folder, name, tuple(_TYPES), origin, report)
    if path is None:
        return None
    data, suffix = path.read_bytes(), path.suffix.lower()
    fault = fault_of(data, suffix)
    if fault:
        hint = "Save it again as plain SVG, without scripts and linked files, or as PNG or JPEG."
        report.error(origin, f"the image “{name}” {fault}", hint)
    return None if fault else Image(path.name, _TYPES[suffix], data)


def fault_of(data: bytes, suffix: str) -> str:
    """Why a picture with the ending `suffix` is refused; empty if it is not."""
    return _svg_fault(data) if suffix == ".svg" else _photo_fault(data, suffix)


def _photo_fault(data: bytes, suffix: str) -> str:
    return "" if data.startswith(_BEGINNINGS[suffix]) else f"is no {suffix[1:].upper()} file"


def _svg_fault(data: bytes) -> str:
    """Why an SVG file is refused; empty if it is not.

    Entities are refused before the parser sees them: expanded, a few lines can fill the memory.
    """
    try:
        if "<!ENTITY" in data.decode("utf-8-sig"):
            return "defines entities"
        root = ElementTree.fromstring(data)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        return f"is no SVG file: {error}"
    if _local(root.tag) != "svg":
        return "is no SVG file"
    return next(_svg_faults(root), "")


def _svg_faults(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        tag = _local(element.tag)
        if tag in _ACTIVE:
            yield f"holds a <{tag}>"
        if tag == "style" and _OUTSIDE.search(element.text or ""):
            yield "takes a style from another file"
        for key, value in element.attrib.items():
            yield from _attribute_faults(_local(key), value)


def _attribute_faults(key: str, value: str) -> Iterator[str]:
    if key.lower().startswith("on"):
        yield f"holds a script ({key})"
    elif key == "href" and not _INSIDE.match(value):
        yield f"leads to “{value[:40]}”"
    elif _OUTSIDE.search(value):
        yield f"takes {key} from another file"


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]
