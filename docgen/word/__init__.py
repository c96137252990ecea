"""A Word file (Office Open XML) → plain values: text with looks, lists with their numbers, notes.

Every mark of a note carries its number, every list its labels, as a word processor shows them.
Insertions are taken, deletions left out and told. Nothing is written here, and no writer is known.
"""

from docgen.word.file import read
from docgen.word.flow import marks, paragraphs, tables, text, words
from docgen.word.values import (
    Block,
    Break,
    Cell,
    Change,
    Comment,
    Fault,
    Layout,
    Look,
    Mark,
    Paragraph,
    Picture,
    Piece,
    Plot,
    Row,
    Run,
    Section,
    Table,
    TextBox,
    WordFile,
)

__all__ = [
    "Block",
    "Break",
    "Cell",
    "Change",
    "Comment",
    "Fault",
    "Layout",
    "Look",
    "Mark",
    "Paragraph",
    "Picture",
    "Piece",
    "Plot",
    "Row",
    "Run",
    "Section",
    "Table",
    "TextBox",
    "WordFile",
    "marks",
    "paragraphs",
    "read",
    "tables",
    "text",
    "words",
]
