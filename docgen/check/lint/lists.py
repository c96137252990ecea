"""Lists and styles: what is named exists, and exists once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts, attribute, each, value

_STYLES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_DEEPEST = 8
NONE = "0"
"""The list of what has no number."""


def _users(parts: Parts) -> Iterator[Element]:
    """The parts that name lists and styles."""
    yield from parts.stories().values()
    yield parts.part("styles")
    yield parts.part("numbering")


def _instances(parts: Parts) -> Iterator[str]:
    numbering = parts.part("numbering")
    known = [attribute(one, "numId") for one in each(numbering, "num")]
    for identity, times in Counter(known).items():
        if times > 1:
            yield f"{times} lists have the id {identity}"
    for root in _users(parts):
        for one in each(root, "numId"):
            if attribute(one) not in (*known, NONE):
                yield f"the list {attribute(one)} does not exist"


def _definitions(parts: Parts) -> Iterator[str]:
    numbering = parts.part("numbering")
    known = [attribute(one, "abstractNumId") for one in each(numbering, "abstractNum")]
    for identity, times in Counter(known).items():
        if times > 1:
            yield f"{times} list definitions have the id {identity}"
    for one in each(numbering, "num"):
        if value(one, "abstractNumId") not in known:
            yield f"the list {attribute(one, 'numId')} has no definition"


def _levels(parts: Parts) -> Iterator[str]:
    for one in each(parts.part("numbering"), "abstractNum", "num"):
        kind = "lvl" if one.tag.endswith("abstractNum") else "lvlOverride"
        identity = attribute(one, "abstractNumId") or attribute(one, "numId")
        own = [attribute(level, "ilvl") for level in each(one, kind)]
        for level, times in Counter(own).items():
            if times > 1:
                yield f"level {level} of the list {identity} is there {times} times"
            if not level.isdecimal() or int(level) > _DEEPEST:
                yield f"the list {identity} has a level “{level}”"


def _styles(parts: Parts) -> Iterator[str]:
    defined = list(each(parts.part("styles"), "style"))
    known = Counter(attribute(one, "styleId") for one in defined)
    yield from (f"{times} styles have the id {one}" for one, times in known.items() if times > 1)
    named = Counter((value(one, "name") or "").lower() for one in defined)
    yield from (f"{times} styles are called {one}" for one, times in named.items() if times > 1)
    for root in _users(parts):
        for one in each(root, *_STYLES):
            if attribute(one) not in known:
                yield f"the style {attribute(one)} does not exist"


def _ancestry(parts: Parts) -> Iterator[str]:
    """No style is based on itself, however many steps lie between."""
    above = {
        attribute(one, "styleId"): value(one, "basedOn")
        for one in each(parts.part("styles"), "style")
    }
    for start in above:
        seen, style = {start}, above[start]
        while style in above and style not in seen:
            seen.add(style)
            style = above[style]
        if style in seen:
            yield f"the style {start} is based on itself"


CHECKS = (_instances, _definitions, _levels, _styles, _ancestry)
