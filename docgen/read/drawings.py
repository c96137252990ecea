"""SVG files → why they are refused: what acts, reaches outside, or is too much to draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen import limits
from docgen.read.photographs import embedded_fault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG = "{http://www.w3.org/2000/svg}"
_PAGES = "{http://www.w3.org/1999/xhtml}"
_ACTIVE = re.compile(
    "script|handler|listener|foreignobject|iframe|embed|object|audio|video|canvas"
    "|animate|animatecolor|animatemotion|animatetransform|set|discard"
)
"""What a drawing needs no more than a picture does: programs, pages, things that move."""

_HEAVY = {"numOctaves": 10.0, "stdDeviation": 1_000.0, "radius": 1_000.0}
"""Numbers of filters, and how large they may be: the time for a drawing grows with them."""

_SHORTEST = 0.01
_LARGEST = 1_000_000.0
"""A side of a drawing in its own units, beyond which no program draws exactly."""

_PICTURE = r"data:image/(?:png|jpeg)[;,]"
_INSIDE = re.compile(rf"\s*(?:\#|{_PICTURE}|$)")
_OUTSIDE = re.compile(
    rf"""url\(\s*["']?(?!\s*(?:\#|{_PICTURE}))|@import|image-set|expression\(|javascript:|\\""",
    re.IGNORECASE,
)
_FILTERS = re.compile(rb"""(?<![\w-])filter\s*[:=]\s*["']?\s*(?!none\b)[a-z]""", re.IGNORECASE)
"""Where a filter is used, as an attribute or in a style."""

_POINTER = re.compile(r"""url\(\s*["']?\s*\#([^)"'\s]+)""")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_SIDE = re.compile(r"\s*(\d{1,6}\.?\d*|\.\d+)\s*(?:px|pt|pc|mm|cm|in)?\s*")


def fault(data: bytes) -> str:
    """Why an SVG file is refused; empty if it is not.

    Entities are refused before the parser sees them: expanded, a few lines can fill the memory.
    """
    from xml.etree import ElementTree

    try:
        text = data.decode("utf-8-sig")
        if "<!ENTITY" in text:
            return "defines entities"
        if "<?xml-stylesheet" in text:
            return "takes a style from another file"
        root = ElementTree.fromstring(data)
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError, LookupError) as error:
        return f"is no SVG file: {error}"
    if root.tag not in (f"{_SVG}svg", "svg"):
        return "is no SVG file"
    return next(_faults(root), "")


def has_filters(data: bytes) -> bool:
    """Whether a drawing that is not refused uses filters, most of which a PDF does not show."""
    return bool(_FILTERS.search(data))


def _faults(root: Element) -> Iterator[str]:
    yield from _amounts(root)
    for element in root.iter():
        tag = _local(element.tag)
        if _ACTIVE.fullmatch(tag.lower()) or str(element.tag).startswith(_PAGES):
            yield f"holds a <{tag}>"
        if tag == "style" and _OUTSIDE.search("".join(element.itertext())):
            yield "takes a style from another file"
        for key, value in element.attrib.items():
            yield from _attribute_faults(_local(key), value)
    yield from _shape(root)


def _attribute_faults(key: str, value: str) -> Iterator[str]:
    if key.lower().startswith("on"):
        yield f"holds a script ({key})"
    elif key in ("href", "src", "base"):
        if not _INSIDE.match(value):
            yield f"leads to “{value[:40]}”"
        elif fault := embedded_fault(value):
            yield f"holds a picture that {fault}"
    elif _OUTSIDE.search(value):
        yield f"takes {key} from another file"
    elif key in _HEAVY and any(one > _HEAVY[key] for one in _numbers(value)):
        yield f"has {key}=“{value[:20]}”, too much to draw"
    elif "dasharray" in key + value and any(0 < one < _SHORTEST for one in _numbers(value)):
        yield "has dashes too short to draw"


# ---- how much there is ---------------------------------------------------------------------


def _amounts(root: Element) -> Iterator[str]:
    """What is too much: depth, elements, and the same elements used again and again."""
    depth, level = 0, [root]
    while level and depth <= limits.DEPTH.most:
        level, depth = [child for element in level for child in element], depth + 1
    if level:
        yield f"has more than {limits.DEPTH.most:,} {limits.DEPTH.what}"
        return
    if sum(1 for _ in root.iter()) > limits.ELEMENTS.most:
        yield f"has more than {limits.ELEMENTS.most:,} {limits.ELEMENTS.what}"
        return
    named = {element.get("id", ""): element for element in root.iter()}
    if weight := _weight(root, named, {}, 0):
        if weight < 0:
            yield "has parts that use themselves"
        elif weight > limits.ELEMENTS.most:
            yield f"has more than {limits.ELEMENTS.most:,} {limits.ELEMENTS.what}"


def _weight(
    element: Element, named: Mapping[str, Element], known: dict[Element, int], depth: int
) -> int:
    """How many elements are drawn for one; negative where it uses itself."""
    if element in known:
        return known[element]
    known[element] = -(limits.ELEMENTS.most**2)
    if depth > limits.DEPTH.most:
        return known[element]
    used = [named[name] for name in _uses(element) if name in named]
    below = (_weight(one, named, known, depth + 1) for one in (*element, *used))
    total = 1
    for weight in below:
        if weight < 0:
            return weight
        total += weight
    known[element] = min(total, limits.ELEMENTS.most + 1)
    return known[element]


def _uses(element: Element) -> Iterator[str]:
    """The ids of the parts that an element uses."""
    for key, value in element.attrib.items():
        if _local(key) == "href" and value.strip().startswith("#"):
            yield value.strip()[1:]
        yield from _POINTER.findall(value)


def _shape(root: Element) -> Iterator[str]:
    """A drawing without a size, or as thin as a line."""
    box = _numbers(root.get("viewBox") or "")
    if len(box) == 4:
        width, height = box[2:]
    else:
        sides = [_SIDE.fullmatch(root.get(name) or "") for name in ("width", "height")]
        width, height = (float(side[1]) if side else 0.0 for side in sides)
    short, long = sorted((width, height))
    if not 0 < short <= long <= _LARGEST:
        yield "does not say its size"
    elif long > short * limits.SLENDER.most:
        yield f"is more than {limits.SLENDER.most} {limits.SLENDER.what}"


def _numbers(text: str) -> list[float]:
    return list(map(float, _NUMBER.findall(text)))


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]
