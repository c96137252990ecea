"""The notes part: the lines above notes, and the notes of the feet of pages as they come."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from docgen.render.docx.defaults import FOOTNOTE_MARK
from docgen.render.docx.package import Part
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, holding, run, shared, tab, twips, w

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The notes that are no notes but the lines above them: their ids by type."""

_LINE_LEFT, _LINE_LENGTH, _LINE_WIDTH = 39.6, 72.0, 0.5
_LINE_BEFORE, _LINE_AFTER = 8.0, 4.0
"""The line above notes: where it begins, its length and thickness, the room above and below it, in
points. The template has 18 underscores for it; Word's own line is twice as long."""


def content(measure: float) -> Element:
    """A notes part without notes, for pages with lines of `measure` points."""
    right = measure - _LINE_LEFT - _LINE_LENGTH
    return w("footnotes", [_separator(kind, number, right) for kind, number in SEPARATORS.items()])


def add(part: Part, style: str, mark: Element, words: Iterable[Element]) -> int:
    """Put a note into `part`; the id by which its reference finds it, counted from 1."""
    identity = len(part.root.children) - len(SEPARATORS) + 1
    text = holding("p", [_properties(style), mark, tab(), *words])
    part.append(w("footnote", text, id=identity))
    return identity


@cache
def _properties(style: str) -> Element:
    return shared(w("pPr", w("pStyle", val=style)))


@cache
def raised() -> Element:
    """The properties of the mark of a note: one element for all marks."""
    return shared(w("rPr", w("rStyle", val=style_id(FOOTNOTE_MARK))))


@cache
def own_mark() -> Element:
    """The run with the mark before the words of a note that Word counts."""
    return shared(run(raised(), w("footnoteRef")))


def level() -> Element:
    """The properties of an asterisk, which stands on the line as large as the letters."""
    return w("rPr", w("rStyle", val=style_id(FOOTNOTE_MARK)), w("vertAlign", val="baseline"))


def _separator(kind: str, identity: int, right: float) -> Element:
    """A line above notes, the border of a paragraph that ends `right` points before the others.

    LibreOffice prints a line of its own where there is the element for it, and the asterisk of the
    first note twice where the paragraph has a text.
    """
    spacing = {"before": twips(_LINE_BEFORE), "after": twips(_LINE_AFTER), "line": twips(1)}
    properties = w(
        "pPr",
        w("pBdr", w("top", val="single", sz=round(8 * _LINE_WIDTH), space=0, color="auto")),
        w("spacing", **spacing, lineRule="exact"),
        w("ind", left=twips(_LINE_LEFT), right=twips(right)),
    )
    hidden = run(w("rPr", w("vanish")), w(kind))
    return w("footnote", w("p", properties, hidden), type=kind, id=identity)
