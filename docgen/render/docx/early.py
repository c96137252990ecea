"""The first part of a long text, finished by another process while this one makes the rest.

Its elements are not handed over: the other process is a fork, and has them. Whether there is one
does not show in the file, which has the parts of a long text deflated apart in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import takewhile

from docgen.beside import Ended, possible, within
from docgen.length import texts
from docgen.model import Annex, Block, Document, Passage, Section
from docgen.records import dataclass
from docgen.render.docx import notes, pages
from docgen.render.docx.archive import Deflated, deflated
from docgen.render.docx.markup import Element, enclosing, encoded, fragment, ready
from docgen.render.docx.pages.flow import Pages, Piece
from docgen.render.docx.press import JOINT, Press

SHARE = 0.7
"""The part of a long text that the other process finishes, by the number of its texts."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A part of a text as the file has it, its notes as text, and the pages that it fills."""

    stored: Deflated
    notes: str
    pages: Pages


def joint(document: Document) -> Block | None:
    """The block before which the text of a long `document` is divided, if it has any."""
    parts: Sequence[Block | Annex] = (*document.blocks, *document.annexes)
    left, found = sum(map(texts, parts)) * SHARE, None
    while parts:
        part, left = _reached(parts, left)
        found = None if isinstance(part, Annex) else part
        parts = part.blocks if isinstance(part, Section | Passage | Annex) else ()
    return found


def _reached(parts: Sequence[Block | Annex], left: float) -> tuple[Block | Annex, float]:
    """The part in which so many texts are reached, and how many are left behind its heading."""
    for part in parts:
        size = texts(part)
        if size > left:
            break
        left -= size
    return part, left - 1


def write(press: Press, front: Sequence[Element], text: Iterator[Element], first: float) -> None:
    """Write `front` and the `text` behind it, which has a joint, into the parts of `press`.

    `front` may have the contents list in it; `first` is the height of the text of the first page,
    in points. Raises ValueError for characters that no XML has.
    """
    early = [*takewhile(lambda element: element is not JOINT, text)]
    kept = len(press.notes.root.children)
    finish = partial(_finished, press, front, early, kept, first)
    begin, end = enclosing(press.part.root, "w:body")
    with ExitStack() as stack:
        other = within(stack, lambda _: finish()) if possible() else None
        last, pieces = _rest(press, text, [*front, *early][-1:], end)
        try:
            made = other.result() if other else finish()
        except Ended:
            made = finish()
    made.pages.fill(pieces)
    pages.show(press, front, made.pages)
    head = deflated(encoded(begin + fragment(front)), last=False)
    press.part.content = head + made.stored + last
    press.notes.root.children[len(notes.SEPARATORS) : kept] = [ready(made.notes)]


def _rest(
    press: Press, text: Iterator[Element], before: Sequence[Element], end: str
) -> tuple[Deflated, list[Piece]]:
    """The rest of a text, behind the element `before`, and the pieces that it has for pages."""
    rest = [*text]
    return deflated(encoded(fragment(rest) + end)), pages.pieces(press, rest, before)


def _finished(
    press: Press, front: Sequence[Element], early: Sequence[Element], kept: int, first: float
) -> Finished:
    """What stands behind `front` in the first part of a text, which has the first `kept` notes."""
    stored = deflated(encoded(fragment(early)), last=False)
    said = fragment(press.notes.root.children[len(notes.SEPARATORS) : kept])
    return Finished(stored, said, pages.estimated(press, [*front, *early], first, more=True))
