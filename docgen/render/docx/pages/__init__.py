"""A finished text → the numbers of its pages, estimated from the widths of letters.

Only a word processor knows its pages, and it finds them when it opens the file. Until then, and for
programs that never do, the fields of the contents list and of the feet hold an estimate: lines are
filled from a table of widths, pages from the heights that the styles give. No layout is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.render.docx.markup import Element
from docgen.render.docx.package import Part
from docgen.render.docx.pages.flow import Pages, Piece
from docgen.render.docx.pages.forms import Forms
from docgen.render.docx.pages.pieces import Measure
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import run, text

_CONTENTS, _RUN, _CODE = "w:sdt", "w:r", "w:instrText"
_RESULT = 2
"""How far the result of a field is from its code: between them a run separates the two."""

_EMPTY_LINE = 6.0


def number(press: Press, body: Sequence[Element], first: float) -> None:
    """Put page numbers into the fields of the contents list in `body`, and into those of the feet.

    `first` is the height of the text of the first page, in points.
    """
    show(press, body, estimated(press, body, first))


def estimated(press: Press, body: Iterable[Element], first: float, *, more: bool = False) -> Pages:
    """The pages of `body`: how many there are, and on which every bookmark stands.

    Where `more` of the text will come, its pieces are to be put on these pages.
    """
    measure = _measure(press)
    pages = Pages(first, measure.height())
    pages.fill(measure.pieces(body), more=more)
    return pages


def pieces(press: Press, rest: Iterable[Element], before: Iterable[Element]) -> list[Piece]:
    """The pieces of the rest of a text, which stands behind the element `before`, if one does."""
    measure = _measure(press)
    return list(measure.pieces(rest, opens=any(map(measure.ends, before))))


def show(press: Press, contents: Iterable[Element], pages: Pages) -> None:
    """Put the numbers of `pages` into the contents list, if one is there, and into the feet."""
    _list_pages([block for block in contents if block.tag == _CONTENTS], pages)
    for part in _feet(press):
        _count_pages(part.root, pages)


def _measure(press: Press) -> Measure:
    roles = {style_id(role.name): role for role in press.roles.values()}
    notes = {note.attributes["w:id"]: note for note in press.notes.root.children}
    return Measure(press.sheet, Forms(roles, _EMPTY_LINE), notes)


def _feet(press: Press) -> list[Part]:
    return [part for part in press.package.parts.values() if "footer" in part.name]


def _list_pages(contents: list[Element], pages: Pages) -> None:
    """Put the page of each heading into the contents list."""
    for inside, place, words in _codes(contents):
        if words[0] == "PAGEREF" and words[1] in pages.places:
            inside.insert(place + _RESULT, run(None, text(str(pages.places[words[1]]))))


def _count_pages(foot: Element, pages: Pages) -> None:
    """Put the number of all pages into a foot."""
    for inside, place, words in _codes([foot]):
        if words[0] == "NUMPAGES":
            _text(inside[place + _RESULT]).text = str(pages.number)


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
