"""Properties of paragraphs and letters as values: merged, compared, and written into styles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from docgen.render.docx.roles import BUILT_IN, style_id
from docgen.render.docx.wml import Element, w
from docgen.style import Face

Faces: TypeAlias = Mapping[str, Face]
Attributes: TypeAlias = dict[str, str | int | None]
Properties: TypeAlias = dict[str, Attributes]
"""Elements by name, each with its attributes; for `tabs`, alignment and leader by position."""

ON: Attributes = {"val": None}
OFF: Attributes = {"val": 0}


def fonts(face: Face) -> Properties:
    """The fonts of a face, Han and other."""
    latin = dict.fromkeys(("ascii", "hAnsi", "cs"), face.word)
    return {"rFonts": {**latin, "eastAsia": face.word_han}}


def emphasized(faces: Faces) -> Properties:
    """Emphasis in the manner of the language: slanted, or another face and upright."""
    face = faces["emphasis"]
    return {**fonts(face), **switch(face.italic, "i", "iCs")}


def switch(on: bool, *names: str) -> Properties:
    """Properties that are on or off."""
    return dict.fromkeys(names, ON if on else OFF)


def merge(parts: Iterable[Properties]) -> Properties:
    """All `parts` together, attribute by attribute; a later one prevails."""
    merged: Properties = {}
    for part in parts:
        for name, attributes in part.items():
            merged[name] = merged.get(name, {}) | attributes
    return merged


def difference(properties: Properties, base: Properties) -> Properties:
    """What of `properties` is not so in `base` already, attribute by attribute."""
    return {
        name: {key: value for key, value in attributes.items() if (key, value) not in known}
        for name, attributes in properties.items()
        if attributes.items() - (known := base.get(name, {}).items())
    }


def write(name: str, properties: Properties, *others: Element | None) -> Element | None:
    """The element `name` (pPr or rPr) of `properties` and `others`; None when there are none."""
    elements = [_element(child, attributes) for child, attributes in properties.items()]
    elements += [other for other in others if other is not None]
    return w(name, elements) if elements else None


def style(
    kind: str,
    name: str,
    *properties: Element | None,
    follower: str = "",
    base: str = "Normal",
) -> Element:
    """A style for paragraphs ("paragraph") or letters ("character") with what its base has not.

    `base` is the name of the style that one for paragraphs rests on, `follower` that of the style
    for the paragraph after one of this style.
    """
    own = name.lower() not in BUILT_IN
    return w(
        "style",
        w("name", val=name if own else name.lower()),
        w("basedOn", val=style_id(base) if kind == "paragraph" else "DefaultParagraphFont"),
        w("next", val=style_id(follower)) if follower else None,
        w("uiPriority", val=1),
        w("qFormat"),
        [child for child in properties if child is not None],
        type=kind,
        customStyle=1 if own else None,
        styleId=style_id(name),
    )


def _element(name: str, attributes: Attributes) -> Element:
    if name != "tabs":
        return w(name, **attributes)
    stops = sorted(attributes.items(), key=lambda stop: int(stop[0]))
    return w("tabs", [_stop(position, str(kind)) for position, kind in stops])


def _stop(position: str, kind: str) -> Element:
    align, _, leader = kind.partition(" ")
    return w("tab", val=align, leader=leader or None, pos=position)
