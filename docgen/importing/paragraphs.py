"""Paragraphs and items of lists: numbered, or in the form that follows from where they stand."""

from __future__ import annotations

from docgen import word
from docgen.importing import roles
from docgen.importing.drafts import Form, Item, Text
from docgen.importing.labels import Typed, is_bullet
from docgen.importing.lists import TAB
from docgen.importing.sorter import Sorter
from docgen.importing.spans import Span, joined, trimmed
from docgen.importing.units import Unit
from docgen.word import Paragraph

_TEXT_LEFT, _QUOTED = 1267, 400
"""Where the text of the template begins, and how far a quotation is set in, in twips."""


def take(sorter: Sorter, unit: Unit, block: Paragraph, typed: Typed | None) -> None:
    """Take a paragraph of the text or an item of a list."""
    if not (typed and _numbered(sorter, unit, block, typed)):
        sorter.lists.close()
        sorter.add(Text(unit.words, _form(sorter, block), place=unit.place))


def _numbered(sorter: Sorter, unit: Unit, block: Paragraph, typed: Typed) -> bool:
    """Take a paragraph or an item with its number; false where that is no number at all."""
    left = _left(block)
    rest = trimmed(typed.rest)
    if is_bullet(typed.label) or block.bullet:
        level = sorter.lists.dash(left)
        sorter.add(Item(rest, level, False, typed.label, 0, unit.place))
        return True
    if "paragraph" in typed.of and not sorter.framed and _counts(sorter, typed, left):
        start = sorter.counts.paragraph(typed.of["paragraph"])
        sorter.lists.close()
        sorter.add(Text(rest, "numbered", typed.label, start, unit.place))
        return True
    if found := sorter.lists.item(typed.of, left):
        level, start = found
        sorter.add(Item(rest, level, True, typed.label, start, unit.place))
        return True
    return _as_typed(sorter, unit, block, typed)


def _left(block: Paragraph) -> int:
    """Where the number of a paragraph stands, about, in twips."""
    text = "".join(piece.text for piece in block.pieces if isinstance(piece, word.Run))
    tabs = len(text) - len(text.lstrip("\t"))
    return block.layout.left + block.layout.first + TAB * tabs


def _counts(sorter: Sorter, typed: Typed, left: int) -> bool:
    """Whether a number is that of a paragraph and not of an item within one."""
    value = typed.of["paragraph"]
    if value == sorter.counts.paragraphs + 1:
        return True
    inner = left > _TEXT_LEFT + TAB // 2 and value <= sorter.counts.paragraphs
    return typed.tabbed and not inner


def _as_typed(sorter: Sorter, unit: Unit, block: Paragraph, typed: Typed) -> bool:
    """Keep a number that cannot be counted as text before its words."""
    if not (typed.tabbed or block.label):
        return False
    told = f"the number “{typed.label}” cannot be counted here and is kept as typed text"
    sorter.notices.tell(unit.place, told)
    words = joined((Span(f"{typed.label} "), *trimmed(typed.rest)))
    form = "unnumbered" if sorter.framed else _form(sorter, block)
    sorter.add(Text(words, form, place=unit.place))
    return True


def _form(sorter: Sorter, block: Paragraph) -> Form:
    base = _TEXT_LEFT if block.layout.right >= _TEXT_LEFT - TAB // 2 else 0
    set_in = (block.layout.left - base, block.layout.right - base)
    if roles.other(block) == "quotation" or min(set_in) >= _QUOTED:
        return "quotation"
    last = sorter.blocks[-1] if sorter.blocks else None
    follows = isinstance(last, Item) or (isinstance(last, Text) and last.form != "unnumbered")
    return "continued" if follows and not sorter.framed else "unnumbered"
