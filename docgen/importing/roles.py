"""Names of paragraph styles → what they are for, in the template of the United Nations and Word.

The names are those of the New York and Geneva templates (suffix _G); those of Word are in English
in every language version of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.word import Paragraph

_HEADINGS: Mapping[str, int] = {
    "_ h __m": 1,
    "_ h _m": 1,
    "_ h _ch": 1,
    "_ h_1": 2,
    "_ h_2/3": 3,
    "_ h_4": 4,
    "_ h_4/5": 4,
    "_ h_5/6": 4,
    "_ h_56": 4,
    "_ h_5": 4,
    "_ h_6": 4,
}
_FRONT: Mapping[str, str] = {
    "session": "session",
    "agenda_item_normal": "agenda",
    "agenda_title_h2": "agenda title",
    "agendaitemtitle": "agenda title",
    "title_h_ch": "title",
    "stitlem": "title",
    "stitlel": "title",
    "_ s_m": "title",
    "_ s_l": "title",
    "sm": "title",
    "sl": "title",
    "title": "title",
    "title_h1": "line",
    "title_h2": "line",
    "stitles": "line",
    "ss": "line",
    "_ s_s": "line",
    "subtitle": "line",
}
_OTHERS: Mapping[str, str] = {
    "footnote text": "note",
    "table note": "note",
    "table source": "note",
    "single txt quotation": "quotation",
    "quote": "quotation",
    "intense quote": "quotation",
    "annex title": "heading",
    "caption": "caption",
    "table headnote": "unit",
    "_ 7_ p": "unit",
    "contents title": "contents",
    "toc heading": "contents",
}
_WORD = re.compile(r"heading (?P<level>[1-9])")
_ENDING = re.compile(r"(?:_g| unnumbered| framed)+$")


def name(paragraph: Paragraph) -> str:
    """The name of a style in small letters, without what tells apart two forms of a template."""
    return _ENDING.sub("", " ".join(paragraph.style_name.lower().split()))


def heading(paragraph: Paragraph) -> int:
    """The level of a heading, 0 for all other paragraphs."""
    named = name(paragraph)
    if level := _HEADINGS.get(named):
        return level
    found = _WORD.fullmatch(named)
    if found:
        return min(int(found["level"]), 4)
    if named in _FRONT or named in _OTHERS or named.startswith("toc "):
        return 0
    outline = paragraph.layout.outline
    return min(outline + 1, 4) if outline is not None else 0


def front(paragraph: Paragraph) -> str:
    """What a line of the first page is: session, agenda, agenda title, title, line; or empty."""
    return _FRONT.get(name(paragraph), "")


def other(paragraph: Paragraph) -> str:
    """What else a style is for: note, quotation, caption, unit, contents; or empty."""
    named = name(paragraph)
    return "contents" if re.fullmatch(r"toc \d", named) else _OTHERS.get(named, "")
