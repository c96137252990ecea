"""A tree of structure → the objects of a PDF: elements, parent tree, ids (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pydyf

from docgen.render.structure.node import Annotated, Content, Node


def write(document: Node, pdf: Any, *, rtl: bool = False) -> None:
    """Put the structure `document` into `pdf`, and say in its catalogue that it is there.

    Viewers are told to show its title, and pages that face each other from the right if `rtl`.
    """
    writer = _Writer(pdf)
    root = writer.object({"Type": "/StructTreeRoot"})
    root["K"] = pydyf.Array([writer.element(document, root.reference)])
    root["ParentTree"] = writer.parents().reference
    root["IDTree"] = writer.object({"Names": pydyf.Array(writer.names())}).reference
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    preferences = {"DisplayDocTitle": "true"} | ({"Direction": "/R2L"} if rtl else {})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)


class _Writer:
    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.places = pdf.page_references
        self.pages: dict[int, dict[int, bytes]] = defaultdict(dict)
        self.links: list[tuple[Any, bytes]] = []
        self.ids: dict[str, bytes] = {}

    def object(self, values: dict[str, Any]) -> Any:
        made = pydyf.Dictionary(values)
        self.pdf.add_object(made)
        return made

    # ---- elements ---------------------------------------------------------------------------

    def element(self, node: Node, parent: bytes) -> bytes:
        """Write `node` and all below it → its reference."""
        made = self.object({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        reference: bytes = made.reference
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            made["Pg"] = self.places[page]
        made |= self._properties(node)
        if node.id:
            self.ids[node.id] = reference
        made["K"] = pydyf.Array([self._kid(kid, page, reference, node) for kid in node.kids])
        return reference

    def _kid(
        self, kid: Node | Content | Annotated, page: int | None, own: bytes, node: Node
    ) -> Any:
        match kid:
            case Node():
                return self.element(kid, own)
            case Content():
                return self._content(kid, page, own)
            case Annotated():
                return self._annotated(kid, own, node)

    def _content(self, kid: Content, page: int | None, own: bytes) -> Any:
        self.pages[kid.page][kid.mcid] = own
        if kid.page == page:
            return kid.mcid
        reference = self.places[kid.page]
        return pydyf.Dictionary({"Type": "/MCR", "Pg": reference, "MCID": kid.mcid})

    def _annotated(self, kid: Annotated, own: bytes, node: Node) -> Any:
        """A link within the document is described by its words, others by their address."""
        self.links.append((kid.annotation, own))
        if "Dest" in kid.annotation and node.text.strip():
            kid.annotation["Contents"] = pydyf.String(node.text.strip())
        return pydyf.Dictionary(
            {
                "Type": "/OBJR",
                "Obj": kid.annotation.reference,
                "Pg": self.places[kid.page],
            }
        )

    def _properties(self, node: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if node.lang and (node.parent is None or node.lang != node.parent.lang):
            found["Lang"] = pydyf.String(node.lang)
        if node.alt:
            found["Alt"] = pydyf.String(node.alt)
        if node.id:
            found["ID"] = pydyf.String(node.id)
        if attributes := _attributes(node):
            found["A"] = attributes
        return found

    # ---- ways from content to elements ------------------------------------------------------

    def parents(self) -> Any:
        """The parent tree: for every page its elements by marked content, then those of links."""
        numbers = pydyf.Array()
        for page in range(len(self.places)):
            owners = self.pages[page]
            numbers.extend([page, pydyf.Array(owners[mcid] for mcid in sorted(owners))])
        for key, (annotation, owner) in enumerate(self.links, len(self.places)):
            annotation["StructParent"] = key
            numbers.extend([key, owner])
        return self.object({"Nums": numbers})

    def names(self) -> list[Any]:
        """Names and elements of the tree of ids, in the order that it requires."""
        return [part for name in sorted(self.ids) for part in (pydyf.String(name), self.ids[name])]


def _attributes(node: Node) -> Any:
    if node.box:
        return pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(node.box)})
    if node.numbering:
        return pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{node.numbering}"})
    if not node.table:
        return None
    values = dict(node.table)
    if heads := values.get("Headers"):
        values["Headers"] = pydyf.Array(map(pydyf.String, heads))
    return pydyf.Dictionary({"O": "/Table", **values})
