"""Drawings, old shapes and embedded objects → pictures, charts and text boxes."""

from __future__ import annotations

import mimetypes
import posixpath
from collections.abc import Callable, Iterator
from typing import Any

from docgen.word.charts import plot
from docgen.word.names import DIAGRAM, WP, A, C, Element, R, V, W, kind
from docgen.word.state import Story
from docgen.word.values import Paragraph, Picture, Piece, Run, TextBox

Blocks = Callable[[Element, Story], Any]

_TYPES = {
    ".emf": "image/emf",
    ".wmf": "image/wmf",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def drawn(element: Element, story: Story, blocks: Blocks) -> Iterator[Piece]:
    """What a drawing shows, in the order of the file; lines and other ornaments are nothing."""
    alt = _alt(element)
    yield from _pictures(element, alt, story)
    for chart in element.iter(f"{C}chart"):
        if target := story.target(chart.get(f"{R}id")):
            yield plot(story.state.package.xml(target.name), alt)
    for box in _outermost(element, f"{W}txbxContent"):
        yield TextBox(blocks(box, Story(story.part, story.state)))
    for diagram in element.iter(f"{DIAGRAM}relIds"):
        yield from _diagram(diagram, story)
    if kind(element) == "object":
        story.state.fault("an embedded object is kept as its picture only")


def _pictures(element: Element, alt: str, story: Story) -> Iterator[Picture]:
    for blip in element.iter(f"{A}blip"):
        vector = next(blip.iter(_VECTOR), None)
        id = (vector if vector is not None else blip).get(f"{R}embed")
        yield from _picture(id or blip.get(f"{R}link"), alt, story)
    for shape in element.iter(f"{V}imagedata"):
        if not any(True for _ in shape.iterancestors(f"{W}txbxContent")):
            yield from _picture(shape.get(f"{R}id"), alt or shape.get("title") or "", story)


def _picture(id: str | None, alt: str, story: Story) -> Iterator[Picture]:
    target = story.target(id)
    if target is None or target.outside:
        where = f": it is not in the file but at {target.name}" if target else ""
        story.state.fault(f"a picture is missing{where}")
        return
    data = story.state.package.data(target.name)
    if data is None:
        story.state.fault(f"the picture {target.name} is missing")
        return
    name = posixpath.basename(target.name)
    ending = posixpath.splitext(name)[1].lower()
    guessed = _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    yield Picture(name, guessed, data, alt)


def _alt(element: Element) -> str:
    """The text for those who cannot see; a name such as “Picture 1” is none."""
    for one in element.iter(f"{WP}docPr"):
        return " ".join((one.get("descr") or one.get("title") or "").split())
    for shape in element.iter(f"{V}shape"):
        return " ".join((shape.get("alt") or "").split())
    return ""


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for one in element.iter(tag):
        inner = next(one.iterancestors(tag), None)
        if inner is None or not any(parent is element for parent in inner.iterancestors()):
            yield one


def _diagram(ids: Element, story: Story) -> Iterator[TextBox]:
    """The words of a diagram, one paragraph each."""
    target = story.target(ids.get(f"{R}dm"))
    root = story.state.package.xml(target.name) if target else ()
    texts = [
        "".join(one.itertext()).strip() for one in getattr(root, "iter", lambda _: ())(f"{A}p")
    ]
    story.state.fault("of a diagram only the words are kept")
    lines = [Paragraph((Run(text),), place=story.state.place) for text in texts if text]
    if lines:
        yield TextBox(tuple(lines))
