"""The namespaces of Office Open XML (ECMA-376 part 1), and the values that its elements hold."""

from __future__ import annotations

import re
from typing import Any

Element = Any
"""An element of lxml, whose stubs do not follow namespaces."""

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
A = f"{{{_OFFICE}/drawingml/2006/main}}"
WP = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
C = f"{{{_OFFICE}/drawingml/2006/chart}}"
M = f"{{{_OFFICE}/officeDocument/2006/math}}"
MC = f"{{{_OFFICE}/markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
DIAGRAM = f"{{{_OFFICE}/drawingml/2006/diagram}}"

_OFF = ("0", "false", "off", "none")


def child(element: Element, path: str) -> Element:
    """The first element under `element` at a path of names of `W` such as `pPr/numPr`, or None."""
    return None if element is None else element.find("/".join(W + step for step in path.split("/")))


def value(element: Element, path: str, name: str = "val") -> str | None:
    """The attribute `name` of the element at `path`; None when there is none."""
    found = child(element, path)
    return None if found is None else found.get(W + name)


def flag(element: Element, path: str) -> bool | None:
    """A switch such as `b`: on, off, or None where nothing is said."""
    found = child(element, path)
    return None if found is None else is_on(found.get(f"{W}val"))


def is_on(text: str | None) -> bool:
    """What the value of a switch means; without a value it is on."""
    return text not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """A whole number, in twips or another unit; the default where the text is none."""
    found = re.match(r"\s*([-+]?\d{1,9})", text or "")
    return int(found[1]) if found else default


def kind(element: Element) -> str:
    """The name of an element of `W`; of others in Clark notation, of comments empty."""
    return element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
