"""Elements of WordprocessingML as they are read: names, values, text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from docgen.render.docx.wml import Element, qualified


@cache
def name(tag: str) -> str:
    """The full name of `w:tag`, or of another prefix where `tag` has one."""
    prefix, _, local = tag.rpartition(":")
    return qualified(prefix or "w", local)


def is_a(element: Element, *tags: str) -> bool:
    """Whether an element has one of the names `tags`."""
    return element.tag in {name(tag) for tag in tags}


def child(element: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of names, if there is one."""
    for tag in path:
        element = None if element is None else element.find(name(tag))
    return element


def inside(element: Element | None, *path: str) -> list[Element]:
    """The children of the element at the end of a path of names; none when it is not there."""
    found = child(element, *path)
    return [] if found is None else list(found)


def said(element: Element | None, *path: str) -> str:
    """The `w:val` of the element at the end of a path; empty when there is none."""
    found = child(element, *path)
    return "" if found is None else found.get(name("val"), "")


def canonical(element: Element | None) -> str:
    """An element as text by which it can be compared; empty for none."""
    if element is None:
        return ""
    return etree.tostring(element, method="c14n", exclusive=True).decode()


def letters(elements: Iterable[Element]) -> str:
    """The characters of the text in `elements`, with a blank for tabs and breaks."""
    return "".join(letter for element in elements for letter in _letters(element))


def _letters(element: Element) -> Iterator[str]:
    for found in element.iter(name("t"), name("tab"), name("br")):
        if found.tag == name("t"):
            yield found.text or ""
        elif found.getparent().tag != name("tabs"):  # type: ignore[union-attr]
            yield " "
