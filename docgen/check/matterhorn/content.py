"""What is painted, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.tree import File, Piece


def _marked(file: File) -> Iterator[str]:
    for number, page in enumerate(file.pages, start=1):
        if page.loose:
            yield f"01-005: page {number}: {page.loose} times something is painted without a mark"
        if page.nested:
            yield f"01-003: page {number}: {page.nested} times artifacts and content are mixed"
        if page.unpaired:
            yield f"01: page {number}: {page.unpaired} marks or states are not in pairs"


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
    parents = file.parents()
    for piece, owner in owners:
        row = parents.get(int(file.pdf.pages[piece.page].obj.get("/StructParents", -1)), ())
        if piece.mcid >= len(row) or row[piece.mcid].objgen != owner.raw.objgen:
            yield f"01-005: page {piece.page + 1}: {piece.mcid} has another owner in the tree"


CHECKS = (_marked, _owned)
