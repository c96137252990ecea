"""Blocks → their paragraphs and words in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.word.values import Block, Mark, Paragraph, Run, Table, TextBox


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those of cells where they stand and those of a box after its anchor."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
        else:
            yield block
            for piece in block.pieces:
                if isinstance(piece, TextBox):
                    yield from paragraphs(piece.blocks)


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """Every table that stands in no other."""
    return (block for block in blocks if isinstance(block, Table))


def words(paragraph: Paragraph) -> str:
    """The characters of a paragraph, marks of notes left out."""
    return "".join(piece.text for piece in paragraph.pieces if isinstance(piece, Run))


def marks(paragraph: Paragraph) -> Iterator[Mark]:
    """The marks of notes in a paragraph."""
    return (piece for piece in paragraph.pieces if isinstance(piece, Mark))


def text(blocks: Iterable[Block], between: str = "\n") -> str:
    """The words of all paragraphs that have any."""
    found = (words(paragraph).strip() for paragraph in paragraphs(blocks))
    return between.join(one for one in found if one)
