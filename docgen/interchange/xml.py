"""XML of translators' programs: read without entities and network, written with mixed content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lxml import etree

from docgen.report import DocgenError, Origin

Element: TypeAlias = etree._Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parse(data: bytes, file: str) -> Element:
    """The root of an XML file; DocgenError for one that is damaged, or has entities."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        place = Origin(file, error.lineno or 0)
        hint = "Export it again, or from the translator's program once more."
        raise DocgenError(f"this is no XML, or damaged: {error.msg}", hint, place) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if (declared is not None and declared.entities()) or any(True for _ in root.iter(etree.Entity)):
        hint = "Files of translators have none: export it again."
        raise DocgenError("the file has entities", hint, Origin(file))
    return root


def origin(element: Element, file: str) -> Origin:
    """The place of `element` in its file."""
    line: Any = element.sourceline
    return Origin(file, line or 0)


def root_of(namespace: str | None, name: str, **prefixes: str) -> Element:
    """A root element whose own namespace, if it has one, needs no prefix.

    `prefixes` declares others.
    """
    if namespace is None:
        return etree.Element(name)
    declared: Any = {None: namespace, **prefixes}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=declared)


def characters(element: Element) -> str:
    """All the text in `element`, that of its codes included."""
    return "".join(map(str, element.itertext()))


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def add(
    parent: Element, name: str, text: str = "", attributes: Mapping[str, str | None] | None = None
) -> Element:
    """A new last child in the namespace of `parent`, or in the one that its name has.

    An attribute that is None is left out.
    """
    space = etree.QName(parent).namespace
    given = {key: value for key, value in (attributes or {}).items() if value is not None}
    tag = name if name[0] == "{" or space is None else f"{{{space}}}{name}"
    child = etree.SubElement(parent, tag, given)
    child.text = text or None
    return child


def write(parent: Element, text: str) -> None:
    """Put `text` behind what `parent` holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def printed(root: Element, doctype: str = "") -> bytes:
    """A file with a line for each element outside of running text."""
    _indent(root, "\n")
    head = f"<?xml version='1.0' encoding='UTF-8'?>\n{doctype}{chr(10) if doctype else ''}"
    return (head + etree.tostring(root, encoding="unicode") + "\n").encode()


def _indent(element: Element, lead: str) -> None:
    """Elements that hold text or codes keep their content; blanks count there."""
    if not len(element) or (element.text or "").strip() or _running(element):
        return
    element.text = f"{lead}  "
    for child in element:
        _indent(child, f"{lead}  ")
        child.tail = f"{lead}  "
    element[-1].tail = lead


def _running(element: Element) -> bool:
    return local(element) in ("source", "target", "seg")
