"""Pictures: alternative text, ids, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def _frames(parts: Parts) -> Iterator[Element]:
    for root in parts.stories().values():
        yield from root.iter(f"{WP}docPr")


def _words(parts: Parts) -> Iterator[str]:
    """Each picture has a text for those who do not see it, or says that it says nothing."""
    for frame in _frames(parts):
        decorative = next(frame.iter(DECORATIVE), None) is not None
        if not decorative and not (frame.get("descr") or "").strip():
            yield f"the picture {frame.get('name')} has no alternative text"


def _ids(parts: Parts) -> Iterator[str]:
    for identity, times in Counter(frame.get("id") for frame in _frames(parts)).items():
        if times > 1:
            yield f"{times} pictures have the id {identity}"


def _sizes(parts: Parts) -> Iterator[str]:
    for root in parts.stories().values():
        for extent in root.iter(f"{WP}extent"):
            if any(not (extent.get(key) or "").isdecimal() for key in ("cx", "cy")):
                yield "a picture has no size"


CHECKS = (_words, _ids, _sizes)
