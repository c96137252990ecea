"""Document → its property parts: what file managers and archives read without opening it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time

from docgen.model import Document, Line
from docgen.render.docx.inline import bare
from docgen.render.docx.markup import Element
from docgen.render.docx.package import CORE_PROPERTIES, OFFICE_TYPE, PACKAGE_TYPE, root_of

_CORE_SPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_APP = f"{_OFFICE}/extended-properties"
_CUSTOM = f"{_OFFICE}/custom-properties"
_TYPES = f"{_OFFICE}/docPropsVTypes"
_OWN_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_OWN = 2

SYMBOL, JOB = "Symbol", "Job number"
"""The names of the properties that heads and feet print."""


def parts(document: Document) -> Iterator[tuple[str, str, str, Element]]:
    """Kind of relationship, name, content type and content of each of the three parts."""
    yield CORE_PROPERTIES, "core", f"{PACKAGE_TYPE}.core-properties+xml", _core(document)
    for kind, name, content in (
        ("extended-properties", "app", _app(document)),
        ("custom-properties", "custom", _custom(document)),
    ):
        yield kind, name, f"{OFFICE_TYPE}.{kind}+xml", content


def _core(document: Document) -> Element:
    """Title, author, language, and the date of the document as that of the file."""
    spaces = {"cp": _CORE_SPACE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _SCHEMA}
    declared = {f"xmlns:{prefix}": space for prefix, space in spaces.items()}
    root = Element("cp:coreProperties", declared, [])
    masthead = document.masthead
    _add(root, "dc:title", bare(document.front.title.inlines))
    _add(root, "dc:creator", masthead.nations if masthead else "")
    _add(root, "dc:identifier", " ".join(document.front.symbols))
    _add(root, "dc:language", document.lang)
    created = datetime.combine(document.front.date, time(), UTC)
    for name, when in (("created", created), ("modified", document.modified or created)):
        moment = f"{when:%Y-%m-%dT%H:%M:%SZ}"
        _add(root, f"dcterms:{name}", moment, {"xsi:type": "dcterms:W3CDTF"})
    return root


def _app(document: Document) -> Element:
    """The program and the organization."""
    root = root_of(_APP, "Properties")
    _add(root, "Application", "docgen")
    _add(root, "Company", document.masthead.nations if document.masthead else "")
    return root


def _custom(document: Document) -> Element:
    """Properties that fields in the text can print, by name."""
    root = root_of(_CUSTOM, "Properties", vt=_TYPES)
    for identity, (name, value) in enumerate(_own(document).items(), _FIRST_OWN):
        own = {"fmtid": _OWN_SET, "pid": str(identity), "name": name}
        _add(_add(root, "property", "", own), "vt:lpwstr", value)
    return root


def _own(document: Document) -> Mapping[str, str]:
    session = document.masthead.session if document.masthead else None
    return {
        SYMBOL: document.running_symbol,
        JOB: document.running_job,
        "Session": bare(session.inlines) if isinstance(session, Line) else "",
        "Language": document.lang,
    }


def _add(
    root: Element, name: str, value: str, attributes: Mapping[str, str] | None = None
) -> Element:
    made = Element(name, attributes or {}, [], value or None)
    root.append(made)
    return made
