"""Properties of paragraphs and cells → the lengths that they say, each read once.

Most paragraphs and cells share their properties with others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docgen.records import dataclass
from docgen.render.docx.markup import Element
from docgen.style import Role

PARAGRAPH, SECTION = "w:pPr", "w:sectPr"
TWIPS = 20

Said = Mapping[str, Element]
"""The properties of a paragraph, a row or a cell, by name."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph is set, in points: its `leading`, and the room around it and its lines.

    `first` is what its first line begins with, `section` the section that ends with it.
    """

    role: Role | None
    leading: float
    before: float
    after: float
    left: float
    right: float
    first: float
    keep: bool
    whole: bool
    opens: bool
    framed: bool
    section: Element | None


class Forms(dict[Element | None, Form]):
    """The forms of paragraphs by their properties; without role a line is `gap` points high."""

    def __init__(self, roles: Mapping[str, Role], gap: float) -> None:
        super().__init__()
        self.roles, self.gap = roles, gap

    def __missing__(self, properties: Element | None) -> Form:
        said = by_name(properties)
        role = self.roles.get(value(said, "w:pStyle", "w:val"))
        self[properties] = Form(
            role,
            leading=points(said, "w:spacing", "w:line", role.leading if role else self.gap),
            before=points(said, "w:spacing", "w:before", role.before if role else 0),
            after=points(said, "w:spacing", "w:after", role.after if role else 0),
            left=points(said, "w:ind", "w:left", role.left if role else 0),
            right=points(said, "w:ind", "w:right", role.right if role else 0),
            first=role.tab - role.left if role and role.tab > role.left else 0,
            keep=bool(role and role.keep_next) or "w:keepNext" in said,
            whole=bool(role and role.keep_next),
            opens="w:pageBreakBefore" in said,
            framed="w:framePr" in said,
            section=said.get(SECTION),
        )
        return self[properties]


class Cell(NamedTuple):
    """How a cell is set: its width and the room above and below its text, in points.

    A `merged` one continues the cell above it.
    """

    width: float
    room: float
    merged: bool


class Cells(dict[Element | None, Cell]):
    """The forms of cells by their properties."""

    def __missing__(self, properties: Element | None) -> Cell:
        said = by_name(properties)
        margins = said["w:tcMar"].children if "w:tcMar" in said else ()
        self[properties] = Cell(
            points(said, "w:tcW", "w:w", 0),
            sum(int(side.attributes.get("w:w", "0")) / TWIPS for side in margins),
            value(said, "w:vMerge", "w:val") == "continue",
        )
        return self[properties]


def properties(element: Element, tag: str) -> Element | None:
    """The properties of an element, which are its first child."""
    first = element.children[0] if element.children else None
    return first if first and first.tag == tag else None


def by_name(properties: Element | None) -> Said:
    """Properties by their names; none where there are no properties."""
    return {said.tag: said for said in properties.children} if properties else {}


def value(said: Said, name: str, attribute: str, default: str = "") -> str:
    """An attribute of a property."""
    return said[name].attributes.get(attribute, default) if name in said else default


def points(said: Said, name: str, attribute: str, default: float) -> float:
    """An attribute of a property that is a length, in points."""
    found = value(said, name, attribute)
    return int(found) / TWIPS if found else default
