"""Trees of WordprocessingML: how they are made, and read by names, values, text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from lxml import etree

from docgen.render.docx.markup import NAMESPACES
from docgen.render.docx.package import Package
from docgen.render.docx.wml import RANKS

Element: TypeAlias = etree._Element
Child: TypeAlias = "Element | Iterable[Element] | None"

for _prefix, _space in NAMESPACES.items():
    if _prefix != "xml":
        etree.register_namespace(_prefix, _space)


@dataclass(frozen=True, slots=True)
class Tree:
    """A part of a package as a tree."""

    root: Element

    def data(self) -> bytes:
        """The bytes of the file."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)


def grow(package: Package) -> None:
    """Make trees of all parts of `package` that are XML."""
    for part in package.parts.values():
        if not isinstance(part.content, bytes):
            part.content = Tree(etree.fromstring(part.content.data()))


def root(package: Package, part: str) -> Element:
    """The tree of a part, by its name."""
    content = package.parts[part].content
    assert isinstance(content, Tree), f"{part} is no tree"
    return content.root


@cache
def name(tag: str) -> str:
    """The full name of `w:tag`, or of another prefix where `tag` has one."""
    prefix, _, local = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def w(tag: str, /, *children: Child, **attributes: str | int | None) -> Element:
    """The element `w:tag`, made as the writer makes it; None is left out."""
    given = {name(key): str(said) for key, said in attributes.items() if said is not None}
    made = etree.Element(name(tag), given)
    content = list(_flat(children))
    if tag in RANKS:
        ranks = {name(child): rank for child, rank in RANKS[tag].items()}
        content.sort(key=lambda child: ranks[str(child.tag)])
    made.extend(content)
    return made


def _flat(children: Iterable[Child]) -> Iterator[Element]:
    for child_ in children:
        if isinstance(child_, etree._Element):
            yield child_
        elif child_ is not None:
            yield from child_


def text(characters: str) -> Element:
    """The characters of a run, with the spaces at their ends kept."""
    kept = {name("xml:space"): "preserve"} if characters != characters.strip() else {}
    made = etree.Element(name("t"), kept)
    made.text = characters
    return made


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
