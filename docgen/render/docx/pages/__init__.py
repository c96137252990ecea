"""A finished text → the numbers of its pages, estimated from the widths of letters.

Only a word processor knows its pages, and it finds them when it opens the file. Until then, and for
programs that never do, the fields of the contents list and of the feet hold an estimate: lines are
filled from a table of widths, pages from the heights that the styles give. No layout is run.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.render.docx.package import Part
from docgen.render.docx.pages.flow import Pages
from docgen.render.docx.pages.pieces import Measure
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, qualified, run, text

_CODE, _ID, _VALUE = qualified("w", "instrText"), qualified("w", "id"), qualified("w", "t")
_EMPTY_LINE = 6.0


def number(press: Press, body: Element, first: float) -> None:
    """Put page numbers into the fields of `body` and of the feet of its pages.

    `first` is the height of the text of the first page, in points.
    """
    pages = estimated(press, body, first)
    for code, words in _codes(body):
        if words[0] == "PAGEREF" and words[1] in pages.places:
            _after(code).addnext(run(None, text(str(pages.places[words[1]]))))
    for part in press.package.parts.values():
        if "footer" in part.name:
            for code, words in _codes(_content(part)):
                if words[0] == "NUMPAGES":
                    _result(code).text = str(pages.number)


def estimated(press: Press, body: Element, first: float) -> Pages:
    """The pages of `body`: how many there are, and on which every bookmark stands."""
    roles = {style_id(role.name): role for role in press.roles.values()}
    notes = {note.get(_ID, ""): note for note in _content(press.notes)}
    measure = Measure(press.sheet, roles, notes, _EMPTY_LINE)
    pieces = list(measure.pieces(body))
    pages = Pages(first, measure.height())
    pages.fill(pieces)
    return pages


def _content(part: Part) -> Element:
    assert not isinstance(part.content, bytes), f"{part.name} is no XML"
    return part.content


def _codes(part: Element) -> Iterator[tuple[Element, list[str]]]:
    """The runs with the code of a field, each with the words of the code."""
    for code in part.iter(_CODE):
        inside = code.getparent()
        assert inside is not None, "a code stands in a run"
        yield inside, (code.text or "").split()


def _after(code: Element) -> Element:
    """The run that separates the code of a field from its result."""
    separate = code.getnext()
    assert separate is not None, "a field has a result"
    return separate


def _result(code: Element) -> Element:
    result = _after(code).getnext()
    shown = None if result is None else result.find(_VALUE)
    assert shown is not None, "a field has a result"
    return shown
