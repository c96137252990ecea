"""A finished PDF → what stands against PDF/UA-1 and PDF/A-3a in it, by the Matterhorn Protocol 1.1.

Not a whole validator: the checkpoints that a writer can fail by its own doing, each with its
number. PDF/A has other validators; here its marks in the metadata are looked at, and fonts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from docgen.check.tree import Annotation, Element, File, Piece, entry, opened

Check = Callable[[File], Iterator[str]]

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


def findings(data: bytes) -> list[str]:
    """All faults of a PDF, each with the checkpoint it fails; none for a good file."""
    file = opened(data)
    return [found for check in CHECKS for found in check(file)]


# ---- the document ----------------------------------------------------------------------------


def _catalogue(file: File) -> Iterator[str]:
    root = file.pdf.Root
    if not entry(root, "/MarkInfo", "/Marked"):
        yield "06: the file does not say that it is tagged"
    if not entry(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "07-001: viewers are not told to show the title"
    if not str(root.get("/Lang", "")):
        yield "11-006: the document has no language"
    if "/OutputIntents" not in root:
        yield "PDF/A 6.2.3: there is no output intent"


def _metadata(file: File) -> Iterator[str]:
    if "/Metadata" not in file.pdf.Root:
        yield "06-001: there are no metadata"
        return
    wanted = {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
    with file.pdf.open_metadata() as metadata:
        for name, value in wanted.items():
            if metadata.get(name) != value:
                yield f"06-002: {name} is {metadata.get(name)!r}, not {value!r}"
        for name in ("dc:title", "dc:identifier"):
            if not metadata.get(name):
                yield f"06-003: the metadata have no {name}"


def _fonts(file: File) -> Iterator[str]:
    fonts = {
        font.objgen: font
        for page in file.pdf.pages
        for font in (entry(page.obj, "/Resources", "/Font") or {}).values()
    }
    for font in fonts.values():
        name = str(font.get("/BaseFont", font.get("/Name", "/?")))
        if "/ToUnicode" not in font:
            yield f"31-027: the font {name} has no ToUnicode map"
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if font.Subtype != "/Type3" and not _embedded(inner):
            yield f"31-009: the font {name} is not embedded"


def _embedded(font: Any) -> bool:
    files = (entry(font, "/FontDescriptor", f"/FontFile{kind}") for kind in ("", "2", "3"))
    return any(file is not None for file in files)


# ---- content and its owners ------------------------------------------------------------------


def _marked(file: File) -> Iterator[str]:
    for number, page in enumerate(file.pages, start=1):
        if page.loose:
            yield f"01-005: page {number}: {page.loose} times something is painted without a mark"
        if page.nested:
            yield f"01-003: page {number}: {page.nested} times artifacts and content are mixed"


def _owned(file: File) -> Iterator[str]:
    """Every piece has one owner, whom the parent tree names."""
    owners = [(kid, one) for one in file.elements() for kid in one.kids if isinstance(kid, Piece)]
    counted = Counter(piece for piece, _ in owners)
    painted = {Piece(page, mcid) for page, marks in enumerate(file.pages) for mcid in marks.texts}
    for piece in sorted(painted - counted.keys()):
        yield f"01-005: page {piece.page + 1}: the content {piece.mcid} is no part of the structure"
    for piece in sorted(counted.keys() - painted):
        yield f"01-005: page {piece.page + 1}: the content {piece.mcid} does not exist"
    for piece in (piece for piece, times in counted.items() if times > 1):
        yield f"01-005: page {piece.page + 1}: the content {piece.mcid} has several owners"
    parents = parent_tree(file)
    for piece, owner in owners:
        row = parents.get(int(file.pdf.pages[piece.page].obj.get("/StructParents", -1)), ())
        if piece.mcid >= len(row) or row[piece.mcid].objgen != owner.raw.objgen:
            yield f"01-005: page {piece.page + 1}: {piece.mcid} has another owner in the tree"


def parent_tree(file: File) -> dict[int, Any]:
    """What the parent tree of a file says, by its keys."""
    numbers = list(entry(file.pdf.Root, "/StructTreeRoot", "/ParentTree", "/Nums") or ())
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


# ---- the structure ---------------------------------------------------------------------------


def _types(file: File) -> Iterator[str]:
    if [root.role for root in file.roots] != ["Document"]:
        yield "09: the structure is not one Document"
    for element in file.elements():
        if element.role not in STANDARD:
            yield f"02-001: {element.role} is no standard type"
        if element.parent and element.raw.P.objgen != element.parent.raw.objgen:
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


def _tables(file: File) -> Iterator[str]:
    heads = {bytes(head.raw.ID) for head in file.elements("TH") if "/ID" in head.raw}
    for head in file.elements("TH"):
        if str(head.attributes.get("/Scope")) not in ("/Row", "/Column", "/Both"):
            yield "15-003: a head of a table has no scope"
    for cell in file.elements("TD"):
        if any(bytes(name) not in heads for name in cell.attributes.get("/Headers", [])):
            yield "15-003: a cell names a head that does not exist"
    for table in file.elements("Table"):
        rows = [one for one in table.walk() if one.role == "TR"]
        if len({sum(map(_width, row.children)) for row in rows}) > 1 and not _spans_rows(rows):
            yield "15: the rows of a table differ in width"


def _width(cell: Element) -> int:
    return int(cell.attributes.get("/ColSpan", 1))


def _spans_rows(rows: list[Element]) -> bool:
    return any("/RowSpan" in cell.attributes for row in rows for cell in row.children)


def _notes(file: File) -> Iterator[str]:
    names = [bytes(note.raw.ID) for note in file.elements("Note") if "/ID" in note.raw]
    if len(names) < sum(1 for _ in file.elements("Note")):
        yield "19-003: a note has no ID"
    ids = [bytes(one.raw.ID) for one in file.elements() if "/ID" in one.raw]
    yield from (f"19-004: {i!r} is the ID of several" for i, n in Counter(ids).items() if n > 1)
    listed = list(entry(file.pdf.Root, "/StructTreeRoot", "/IDTree", "/Names") or ())
    if sorted(ids) != [bytes(name) for name in listed[::2]]:
        yield "19: the tree of IDs does not name every ID"


# ---- links -----------------------------------------------------------------------------------


def _links(file: File) -> Iterator[str]:
    owners = {
        kid.key: one for one in file.elements() for kid in one.kids if isinstance(kid, Annotation)
    }
    parents = parent_tree(file)
    for number, page in enumerate(file.pdf.pages, start=1):
        annotations = list(page.obj.get("/Annots", []))
        if annotations and page.obj.get("/Tabs") != "/S":
            yield f"28-009: page {number}: the order of tabs is not that of the structure"
        for annotation in annotations:
            for fault in _link(annotation, owners.get(annotation.objgen), parents):
                yield f"{fault} on page {number}"


def _link(annotation: Any, owner: Element | None, parents: dict[int, Any]) -> Iterator[str]:
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


def _named(element: Element) -> str:
    words = str(element.raw.get("/ID", ""))
    return f"{element.role} {words}".strip()


CHECKS: tuple[Check, ...] = (
    _catalogue,
    _metadata,
    _fonts,
    _marked,
    _owned,
    _types,
    _grammar,
    _headings,
    _figures,
    _tables,
    _notes,
    _links,
)
