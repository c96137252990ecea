"""The schemas of ECMA-376, and what they find in the parts of a Word file.

They are looked for in the folder that the variable DOCGEN_OOXML_SCHEMAS names, such as one into
which the schemas of a part of the standard were unpacked as Ecma International publishes them,
and otherwise in `schemas/ecma-376/` beside this module, where `make gates` puts those of the first
edition.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

FETCHED = Path(__file__).parent / "schemas" / "ecma-376"
VARIABLE = "DOCGEN_OOXML_SCHEMAS"
XS = "http://www.w3.org/2001/XMLSchema"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OWN = "urn:docgen:content"
"""The namespace of the one part whose form is our own."""

NOT_WORD = ("presentationml", "spreadsheetml/2006/main")
LITERAL = (
    '<xs:complexType name="Literal" mixed="true"><xs:anyAttribute processContents="lax"/>'
    "</xs:complexType>"
)
MOMENT = (
    '<xs:complexType name="W3CDTF"><xs:simpleContent><xs:extension base="xs:dateTime">'
    '<xs:anyAttribute processContents="skip"/></xs:extension></xs:simpleContent></xs:complexType>'
)
LITERALS = ("creator", "description", "identifier", "language", "subject", "title")
BORROWED = {
    "http://www.w3.org/XML/1998/namespace": (
        '<xs:attribute name="lang" type="xs:string"/><xs:attribute name="space" type="xs:NCName"/>'
    ),
    "http://purl.org/dc/elements/1.1/": LITERAL
    + "".join(f'<xs:element name="{name}" type="Literal"/>' for name in LITERALS),
    "http://purl.org/dc/terms/": MOMENT
    + "".join(f'<xs:element name="{name}" type="W3CDTF"/>' for name in ("created", "modified")),
    MC: '<xs:attribute name="Ignorable" type="xs:string"/>',
}
"""What the schemas use from elsewhere and their publishers leave to be found, by namespace."""

LATER = ("tblCaption", "tblDescription", "compatSetting")
OLDER = {"start": "left", "end": "right"}
"""What docgen writes that the first edition did not have yet: elements, and words for sides."""


def folder() -> Path | None:
    """Where the schemas are, if they are anywhere."""
    found = Path(os.environ.get(VARIABLE) or FETCHED)
    return found if any(found.rglob("wml.xsd")) else None


def faults(word: bytes, where: Path) -> list[str]:
    """What the schemas under `where` find in the parts of a Word file, with their names."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        roots = {name: etree.fromstring(package.read(name)) for name in names}
    return [
        f"{name}: {fault}"
        for name, root in roots.items()
        if etree.QName(root).namespace != OWN
        for fault in _judged(root, where)
    ]


def _judged(root: etree._Element, where: Path) -> list[str]:
    schema, first = _schema(where)
    _without_extensions(root)
    if first:
        _as_first_edition(root)
    plain = etree.fromstring(etree.tostring(root))
    return [] if schema.validate(plain) else [error.message for error in schema.error_log]


def _as_first_edition(root: etree._Element) -> None:
    for element in list(root.iter(*(f"{{{WORD}}}{name}" for name in LATER))):
        element.getparent().remove(element)
    for element in root.iter(f"{{{WORD}}}jc"):
        side = element.get(f"{{{WORD}}}val", "")
        element.set(f"{{{WORD}}}val", OLDER.get(side, side))
    for element in root.iter(f"{{{WORD}}}tblLook"):
        for name in set(element.attrib) - {f"{{{WORD}}}val"}:
            del element.attrib[name]


def _without_extensions(root: etree._Element) -> None:
    """Leave what a reader sees that knows ISO/IEC 29500 alone, by the rules of its part 3."""
    ignored = {
        element.nsmap[prefix]
        for element in root.iter(etree.Element)
        for prefix in element.get(f"{{{MC}}}Ignorable", "").split()
    }
    for element in list(root.iter(etree.Element)):
        for name in [name for name in element.attrib if _space(name) in {*ignored, MC}]:
            del element.attrib[name]
        if _space(element.tag) in ignored:
            element.getparent().remove(element)
        elif element.tag == f"{{{MC}}}AlternateContent":
            _take_fallback(element)


def _take_fallback(choice: etree._Element) -> None:
    parent = choice.getparent()
    assert parent is not None
    place = parent.index(choice)
    parent[place : place + 1] = list(choice.iterfind(f"{{{MC}}}Fallback/*"))


def _space(name: object) -> str | None:
    return etree.QName(str(name)).namespace


@cache
def _schema(where: Path) -> tuple[etree.XMLSchema, bool]:
    """The schemas as one, and whether they are of the first edition."""
    with tempfile.TemporaryDirectory() as name:
        files = _gathered(where, Path(name))
        driver = Path(name) / "all.xsd"
        lines = (
            f'<xs:import namespace="{space}" schemaLocation="{file}"/>' for space, file in files
        )
        driver.write_text(f'<xs:schema xmlns:xs="{XS}">{"".join(lines)}</xs:schema>', "utf-8")
        first = LATER[0] not in (Path(name) / "wml.xsd").read_text("utf-8")
        return etree.XMLSchema(etree.parse(driver)), first


def _gathered(where: Path, target: Path) -> Iterator[tuple[str, str]]:
    """One file for each namespace, copied to `target` without the addresses of its imports."""
    spaces: dict[str, list[str]] = {}
    for path in sorted(where.rglob("*.xsd")):
        text = path.read_text("utf-8-sig")
        space = etree.fromstring(text.encode()).get("targetNamespace", "")
        if not any(word in space for word in NOT_WORD):
            bare = re.sub(r'(<\w+:import[^>]*?)\sschemaLocation="[^"]*"', r"\1", text)
            (target / path.name).write_text(bare, "utf-8")
            spaces.setdefault(space, []).append(path.name)
    for space, inner in BORROWED.items():
        if space not in spaces:
            (target / f"borrowed-{len(spaces)}.xsd").write_text(_borrowed(space, inner), "utf-8")
            spaces[space] = [f"borrowed-{len(spaces)}.xsd"]
    for number, (space, names) in enumerate(spaces.items()):
        includes = "".join(f'<xs:include schemaLocation="{name}"/>' for name in names)
        (target / f"space-{number}.xsd").write_text(_borrowed(space, includes), "utf-8")
        yield space, f"space-{number}.xsd"


def _borrowed(space: str, inner: str) -> str:
    return (
        f'<xs:schema xmlns:xs="{XS}" xmlns="{space}" targetNamespace="{space}" '
        f'elementFormDefault="qualified">{inner}</xs:schema>'
    )
