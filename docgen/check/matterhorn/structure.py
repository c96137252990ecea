"""Elements of structure: their types, what they stand in, and what each type must have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from docgen.check.tree import Element, File, Piece, entry

TYPES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form
"""
STANDARD = frozenset(TYPES.split())
"""The standard types of structure (ISO 32000-1, 14.8.4)."""

HOLDS = {
    "L": {"Caption", "LI", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"Caption", "TOC", "TOCI"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
"""What elements of lists, tables and contents may hold (ISO 14289-1, 7.5 to 7.6)."""


def _types(file: File) -> Iterator[str]:
    if [root.role for root in file.roots] != ["Document"]:
        yield "09: the structure is not one Document"
    for element in file.elements():
        if element.role not in STANDARD:
            yield f"02-001: {element.role} is no standard type"
        if not element.knows_its_parent:
            yield f"09: {_named(element)} does not know its parent"


def _grammar(file: File) -> Iterator[str]:
    for element in file.elements(*HOLDS):
        for role in sorted({child.role for child in element.children} - HOLDS[element.role]):
            yield f"09-004: {_named(element)} holds {role}"
        if any(isinstance(kid, Piece) for kid in element.kids):
            yield f"09-004: {_named(element)} holds text"
    for element in file.elements("LI", "LBody", "TR", "TH", "TD", "THead", "TBody", "TOCI"):
        above = element.parent.role if element.parent else "nothing"
        if element.role not in HOLDS.get(above, ()):
            yield f"09-004: {_named(element)} stands in {above}"


def _headings(file: File) -> Iterator[str]:
    ranks = [int(one.role[1]) for one in file.elements(*(f"H{rank}" for rank in range(1, 7)))]
    if ranks[:1] != [1]:
        yield "14-002: the first heading is not H1"
    for above, below in pairwise(ranks):
        if below > above + 1:
            yield f"14-003: H{below} follows H{above}"


def _figures(file: File) -> Iterator[str]:
    for figure in file.elements("Figure"):
        if not str(figure.raw.get("/Alt", "")).strip():
            yield "13-004: a figure has no alternative text"
        if not _on_page(figure):
            yield "13: a figure has no bounds, or bounds that are not on its page"


def _on_page(figure: Element) -> bool:
    if "/BBox" not in figure.attributes or "/Pg" not in figure.raw:
        return False
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    _, _, width, height = map(float, figure.raw.Pg.MediaBox)
    return -1 <= left < right <= width + 1 and -1 <= bottom < top <= height + 1


def _lists(file: File) -> Iterator[str]:
    """An item has one body; a list with labels says what they are (ISO 14289-1, 7.6)."""
    for item in file.elements("LI"):
        if [child.role for child in item.children].count("LBody") != 1:
            yield "09-004: an item of a list has not one LBody"
    for one in file.elements("L"):
        labelled = any(part.role == "Lbl" for item in one.children for part in item.children)
        if labelled and str(one.attributes.get("/ListNumbering", "/None")) == "/None":
            yield "16-001: a list does not say how its items are numbered"


def _notes(file: File) -> Iterator[str]:
    names = [bytes(note.raw.ID) for note in file.elements("Note") if "/ID" in note.raw]
    if len(names) < sum(1 for _ in file.elements("Note")):
        yield "19-003: a note has no ID"
    ids = [bytes(one.raw.ID) for one in file.elements() if "/ID" in one.raw]
    yield from (f"19-004: {i!r} is the ID of several" for i, n in Counter(ids).items() if n > 1)
    listed = list(entry(file.pdf.Root, "/StructTreeRoot", "/IDTree", "/Names") or ())
    if sorted(ids) != [bytes(name) for name in listed[::2]]:
        yield "19: the tree of IDs does not name every ID"


def _named(element: Element) -> str:
    words = str(element.raw.get("/ID", ""))
    return f"{element.role} {words}".strip()


CHECKS = (_types, _grammar, _headings, _figures, _lists, _notes)
