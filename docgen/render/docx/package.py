"""Parts → the bytes of an Open Packaging Conventions file (ECMA-376, part 2).

The bytes depend on the parts alone: entries stand in a fixed order and carry a given date.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import datetime
from functools import cache
from typing import Protocol

from docgen.records import dataclass
from docgen.render.docx.archive import Deflated, archive, deflated
from docgen.render.docx.markup import Element

OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PICTURE = "image/"
_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""The first and the last moment that an archive can name."""

CORE_PROPERTIES = "metadata/core-properties"
"""The kind of relationship that has its place in the packaging standard, not in that of Office."""


Deflate = Callable[[bytes], Deflated]


class Content(Protocol):
    """What becomes a file: XML, however it is held, or something that is still being made."""

    def data(self) -> bytes:
        """The bytes of the file."""
        ...


@dataclass(frozen=True, slots=True)
class Awaited:
    """A file that is being made elsewhere; `data` waits for it."""

    data: Callable[[], bytes]


@dataclass(slots=True)
class Part:
    """A file of the package; `content` is XML or bytes, `name` its path from the root.

    `relationships` are ids by kind, target and whether that is outside the package.
    """

    name: str
    content_type: str
    content: Content | bytes
    relationships: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def relate(self, kind: str, target: Part) -> str:
        """Relate this part to `target`; the id of the relationship, one for each target."""
        space = f"{_PACKAGE}/relationships" if kind == CORE_PROPERTIES else _RELATIONSHIPS
        folder = posixpath.dirname(self.name) or "."
        return self._related(f"{space}/{kind}", posixpath.relpath(target.name, folder), False)

    def link(self, address: str) -> str:
        """Relate this part to an address outside the package; the id of the relationship."""
        return self._related(f"{_RELATIONSHIPS}/hyperlink", address, True)

    @property
    def root(self) -> Element:
        """The root of a part that is XML, as writers made it."""
        assert isinstance(self.content, Element), f"{self.name} is no XML"
        return self.content

    def append(self, element: Element) -> None:
        """Put `element` at the end of a part that is XML."""
        self.root.append(element)

    def _related(self, kind: str, target: str, external: bool) -> str:
        identity = f"rId{len(self.relationships) + 1}"
        return self.relationships.setdefault((kind, target, external), identity)

    def data(self) -> bytes:
        """The content as a file."""
        return self.content if isinstance(self.content, bytes) else self.content.data()

    def stored(self, deflate: Deflate) -> Deflated:
        """The content as the archive has it; `deflate` makes so what is not so already."""
        return self.content if isinstance(self.content, Deflated) else deflate(self.data())


class Package:
    """A package that grows part by part; `modified` is the moment that its entries carry."""

    def __init__(self, modified: datetime | None = None) -> None:
        given = modified.timetuple()[:6] if modified else _FIRST
        self.moment = min(max(_FIRST, given), _LAST)
        self.root = Part("", "", b"")
        self.parts: dict[str, Part] = {}

    def add(self, name: str, content_type: str, content: Content | bytes) -> Part:
        """Put a new part under `name`; the part that is there already is returned instead."""
        return self.parts.setdefault(name, Part(name, content_type, content))

    def add_story(self, name: str, kind: str, content: Content) -> Part:
        """Put a part of WordprocessingML under `word/`."""
        return self.add(f"word/{name}.xml", f"{OFFICE_TYPE}.wordprocessingml.{kind}+xml", content)

    def data(self) -> bytes:
        """The package as a file."""
        return archive(self._files(), self.moment)

    def _files(self) -> Iterator[tuple[str, Deflated]]:
        """All files; a picture that stands in many places is deflated once.

        What is being made elsewhere is waited for when all else is deflated.
        """
        parts, once = sorted(self.parts.values(), key=lambda part: part.name), cache(deflated)
        stored = {
            part.name: part.stored(once if part.content_type.startswith(_PICTURE) else deflated)
            for part in sorted(parts, key=lambda part: isinstance(part.content, Awaited))
        }
        yield "[Content_Types].xml", deflated(_content_types(parts).data())
        for part in (self.root, *parts):
            if part.name:
                yield part.name, stored[part.name]
            if part.relationships:
                yield _relationships_name(part.name), deflated(_relationships(part).data())


def root_of(namespace: str, name: str, **prefixes: str) -> Element:
    """A root element whose own namespace needs no prefix; `prefixes` declares others."""
    declared = {f"xmlns:{prefix}": space for prefix, space in prefixes.items()}
    return Element(name, {"xmlns": namespace, **declared}, [])


def _relationships_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _relationships(part: Part) -> Element:
    root = root_of(f"{_PACKAGE}/relationships", "Relationships")
    for (kind, target, external), identity in part.relationships.items():
        mode = {"TargetMode": "External"} if external else {}
        _add(root, "Relationship", Id=identity, Type=kind, Target=target, **mode)
    return root


def _content_types(parts: list[Part]) -> Element:
    root = root_of(f"{_PACKAGE}/content-types", "Types")
    _add(root, "Default", Extension="rels", ContentType=f"{PACKAGE_TYPE}.relationships+xml")
    for part in parts:
        _add(root, "Override", PartName=f"/{part.name}", ContentType=part.content_type)
    return root


def _add(root: Element, name: str, **attributes: str) -> None:
    root.append(Element(name, attributes, []))
