"""A finished text → the numbers of its pages, estimated from the widths of letters.

Only a word processor knows its pages, and it finds them when it opens the file. Until then, and for
programs that never do, the fields of the contents list and of the feet hold an estimate: lines are
filled from a table of widths, pages from the heights that the styles give. No layout is run.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.render.docx.markup import Element
from docgen.render.docx.pages.flow import Pages
from docgen.render.docx.pages.pieces import Measure
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import run, text

_CONTENTS, _RUN, _CODE = "w:sdt", "w:r", "w:instrText"
_RESULT = 2
"""How far the result of a field is from its code: between them a run separates the two."""

_EMPTY_LINE = 6.0


def number(press: Press, body: Element, first: float) -> None:
    """Put page numbers into the fields of the contents list in `body`, and into those of the feet.

    `first` is the height of the text of the first page, in points.
    """
    pages = estimated(press, body, first)
    contents = [block for block in body.children if block.tag == _CONTENTS]
    for inside, place, words in _codes(contents):
        if words[0] == "PAGEREF" and words[1] in pages.places:
            inside.insert(place + _RESULT, run(None, text(str(pages.places[words[1]]))))
    for part in press.package.parts.values():
        if "footer" in part.name:
            for inside, place, words in _codes([part.root]):
                if words[0] == "NUMPAGES":
                    _text(inside[place + _RESULT]).text = str(pages.number)


def estimated(press: Press, body: Element, first: float) -> Pages:
    """The pages of `body`: how many there are, and on which every bookmark stands."""
    roles = {style_id(role.name): role for role in press.roles.values()}
    notes = {note.attributes["w:id"]: note for note in press.notes.root.children}
    measure = Measure(press.sheet, roles, notes, _EMPTY_LINE)
    pieces = list(measure.pieces(body))
    pages = Pages(first, measure.height())
    pages.fill(pieces)
    return pages


def _codes(elements: list[Element]) -> list[tuple[list[Element], int, list[str]]]:
    """The runs with the code of a field: those among which each stands, its place there, its words.

    The last come first, so that what is put in after one moves no other.
    """
    return [*_found(elements)][::-1]


def _found(elements: list[Element]) -> Iterator[tuple[list[Element], int, list[str]]]:
    for place, element in enumerate(elements):
        code = element.child(_CODE) if element.tag == _RUN else None
        if code:
            yield elements, place, (code.text or "").split()
        else:
            yield from _found(element.children)


def _text(shown: Element) -> Element:
    """The text of a run that is the result of a field."""
    found = shown.child("w:t")
    assert found, "a field has a result"
    return found
