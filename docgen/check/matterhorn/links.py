"""Links: their elements, their words, where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.check.tree import Annotation, Element, File, entry


def _links(file: File) -> Iterator[str]:
    owners = {
        kid.key: one for one in file.elements() for kid in one.kids if isinstance(kid, Annotation)
    }
    parents = file.parents()
    for number, page in enumerate(file.pdf.pages, start=1):
        annotations = list(page.obj.get("/Annots", []))
        if annotations and page.obj.get("/Tabs") != "/S":
            yield f"28-009: page {number}: the order of tabs is not that of the structure"
        for annotation in annotations:
            for fault in _link(annotation, owners.get(annotation.objgen), parents):
                yield f"{fault} on page {number}"


def _link(annotation: Any, owner: Element | None, parents: Mapping[int, Any]) -> Iterator[str]:
    if owner is None or owner.role != "Link":
        yield "28-011: a link is not in a Link"
        return
    if not str(annotation.get("/Contents", "")).strip():
        yield "28-012: a link has no description"
    key = int(annotation.get("/StructParent", -1))
    if key not in parents or parents[key].objgen != owner.raw.objgen:
        yield "28-011: the parent tree does not know the Link of a link"
    if not int(annotation.get("/F", 0)) & 4:
        yield "PDF/A 6.3.2: a link is not printed"


def _destinations(file: File) -> Iterator[str]:
    listed = list(entry(file.pdf.Root, "/Names", "/Dests", "/Names") or ())
    places = {bytes(name) for name in listed[::2]}
    for number, page in enumerate(file.pdf.pages, start=1):
        for annotation in page.obj.get("/Annots", []):
            name = annotation.get("/Dest")
            if name is not None and bytes(name) not in places:
                yield f"28: a link leads to {str(name)!r}, which is nowhere, on page {number}"


CHECKS = (_links, _destinations)
