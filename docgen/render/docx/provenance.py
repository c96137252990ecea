"""Document → a part that says what the file was made from.

It has the name of the content, the language, and a print of every unit of text. When the file comes
back from colleagues, a unit that they changed can so be told from one that was changed in the
content meanwhile. Word and LibreOffice keep such a part as it is; LibreOffice does not keep the ids
of paragraphs (`w14:paraId`).
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.fingerprint import fingerprint, wording
from docgen.model import Document, Prose
from docgen.render.docx.markup import Element
from docgen.render.docx.package import OFFICE_TYPE, Content, Package, Part
from docgen.walk import find

SPACE = "urn:docgen:content"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{5D1B6A7E-7C52-4C4B-9F0A-0D0C6E3A9E41}"
"""The id by which Word knows this kind of part; any other would do as well."""


NAME = "provenance"
"""The name of the content of the part, where it is made beforehand."""


def add(made: Content, package: Package, main: Part) -> None:
    """Put the part with the content that was `made` beside the `main` part of `package`."""
    item = package.add("customXml/item1.xml", "application/xml", made)
    properties = package.add(
        "customXml/itemProps1.xml", f"{OFFICE_TYPE}.customXmlProperties+xml", _properties()
    )
    item.relate("customXmlProps", properties)
    main.relate("customXml", item)


def content(document: Document) -> Element:
    """What the part says of `document`."""
    said = {"xmlns": SPACE, "document": document.name, "language": document.language}
    return Element("content", said, [_unit(prose) for prose in _units(document)])


def _unit(prose: Prose) -> Element:
    own = {"id": prose.id} if prose.id else {}
    return Element("unit", {**own, "print": fingerprint(wording(prose.inlines))}, [])


def _units(document: Document) -> Iterator[Prose]:
    """Every unit of text once, however often it is printed."""
    parts = (document.masthead, document.summary, document.blocks, document.annexes)
    seen: set[str] = set()
    for prose in find(parts, Prose):
        if prose.id not in seen:
            if prose.id:
                seen.add(prose.id)
            if prose.inlines:
                yield prose


def _properties() -> Element:
    said = {"xmlns": _STORE, "xmlns:ds": _STORE, "ds:itemID": _ITEM}
    return Element("datastoreItem", said, [])
