"""Sections: page, heads and feet; content controls, which have ids of the whole document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Parts, R, W, attribute, local, value

SMALLEST = 1000
"""A page narrower than this, in twips, is a mistake."""


def _pages(parts: Parts) -> Iterator[str]:
    found = list(parts.everywhere("sectPr"))
    if not found:
        yield "the document has no section"
    for section in found:
        for name in ("pgSz", "pgMar", "cols"):
            if section.find(f"{W}{name}") is None:
                yield f"a section has no {name}"
        size = section.find(f"{W}pgSz")
        for key in ("w", "h"):
            length = "" if size is None else attribute(size, key)
            if length.isdecimal() and int(length) < SMALLEST:
                yield f"the page of a section is {length} twips in {key}"


def _running(parts: Parts) -> Iterator[str]:
    """A section has one head and one foot of each type, from parts made for that."""
    kinds = {one.id: one.kind for one in parts.relationships("word/document.xml")}
    for section in parts.everywhere("sectPr"):
        found = [one for one in section if local(one) in ("headerReference", "footerReference")]
        counted = Counter((local(one), attribute(one, "type")) for one in found)
        for (name, kind), times in counted.items():
            if times > 1:
                yield f"a section has {times} times {name} for {kind} pages"
        for one in found:
            wanted = local(one).removesuffix("Reference")
            if not kinds.get(one.get(f"{R}id"), wanted).endswith(wanted):
                yield f"{local(one)} {one.get(f'{R}id')} is no {wanted}"


def _first_and_even(parts: Parts) -> Iterator[str]:
    """Heads of first and even pages are shown only where they are asked for (17.10.1, 17.10.6)."""
    settings = parts.part("settings")
    for section in parts.everywhere("sectPr"):
        types = {attribute(one, "type") for one in section if local(one).endswith("Reference")}
        if "first" in types and section.find(f"{W}titlePg") is None:
            yield "a section has a head or foot for its first page and no titlePg"
        if "even" in types and settings.find(f"{W}evenAndOddHeaders") is None:
            yield "there are heads or feet for even pages and no evenAndOddHeaders"


def _controls(parts: Parts) -> Iterator[str]:
    ids = Counter(value(one, "sdtPr/id") for one in parts.everywhere("sdt"))
    for identity, times in ids.items():
        if identity is not None and times > 1:
            yield f"{times} content controls have the id {identity}"


CHECKS = (_pages, _running, _first_and_even, _controls)
