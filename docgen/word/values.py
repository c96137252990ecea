"""What a Word file holds, as plain frozen values in the order of reading; lengths are in twips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NoteKind = Literal["footnote", "endnote"]
Merge = Literal["", "start", "continued"]


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, after styles: `size` in half points, 0 where nothing says it."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    lowered: bool = False
    struck: bool = False
    hidden: bool = False
    capitals: bool = False
    size: int = 0
    color: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, tab characters and line breaks included.

    `link` is a web address, or `#name` for a bookmark; `field` the instruction of the innermost
    field that the characters are the result of; `style` the name of a character style.
    """

    text: str
    look: Look = Look()
    link: str = ""
    field: str = ""
    style: str = ""
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a note: `label` as printed, `custom` where its characters were typed."""

    kind: NoteKind
    id: str
    label: str
    custom: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The begin of a new page or column."""

    kind: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its bytes; `alt` is the text for those who cannot see it."""

    name: str
    media_type: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: its numbers as the file keeps them; an empty text is a gap."""

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[str, ...]], ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Blocks in a frame that floats above the page."""

    blocks: tuple[Block, ...]


Piece = Run | Mark | Break | Picture | Plot | TextBox


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a paragraph stands, after styles: a negative `first` is a hanging indent."""

    left: int = 0
    right: int = 0
    first: int = 0
    align: str = ""
    outline: int | None = None
    framed: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `label` is the number that its list gives it, `depth` the level of that list.

    `style` is the id of its style and `style_name` the name that people see. `place` counts the
    paragraphs of the file from 1, those in tables and boxes included.
    """

    pieces: tuple[Piece, ...]
    style: str = ""
    style_name: str = ""
    label: str = ""
    depth: int | None = None
    bullet: bool = False
    layout: Layout = Layout()
    bookmarks: tuple[str, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns of the grid; `rules` names the sides that have a line."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Merge = ""
    rules: frozenset[str] = frozenset()
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `before` and `after` count columns of the grid that it leaves out."""

    cells: tuple[Cell, ...]
    header: bool = False
    before: int = 0
    after: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its grid, its rows, and the sides of it that have a line."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    style_name: str = ""
    rules: frozenset[str] = frozenset()
    place: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one kind, up to the block with the index `end`; `stories` by "header/first"."""

    end: int
    width: int = 0
    height: int = 0
    landscape: bool = False
    columns: int = 1
    kind: str = "nextPage"
    stories: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a tracked change took away: "deleted", "moved" or "formatted", and the words."""

    kind: str
    text: str
    author: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark of a reviewer, and the words of it."""

    author: str
    text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read, or only in part: the paragraph near it, and what is wrong."""

    place: int
    message: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file: its blocks, notes by id, properties and variables, and what was not taken."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    footnotes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    endnotes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()
