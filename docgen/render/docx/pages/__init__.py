"""A finished text → the numbers of its pages, estimated from the widths of letters.

Only a word processor knows its pages, and it finds them when it opens the file. Until then, and for
programs that never do, the fields of the contents list and of the feet hold an estimate: lines are
filled from a table of widths, pages from the heights that the styles give. No layout is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from docgen.beside import Ended, possible, within
from docgen.render.docx.markup import Element
from docgen.render.docx.package import Part
from docgen.render.docx.pages.flow import Pages
from docgen.render.docx.pages.forms import Forms
from docgen.render.docx.pages.pieces import Measure
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import run, text

_CONTENTS, _RUN, _CODE = "w:sdt", "w:r", "w:instrText"
_RESULT = 2
"""How far the result of a field is from its code: between them a run separates the two."""

_EMPTY_LINE = 6.0

LONG = 1_000
"""The paragraphs and tables of a text that is worth a second process."""


def many(body: Element) -> bool:
    """Whether a text is so long that a second process is worth its while."""
    return len(body.children) >= LONG


def number(press: Press, body: Element, first: float) -> None:
    """Put page numbers into the fields of the contents list in `body`, and into those of the feet.

    `first` is the height of the text of the first page, in points.
    """
    pages = estimated(press, body, first)
    _list_pages(_contents(body), pages)
    for part in _feet(press):
        _count_pages(part.root, pages)


@contextmanager
def numbered(press: Press, body: Element, first: float) -> Iterator[None]:
    """Put the same numbers into the parts by the time they are written, which is in this block.

    Those of a long text are found by another process while this one writes what shows none.
    """
    with ExitStack() as stack:
        pages = _counting(press, body, first, stack)
        if pages:
            _number_later(press, body, pages)
        else:
            number(press, body, first)
        yield


def _counting(
    press: Press, body: Element, first: float, stack: ExitStack
) -> Callable[[], Pages] | None:
    """What waits for the pages of a long text; None where they are to be counted here."""
    wanted = many(body) and possible()
    other = within(stack, lambda _: estimated(press, body, first)) if wanted else None
    if other is None:
        return None

    @cache
    def counted() -> Pages:
        try:
            return other.result()
        except Ended:
            return estimated(press, body, first)

    return counted


def _number_later(press: Press, body: Element, pages: Callable[[], Pages]) -> None:
    """Let the parts that show pages ask for them when they are written."""
    for part in _feet(press):
        part.content = _Unfinished(part.root, lambda root: _count_pages(root, pages()))
    if contents := _contents(body):
        root = press.part.root
        press.part.content = _Unfinished(root, lambda _: _list_pages(contents, pages()))


class _Unfinished:
    """A root element that is not whole yet: `finish` makes it so before it is written.

    It is forgotten with that, so that nothing leads from a part back to the press.
    """

    def __init__(self, root: Element, finish: Callable[[Element], None]) -> None:
        self.root = root
        self.finish: Callable[[Element], None] | None = finish

    def data(self) -> bytes:
        """The bytes of the file."""
        if self.finish:
            self.finish(self.root)
            self.finish = None
        return self.root.data()


def estimated(press: Press, body: Element, first: float) -> Pages:
    """The pages of `body`: how many there are, and on which every bookmark stands."""
    roles = {style_id(role.name): role for role in press.roles.values()}
    notes = {note.attributes["w:id"]: note for note in press.notes.root.children}
    measure = Measure(press.sheet, Forms(roles, _EMPTY_LINE), notes)
    pieces = list(measure.pieces(body))
    pages = Pages(first, measure.height())
    pages.fill(pieces)
    return pages


def _contents(body: Element) -> list[Element]:
    return [block for block in body.children if block.tag == _CONTENTS]


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
