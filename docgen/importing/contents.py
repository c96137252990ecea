"""A list of contents in a Word file, which is made anew: its title and entries are left out."""

from __future__ import annotations

import re

from docgen import word
from docgen.importing import roles, wording
from docgen.importing.sorter import Sorter
from docgen.importing.spans import raw
from docgen.importing.units import Unit, words_of
from docgen.word import Paragraph

_ENTRY = re.compile(r"[\t .…]+(?:\d{1,4}|[ivxlc]{1,6})\s*$")


def take(sorter: Sorter, unit: Unit) -> bool:
    """Take the title or an entry of a list of contents; false where the unit is neither."""
    block = unit.block
    listed = isinstance(block, Paragraph) and roles.other(block) == "contents"
    if _is_title(sorter, unit):
        sorter.listing = True
    elif not (listed or (sorter.listing and _is_entry(sorter, unit))):
        sorter.listing = False
        return False
    sorter.draft.facts.values["contents"] = True
    sorter.notices.drop(unit.place, words_of([block]))
    return True


def _is_title(sorter: Sorter, unit: Unit) -> bool:
    if sorter.framed or not isinstance(unit.block, Paragraph):
        return False
    return wording.match(sorter.bundle, "Contents", unit.text) is not None


def _is_entry(sorter: Sorter, unit: Unit) -> bool:
    """Whether a unit is a table, ends in the number of a page, or says “Page”."""
    block = unit.block
    if not isinstance(block, Paragraph):
        return True
    if wording.match(sorter.bundle, "Page", unit.text) is not None:
        return True
    instructions = (one.field for one in block.pieces if isinstance(one, word.Run))
    listed = any(one.startswith(("TOC", "PAGEREF")) for one in instructions)
    text = raw(unit.words)
    return listed or ("\t" in text and bool(_ENTRY.search(text)))
