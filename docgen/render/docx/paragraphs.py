"""Words → paragraphs in the style of their role, numbered by its list, bookmarked by their id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from docgen.model import Line, Number, Prose
from docgen.numerals import label
from docgen.render.docx.defaults import SPACER
from docgen.render.docx.fields import sequence
from docgen.render.docx.inline import Look, letters, words
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, holding, mark, shared, twips, w

_SLOT = re.compile(r"\{.\}")


def paragraph(
    press: Press, role: str, content: Iterable[Element], *properties: Element | None
) -> Element:
    """A paragraph of `role`; `properties` are what its style does not say."""
    return holding("p", [_properties(press.style(role), *properties), *content])


def _properties(style: str, *properties: Element | None) -> Element:
    """The `w:pPr` of a paragraph; where all in it is shared, one for all that have the same."""
    for said in properties:
        if said is not None and not said.written:
            return w("pPr", mark("pStyle", val=style), *properties)
    return _common(style, *properties)


@lru_cache(1024)
def _common(style: str, *properties: Element | None) -> Element:
    return shared(w("pPr", mark("pStyle", val=style), *properties))


def line(press: Press, role: str, source: Prose | Line, *properties: Element | None) -> Element:
    """A paragraph of `role` with the words of `source`."""
    return paragraph(press, role, words(source, press), *properties)


def numbered(
    press: Press, role: str, source: Prose, number: Number, key: str, *properties: Element | None
) -> Element:
    """A paragraph that its list numbers; references find it by `key`."""
    place = press.numbering.place(role, number)
    content = press.bookmarks.wrap(key, words(source, press))
    return paragraph(press, role, content, place, *properties)


def labelled(press: Press, role: str, number: Number, key: str, *properties: Element) -> Element:
    """A paragraph with a label such as "Table 1", its number a field that counts by itself.

    The bookmark for `key` holds the number alone, so that a reference prints nothing else.
    """
    return paragraph(press, role, _label(press, number, key), *properties)


def _label(press: Press, number: Number, key: str) -> list[Element]:
    look = Look()
    pattern = dict(press.document.patterns).get(number.sequence, "")
    slot = _SLOT.search(pattern)
    if slot is None or label(pattern, number.value) != number.label:
        return press.bookmarks.wrap(key, [letters(number.label, press, look)])
    before, after = pattern[: slot.start()], pattern[slot.end() :]
    kind = number.sequence.capitalize()
    field = sequence(kind, pattern, label(slot[0], number.value))
    return [
        *([letters(before, press, look)] if before else []),
        *press.bookmarks.wrap(key, field),
        *([letters(after, press, look)] if after else []),
    ]


def stops(*positions: tuple[str, float]) -> Element:
    """Tab stops, each by its alignment and its place in points."""
    return w("tabs", [w("tab", val=align, pos=twips(place)) for align, place in positions])


def spacer(after: float = 0) -> Element:
    """An empty line of 6 points, what the template puts between frames, and `after` points more."""
    more = mark("spacing", after=twips(after)) if after else None
    return holding("p", [_properties(style_id(SPACER), more)])


def keep(made: Element) -> Element:
    """Let a paragraph stay on the page of what follows it."""
    style, *others = made.children[0].children
    made.children[0] = _properties(style.attributes["w:val"], mark("keepNext"), *others)
    return made
