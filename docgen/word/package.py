"""The bytes of a Word file → its parts, read within limits and without entities or network."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from docgen import limits
from docgen.report import DocgenError
from docgen.word.names import Element

_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument", b"/officeDocument/2006"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml", b"/wordprocessingml/2006"),
    (b"http://purl.oclc.org/ooxml/drawingml", b"/drawingml/2006"),
)
_OLD = b"\xd0\xcf\x11\xe0"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_HINT = "Open it in a word processor, save it as .docx, and try again."


class Target(NamedTuple):
    """Where a relation leads: the name of a part, or an address outside of the file."""

    kind: str
    name: str
    outside: bool


@dataclass(slots=True)
class Package:
    """An open file; `faults` says what could not be read of it."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]
    faults: list[str] = field(default_factory=list)
    size: int = 0
    seen: dict[str, Element] = field(default_factory=dict)
    related_to: dict[str, Mapping[str, Target]] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """The bytes of the part `name`, or None; a part that is too large or damaged is a fault."""
        if name.lower() not in self.names:
            return None
        try:
            with self.archive.open(self.names[name.lower()]) as part:
                data = part.read(limits.PART.most + 1)
        except _DAMAGED as error:
            self.faults.append(f"the part {name} is damaged: {error}")
            return None
        self.size += len(data)
        if len(data) > limits.PART.most:
            raise DocgenError(limits.PART.message(f"the part {name}"), limits.PART.reason)
        if self.size > limits.PACKAGE.most:
            raise DocgenError(limits.PACKAGE.message("the file"), limits.PACKAGE.reason)
        return data

    def xml(self, name: str) -> Element:
        """The root of the part `name`; an empty element when there is none that can be read."""
        if name not in self.seen:
            data = self.data(name)
            self.seen[name] = etree.Element("none") if data is None else self._parsed(name, data)
        return self.seen[name]

    def _parsed(self, name: str, data: bytes) -> Element:
        for strict, year in _STRICT:
            data = data.replace(strict, b"http://schemas.openxmlformats.org" + year)
        try:
            root = etree.fromstring(data, _parser(recover=False))
        except etree.XMLSyntaxError as error:
            self.faults.append(f"the part {name} is damaged, some of it can be lost: {error}")
            root = _recovered(data)
        if root.getroottree().docinfo.internalDTD is not None:
            self.faults.append(f"the part {name} declares entities, which are not read")
        return root

    def relations(self, name: str) -> Mapping[str, Target]:
        """Where the relations of the part `name` lead, by their ids; of the file for an empty name.

        What leads out of the package stays as it is written.
        """
        if name not in self.related_to:
            self.related_to[name] = self._relations(name)
        return self.related_to[name]

    def _relations(self, name: str) -> Mapping[str, Target]:
        folder, file = posixpath.split(name)
        found: dict[str, Target] = {}
        for one in self.xml(posixpath.join(folder, "_rels", f"{file}.rels")):
            outside = one.get("TargetMode") == "External"
            target, kind = one.get("Target") or "", (one.get("Type") or "").rpartition("/")[2]
            part = target if outside else posixpath.normpath(posixpath.join("/", folder, target))
            found[one.get("Id") or ""] = Target(kind, part if outside else part[1:], outside)
        return found

    def related(self, name: str, kind: str) -> str:
        """The part of this `kind` that belongs to `name`, or that which has its usual name."""
        for target in self.relations(name).values():
            if target.kind == kind and target.name.lower() in self.names:
                return target.name
        return posixpath.join(posixpath.dirname(name), f"{kind}.xml")


def open_package(data: bytes) -> Package:
    """Open a Word file; DocgenError says what it is when it is none."""
    if data.startswith(_OLD):
        raise DocgenError("this is a file of an old Word, or one with a password", _HINT)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = {_plain(one.filename): one.filename for one in archive.infolist()}
    except _DAMAGED as error:
        raise DocgenError(f"this is no Word file, or a damaged one: {error}", _HINT) from error
    if len(names) > limits.PARTS.most:
        raise DocgenError(limits.PARTS.message("the file"), limits.PARTS.reason)
    return Package(archive, names)


def main_part(package: Package) -> str:
    """The name of the part that holds the text; DocgenError when there is none."""
    found = [one.name for one in package.relations("").values() if one.kind == "officeDocument"]
    for name in (*found, "word/document.xml"):
        if name.lower() in package.names and re.search(r"\.xml$", name):
            return name
    raise DocgenError("there is no text of a Word document in this file", _HINT)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=recover,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _recovered(data: bytes) -> Element:
    """What can be read of damaged XML, perhaps nothing."""
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("none") if root is None else root
