"""What a document is printed with: its styles, the parts that grow, and the counts of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import count
from typing import get_args

from docgen.model import Annex, Block, Document, Number, Target, Wording
from docgen.records import dataclass
from docgen.render.docx.dots import Draw
from docgen.render.docx.fields import Bookmarks
from docgen.render.docx.markup import ready
from docgen.render.docx.numbering import Numbering
from docgen.render.docx.package import Package, Part
from docgen.render.docx.roles import FRAMED, style_id
from docgen.render.docx.wml import Element
from docgen.style import Role, Stylesheet
from docgen.walk import walk

JOINT = ready("")
"""What stands among the elements of a text where it is divided; nothing is written for it."""


@dataclass(frozen=True, slots=True)
class Press:
    """The means of one run; `part` is the part that is being written, `language` that of its words.

    `language` is empty where the words are in the language of the document. `sections` holds the
    references to the heads and feet of upright (False) and of turned pages (True), `looks` the
    properties of runs by their looks. The text is divided before the block `joint`, if it is given.
    """

    document: Document
    sheet: Stylesheet
    roles: Mapping[str, Role]
    numbering: Numbering
    package: Package
    part: Part
    notes: Part
    numbers: Mapping[str, Number]
    draw: Draw
    joint: Block | None = None
    language: str = ""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    pictures: Iterator[int] = field(default_factory=lambda: count(1))
    stories: Counter[str] = field(default_factory=Counter)
    sections: dict[bool, list[Element]] = field(default_factory=dict)
    looks: dict[object, Element | None] = field(default_factory=dict)

    def style(self, role: str) -> str:
        """The id of the style for `role`."""
        return style_id(self.roles[role].name)

    @property
    def wording(self) -> Wording:
        """The fixed words of the document."""
        assert self.document.wording, "a document gets its wording before it is printed"
        return self.document.wording


def numbers(document: Document) -> dict[str, Number]:
    """The number of every block of `document` that references can lead to, by id."""
    found = walk(document, Annex, *get_args(Target))
    return {node.id: node.number for node in found if node.id and node.number}


def text_width(sheet: Stylesheet) -> float:
    """The width of running text: the measure between the indents of a paragraph, in points."""
    role = sheet.roles["paragraph"]
    return sheet.page.measure - role.left - role.right


@dataclass(frozen=True, slots=True)
class Room:
    """Where blocks stand: `left` of the text edge and how wide, in points.

    `text` is the role of paragraphs without number; `indent` moves their lines, within an item. In
    a `framed` room text begins at the edge.
    """

    text: str
    left: float
    width: float
    framed: bool = False
    indent: float = 0

    def role(self, key: str) -> str:
        """The role `key` in the form that belongs here."""
        return FRAMED + key if self.framed else key
