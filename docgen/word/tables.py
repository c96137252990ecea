"""Tables → rows of cells with what they reach over, and the lines around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docgen.word.inline import spoken
from docgen.word.names import Element, W, child, flag, is_on, kind, value, whole
from docgen.word.state import Story
from docgen.word.values import Cell, Merge, Row, Table

Blocks = Callable[[Element, Story], Any]

_SIDES = ("top", "left", "bottom", "right", "start", "end", "insideH", "insideV")
_THROUGH = ("sdt", "sdtContent", "customXml", "ins", "moveTo")


def table(element: Element, story: Story, blocks: Blocks) -> Table:
    """One table; rows that a tracked change deleted are noted and left out."""
    place = story.state.place + 1
    rows = tuple(_row(one, story, blocks) for one in _rows(element, story))
    grid = element.findall(f"{W}tblGrid/{W}gridCol")
    return Table(
        rows,
        tuple(whole(column.get(f"{W}w")) for column in grid),
        story.state.styles.name(value(element, "tblPr/tblStyle") or ""),
        _rules(child(element, "tblPr/tblBorders")),
        place,
    )


def _rows(element: Element, story: Story) -> Iterator[Element]:
    for row in _children(element, "tr"):
        gone = child(row, "trPr/del")
        if gone is None:
            yield row
        else:
            story.state.changed("deleted", spoken(row), gone.get(f"{W}author") or "")


def _children(element: Element, name: str) -> Iterator[Element]:
    for one in element:
        if kind(one) == name:
            yield one
        elif kind(one) in _THROUGH:
            yield from _children(one, name)


def _row(row: Element, story: Story, blocks: Blocks) -> Row:
    return Row(
        tuple(_cell(one, story, blocks) for one in _children(row, "tc")),
        bool(flag(row, "trPr/tblHeader")),
        max(whole(value(row, "trPr/gridBefore")), 0),
        max(whole(value(row, "trPr/gridAfter")), 0),
        whole(value(row, "trPr/trHeight")),
    )


def _cell(cell: Element, story: Story, blocks: Blocks) -> Cell:
    span = whole(value(cell, "tcPr/gridSpan"), 1)
    return Cell(
        blocks(cell, story),
        min(max(span, 1), 1000),
        _merge(cell),
        _rules(child(cell, "tcPr/tcBorders")),
        value(cell, "tcPr/textDirection") or "",
    )


def _merge(cell: Element) -> Merge:
    found = child(cell, "tcPr/vMerge")
    if found is None:
        return ""
    return "start" if found.get(f"{W}val") == "restart" else "continued"


def _rules(borders: Element) -> frozenset[str]:
    """The sides that have a line."""
    if borders is None:
        return frozenset()
    drawn = (
        name
        for name in _SIDES
        if (one := child(borders, name)) is not None
        and is_on(one.get(f"{W}val"))
        and one.get(f"{W}val") != "nil"
    )
    names = {"start": "left", "end": "right"}
    return frozenset(names.get(name, name) for name in drawn)
