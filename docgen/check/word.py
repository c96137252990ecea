"""A finished DOCX → its paragraphs with the numbers that a word processor gives them.

Labels are counted anew from `numbering.xml`, as ECMA-376 part 1, 17.9 prescribes; nothing is taken
from the model, and no writer is imported, so that no mistake can be shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen import word


class Printed(NamedTuple):
    """A paragraph as a reader sees it: its style, the number before it, its words."""

    style: str
    label: str
    text: str


def read(data: bytes) -> list[Printed]:
    """Every paragraph of the body in order; a note follows the paragraph that marks it.

    Note marks stand in the text as ⟨mark⟩, field results as they are cached, frames and table
    cells in the order of the file. Paragraphs without words are left out.
    """
    return list(_printed(word.read(data)))


def _printed(file: word.WordFile) -> Iterator[Printed]:
    for paragraph in word.paragraphs(file.blocks):
        text = _text(paragraph)
        if text or paragraph.label:
            yield Printed(paragraph.style, paragraph.label, text)
        for mark in word.marks(paragraph):
            notes = file.footnotes if mark.kind == "footnote" else file.endnotes
            yield Printed("footnote", mark.label, _note(notes.get(mark.id, ()), mark.label))


def _note(blocks: tuple[word.Block, ...], mark: str) -> str:
    text = "".join(map(_text, word.paragraphs(blocks)))
    return text.removeprefix(f"⟨{mark}⟩").removeprefix(mark).strip()


def _text(paragraph: word.Paragraph) -> str:
    """The words of a paragraph, in which a note mark stands as ⟨mark⟩."""
    return "".join(map(_piece, paragraph.pieces)).strip()


def _piece(piece: word.Piece) -> str:
    """Words; what a style raises is the mark of a note, what is raised by itself stands between."""
    if isinstance(piece, word.Mark):
        return f"⟨{piece.label}⟩"
    if not isinstance(piece, word.Run):
        return ""
    text = piece.text.replace("\t", " ").replace("\n", " ")
    return f"⟨{text}⟩" if piece.look.raised and piece.style else text
