"""The contents list: a field of Word with its entries.

Only a layout knows pages, and Word's is not that of the PDF: the numbers are fields that Word finds
when it opens the file. `pages` puts an estimate into them for programs that do not.

Word makes the list anew of headings, and of fields that stand for no heading, as the head above
the annexes does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.model import Annex, Block, Line, Section, Text
from docgen.render import listing
from docgen.render.docx import annexes
from docgen.render.docx.blocks import heading_key
from docgen.render.docx.fields import LISTED, closing, field, opening
from docgen.render.docx.inline import Look, bare, letters
from docgen.render.docx.paragraphs import line, paragraph
from docgen.render.docx.press import Press
from docgen.render.docx.roles import CONTENTS
from docgen.render.docx.wml import Element, tab, w

_INSTRUCTION = f'TOC \\o "1-{len(CONTENTS)}" \\f {LISTED} \\h \\z \\u'
_IDENTITY = 1


class Entry(NamedTuple):
    """A line of the list: level from 1, number and words of the heading, key of its bookmark."""

    level: int
    label: str
    title: str
    key: str


def write(press: Press) -> Iterator[Element]:
    """The contents list of the document; nothing when it has no headings."""
    document = press.document
    paragraphs = [_line(entry, press) for entry in _sections(document.blocks)]
    if head := listing.head(document):
        paragraphs.append(line(press, "contents.annexes", Line((Text(head),))))
    paragraphs += [_line(_annex(annex, press), press) for annex in document.annexes]
    if not paragraphs:
        return
    paragraphs[0].children[1:1] = opening(_INSTRUCTION)  # after its properties
    paragraphs[-1].append(closing())
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    heads = (
        line(press, "contents.title", Line((Text(press.wording.contents),))),
        line(press, "contents.page", Line((Text(press.wording.page),))),
    )
    properties = w("sdtPr", w("id", val=_IDENTITY), gallery)
    yield w("sdt", properties, w("sdtContent", heads, paragraphs))


def _sections(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Section) and (block.look or block.level) <= len(CONTENTS):
            label = block.number.label if block.number else ""
            yield Entry(block.level, label, bare(block.title.inlines), heading_key(block))
            yield from _sections(block.blocks)


def _annex(annex: Annex, press: Press) -> Entry:
    label = listing.number(annex, press.document)
    return Entry(1, label, bare(annex.title.inlines), annexes.key(annex))


def _line(entry: Entry, press: Press) -> Element:
    name = press.bookmarks.name(entry.key)
    number = [letters(entry.label, press, Look()), tab()] if entry.label else []
    page = field(f"PAGEREF {name} \\h", "")
    words = [*number, letters(entry.title, press, Look()), tab(), *page]
    link = w("hyperlink", words, anchor=name, history=1)
    return paragraph(press, CONTENTS[entry.level - 1], [link])
