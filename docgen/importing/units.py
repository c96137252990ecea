"""The blocks of a Word file → what is sorted one by one: nothing empty, boxes in the flow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen import word
from docgen.importing.notices import Notices
from docgen.importing.spans import Spans, plain, spans, trimmed
from docgen.word import Block, Mark, Paragraph, Picture, Plot, Section, Table, TextBox

_RULE = "_‗—–-=*. "


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with its words, or a table; on a landscape page or not."""

    block: Block
    words: Spans = ()
    landscape: bool = False

    @property
    def text(self) -> str:
        """The words in one line."""
        return plain(self.words)

    @property
    def place(self) -> int:
        """Its paragraph in the file."""
        return self.block.place


def units(blocks: Sequence[Block], sections: Sequence[Section], notices: Notices) -> list[Unit]:
    """The units of a text in the order of the file."""
    found = []
    for index, block in enumerate(blocks):
        section = next((one for one in sections if index < one.end), None)
        found += list(_units(block, bool(section and section.landscape), notices))
    return found


def _units(block: Block, landscape: bool, notices: Notices) -> Iterator[Unit]:
    if isinstance(block, Table):
        yield Unit(block, landscape=landscape)
        return
    words = trimmed(spans(block))
    if _says_something(block, words):
        yield Unit(block, words, landscape)
    for piece in block.pieces:
        if isinstance(piece, TextBox):
            yield from _boxed(piece.blocks, block, landscape, notices)


def _boxed(
    blocks: Iterable[Block], anchor: Paragraph, landscape: bool, notices: Notices
) -> Iterator[Unit]:
    found = [unit for block in blocks for unit in _units(block, landscape, notices)]
    if any(unit.text or isinstance(unit.block, Table) for unit in found):
        notices.tell(anchor.place, "the text of a floating box stands in the flow now")
    yield from found


def _says_something(block: Paragraph, words: Spans) -> bool:
    """Whether a paragraph has words, marks or pictures and is no mere rule of typed characters."""
    text = plain(words)
    seen = any(isinstance(piece, Mark | Picture | Plot) for piece in block.pieces)
    ruled = len(text) >= 5 and not text.strip(_RULE)
    return seen or bool(text and not ruled)


def words_of(blocks: Iterable[Block]) -> str:
    """All words of blocks, for what is left out."""
    return " ".join(word.words(paragraph) for paragraph in word.paragraphs(blocks))
