"""The units before the text begins → the first page; what it does not know stays in the text."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import word
from docgen.importing import roles
from docgen.importing.front import FirstPage
from docgen.importing.units import Unit, words_of
from docgen.word import Paragraph, Table

_MOST = 30
_MOST_LINES = 20


def begin(units: Sequence[Unit], page: FirstPage) -> list[Unit]:
    """Take the lines of the first page from `units` → those that are left."""
    end = _end(units, page)
    left = [unit for unit in units[:end] if not _taken(unit, page)]
    return [*left, *units[end:]]


def _end(units: Sequence[Unit], page: FirstPage) -> int:
    """Where the text begins: behind the last line that only a first page has."""
    last = 0
    for index, unit in enumerate(units[:_MOST]):
        block = unit.block
        if isinstance(block, Table):
            if _is_masthead(block, page):
                last = index + 1
            continue
        if roles.heading(block) and not roles.front(block):
            break
        if roles.front(block) or page.knows(block):
            last = index + 1
    return last


def _taken(unit: Unit, page: FirstPage) -> bool:
    if isinstance(unit.block, Paragraph):
        taken = page.paragraph(unit.block)
        if taken and not roles.front(unit.block):
            page.notices.drop(unit.place, unit.text)
        return taken
    if not _is_masthead(unit.block, page):
        return False
    for paragraph in word.paragraphs([unit.block]):
        if word.words(paragraph).strip() and not page.paragraph(paragraph):
            text = word.words(paragraph)
            page.notices.drop(paragraph.place, text, "as it is no line of a masthead that is known")
    page.notices.drop(unit.place, words_of([unit.block]))
    return True


def _is_masthead(table: Table, page: FirstPage) -> bool:
    """Whether a table holds the lines of a masthead."""
    lines = [one for one in word.paragraphs([table]) if word.words(one).strip()]
    known = sum(page.knows(one) for one in lines)
    return len(lines) <= _MOST_LINES and known >= 2
