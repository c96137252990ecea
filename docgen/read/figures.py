"""Figure containers → figures with the bytes of their images."""

from __future__ import annotations

import re

from docgen.model import Figure, Prose, Text
from docgen.read.attributes import Attributes, check, received
from docgen.read.frames import UNNUMBERED, Frame, Line, captions, frame, title
from docgen.read.images import load
from docgen.read.markdown import Node, line
from docgen.read.scope import Scope, part
from docgen.records import replace

_IMAGE = re.compile(r"!\[(?P<alt>.*)\]\((?P<path>[^()]+)\)", re.DOTALL)


def figure(node: Node, attributes: Attributes, scope: Scope) -> Figure | None:
    """A figure, or None when its image cannot be had; everything wrong with it is reported."""
    check(attributes, "a figure", scope, classes=(UNNUMBERED,), receivable=True)
    numbered = UNNUMBERED not in attributes.classes
    id, read = attributes.id, frame(node, scope, "image", titled=numbered)
    made = _figure(read, line(node), id, scope)
    return received(replace(made, numbered=numbered), attributes) if made else None


def _figure(read: Frame, first: int, id: str, scope: Scope) -> Figure | None:
    number, text = read["image"][0] if read["image"] else Line(first, "")
    found = _IMAGE.fullmatch(text)
    if not found or len(read["image"]) > 1:
        hint = "Write ![what the picture shows](figures/name.svg) once, on a line of its own."
        scope.error(number, "a figure needs one image", hint)
        return None
    image = load(scope.folder, found["path"], scope.at(number), scope.report)
    alt = alternative(found["alt"], number, id, scope)
    if image is None:
        return None
    return Figure(
        title(read, id, scope),
        image,
        alt,
        captions(read["Source"], id, "source", scope),
        captions(read["Note"], id, "note", scope),
        id=id,
    )


def alternative(text: str, number: int, id: str, scope: Scope) -> Prose:
    """The words for those who cannot see a picture; there must be some, without markup."""
    alt = scope.prose(text, number, part(id, "alt"))
    if not alt.source or any(not isinstance(inline, Text) for inline in alt.inlines):
        hint = "Say in plain words what it shows: between the brackets, or after Alt:."
        scope.error(number, "the image has no plain text for those who cannot see it", hint)
    return alt
