"""What a Word file says, sorted into the blocks of the content format but not yet written.

`place` is the paragraph of the Word file; `label` the number as it was typed or counted there,
which the finished document must print again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from docgen.importing.spans import Spans
from docgen.word import Picture, Plot

Form = Literal["numbered", "continued", "unnumbered", "quotation"]


@dataclass(slots=True)
class Heading:
    """A heading; one with a `label` is numbered, and goes on from `start` unless that is 0."""

    words: Spans
    level: int
    label: str = ""
    start: int = 0
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Text:
    """A paragraph, or one of a quotation."""

    words: Spans
    form: Form
    label: str = ""
    start: int = 0
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Item:
    """An item of a list at `level`; a dash is not `ordered`."""

    words: Spans
    level: int
    ordered: bool
    label: str = ""
    start: int = 0
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Caption:
    """What stands above and below a table or figure; the letters of notes are as typed."""

    label: str = ""
    title: Spans = ()
    headnote: Spans = ()
    sources: list[Spans] = field(default_factory=list)
    remarks: list[Spans] = field(default_factory=list)
    notes: list[tuple[str, Spans]] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table of `rows`, of which the first `head` are its head; bold rows are totals."""

    caption: Caption
    rows: list[list[Spans]]
    head: int
    aligns: list[str]
    landscape: bool = False
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Figure:
    """A figure: a picture, or a chart with its numbers."""

    caption: Caption
    image: Picture | Plot
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Frame:
    """The summary, or a box with its title."""

    kind: Literal["summary", "box"]
    blocks: list[Block]
    label: str = ""
    title: Spans = ()
    notes: list[tuple[str, Spans]] = field(default_factory=list)
    place: int = 0
    id: str = ""


@dataclass(slots=True)
class Option:
    """An option: its title, its description, and the texts of its facets by their keys."""

    title: Spans
    label: str
    description: list[Text] = field(default_factory=list)
    facets: list[tuple[str, list[Text]]] = field(default_factory=list)
    place: int = 0
    id: str = ""

    def texts(self) -> list[Text]:
        """All its texts in the order of reading."""
        return [*self.description, *(text for _, several in self.facets for text in several)]


@dataclass(slots=True)
class Options:
    """Options that follow each other, and the lettered notes under the last of them."""

    options: list[Option]
    notes: list[tuple[str, Spans]] = field(default_factory=list)
    label: str = ""
    place: int = 0
    id: str = ""


Block = Heading | Text | Item | Table | Figure | Frame | Option | Options


@dataclass(slots=True)
class Annex:
    """An annex with its printed label and title; `note` is what the `stars` at either lead to."""

    label: str
    title: Spans = ()
    original: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    place: int = 0
    id: str = ""
    stars: str = ""
    note: Spans = ()
    edited: bool = True


@dataclass(slots=True)
class Facts:
    """The front matter as far as it was recognised, and the notes marked by asterisks."""

    values: dict[str, object] = field(default_factory=dict)
    title: list[Spans] = field(default_factory=list)
    lines: list[Spans] = field(default_factory=list)
    agenda_titles: list[Spans] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    stars: dict[str, Spans] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A whole document before it is written."""

    facts: Facts = field(default_factory=Facts)
    blocks: list[Block] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    def parts(self) -> Iterator[list[Block]]:
        """The blocks of the report, then those of each annex."""
        yield self.blocks
        for annex in self.annexes:
            yield annex.blocks


def inside(blocks: list[Block]) -> Iterator[Block]:
    """Every block, those of frames and options after them."""
    for block in blocks:
        yield block
        if isinstance(block, Frame):
            yield from inside(block.blocks)
        elif isinstance(block, Options):
            yield from inside([*block.options])
        elif isinstance(block, Option):
            yield from inside([*block.texts()])
