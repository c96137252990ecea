"""A DOCX → its members, its XML parsed, its relationships read."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree

Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_STORY = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")


class Unreadable(ValueError):
    """The file is no package, or a part of it is no XML."""


class Relationship(NamedTuple):
    """What a part says of another; `target` is the name of a part, or an address outside."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """The members of a DOCX as they stand in the archive, and the XML ones parsed, by name."""

    members: tuple[str, ...]
    roots: dict[str, Element]

    @classmethod
    def of(cls, data: bytes) -> Parts:
        """Open a DOCX; raises Unreadable."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = archive.namelist()
                texts = {name: archive.read(name) for name in names if _is_xml(name)}
        except (zipfile.BadZipFile, ValueError) as error:
            raise Unreadable(f"the file is no package: {error}") from error
        return cls(tuple(names), {name: _parsed(name, text) for name, text in texts.items()})

    def part(self, name: str) -> Element:
        """The root of `word/<name>.xml`; an empty element where that part is missing."""
        return self.roots.get(f"word/{name}.xml", etree.Element("missing"))

    def stories(self) -> dict[str, Element]:
        """The parts that hold text: body, notes, comments, headers and footers."""
        return {name: root for name, root in self.roots.items() if _STORY.fullmatch(name)}

    def everywhere(self, *names: str) -> Iterator[Element]:
        """The elements of WordprocessingML called `names` in all parts that hold text."""
        return (one for root in self.stories().values() for one in each(root, *names))

    def relationships(self, part: str) -> list[Relationship]:
        """What the part called `part` says of others; of the package itself if it is empty."""
        root = self.roots.get(relationships_name(part), ())
        return [_relationship(one, posixpath.dirname(part)) for one in root]


def relationships_name(part: str) -> str:
    """The member with the relationships of `part` (ECMA-376 part 2, 6.5.2.2)."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def each(root: Element, *names: str) -> Iterator[Element]:
    """The elements of WordprocessingML called `names` below `root`, in order."""
    yield from root.iter(*(W + name for name in names))


def attribute(element: Element, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty where it is missing."""
    return str(element.get(W + name, ""))


def value(element: Element, path: str) -> str | None:
    """The `w:val` of what `path`, names with slashes between, leads to; None where it is not."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else attribute(found)


def local(element: Element) -> str:
    """The name of an element of WordprocessingML; empty for one of another namespace."""
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) and tag.startswith(W) else ""


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _parsed(name: str, text: bytes) -> Element:
    try:
        return etree.fromstring(text, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{name} is no XML: {error}") from error


def _relationship(one: Element, folder: str) -> Relationship:
    external = one.get("TargetMode") == "External"
    target = one.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(one.get("Id", ""), one.get("Type", ""), target, external)
