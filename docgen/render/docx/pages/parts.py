"""A paragraph → what is in its lines: texts, marks of notes, pictures, and the bookmarks there."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen.render.docx.markup import Element
from docgen.render.docx.pages.forms import PARAGRAPH

NOTE = "w:footnoteReference"
_SAID = ("w:t", NOTE)
_RUN, _LOOK, _BOOKMARK = "w:r", "w:rPr", "w:bookmarkStart"
_DRAWING, _INLINE, _EXTENT = "w:drawing", "wp:inline", "wp:extent"
_STRONG = "strong"
_EMU = 12700


class Parts(NamedTuple):
    """The texts and the marks of notes of a paragraph, each with whether it is strong.

    `names` are its bookmarks, `drawn` the heights of the pictures in its lines, in points.
    """

    said: list[tuple[Element, bool]]
    names: list[str]
    drawn: list[float]


def parts(paragraph: Element) -> Parts:
    """The parts of a paragraph in reading order."""
    found = Parts([], [], [])
    _gather(paragraph, found)
    return found


def _gather(inside: Element, found: Parts) -> None:
    for element in inside.children:
        tag = element.tag
        if tag == _RUN:
            strong = False
            for part in element.children:
                tag = part.tag
                if tag == _LOOK:
                    strong = _strong(part)
                elif tag in _SAID:
                    found.said.append((part, strong))
                elif tag == _DRAWING and part.child(_INLINE):
                    found.drawn.append(_height(part))
        elif tag == _BOOKMARK:
            found.names.append(element.attributes["w:name"])
        elif element.children and tag != PARAGRAPH:
            _gather(element, found)


@lru_cache(1024)
def _strong(properties: Element) -> bool:
    """Whether the style of a run is that of strong words."""
    style = properties.child("w:rStyle")
    return style is not None and style.attributes["w:val"].lower() == _STRONG


def _height(drawing: Element) -> float:
    return next(int(size.attributes["cy"]) / _EMU for size in drawing.iter(_EXTENT))
