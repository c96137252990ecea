"""The notes part: the lines above notes, and the notes of the feet of pages as they come."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from docgen.render.docx.defaults import FOOTNOTE_MARK
from docgen.render.docx.package import Part
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, half_points, run, tab, text, twips, w

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The notes that are no notes but the lines above them: their ids by type."""

_LINE_LEFT, _LINE_AFTER = 39.6, 4.0
"""Where the line above notes begins, and the room below it, in points (792 and 80 twips)."""

_LINE, _LINE_SIZE = "_" * 18, 8
"""The line itself: 18 underscores of 8 points are 72 points long. Word's own is twice as long."""


def content() -> Element:
    """A notes part without notes."""
    return w("footnotes", [_separator(kind, identity) for kind, identity in SEPARATORS.items()])


def add(part: Part, style: str, mark: Element, words: Iterable[Element]) -> int:
    """Put a note into `part`; the id by which its reference finds it, counted from 1."""
    identity = len(part.root.children) - len(SEPARATORS) + 1
    lines = [mark, tab(), *words]
    properties = w("pPr", w("pStyle", val=style))
    part.append(w("footnote", w("p", properties, lines), id=identity))
    return identity


@cache
def raised() -> Element:
    """The properties of the mark of a note: one element for all marks."""
    return w("rPr", w("rStyle", val=style_id(FOOTNOTE_MARK)))


def level() -> Element:
    """The properties of an asterisk, which stands on the line as large as the letters."""
    return w("rPr", w("rStyle", val=style_id(FOOTNOTE_MARK)), w("vertAlign", val="baseline"))


def _separator(kind: str, identity: int) -> Element:
    properties = w(
        "pPr",
        w("spacing", after=twips(_LINE_AFTER), line=240, lineRule="auto"),
        w("ind", left=twips(_LINE_LEFT)),
    )
    size = half_points(_LINE_SIZE)
    plain = {"spacing": 0, "w": 100, "sz": size, "szCs": size}
    looks = w("rPr", w("b"), w("bCs"), [w(name, val=value) for name, value in plain.items()])
    # LibreOffice prints no underscores here, and its own line only where the element stands.
    runs = (run(w("rPr", w("vanish")), w(kind)), run(looks, text(_LINE)))
    return w("footnote", w("p", properties, runs), type=kind, id=identity)
