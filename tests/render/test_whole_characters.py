"""Measures of Chinese text, which hold whole characters: lines of Han alone are not stretched."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from docgen.model import Block, Box, Document, Facet, Option, OptionTable
from docgen.render import docx, pdf
from docgen.render.docx.grid import TWIPS
from tests.render.docx.opened import Opened, find
from tests.render.pages import Line, lines
from tests.render.sample import CHINESE, numbered, paragraph, prose, sheet, unnumbered

STYLES = ("hq", "geneva")
CHARACTERS = {"永": (35, 10.5), "国": (35, 10.5), "同": (33, 10.5), "在": (23, 10), "地": (23, 10)}
"""Which character fills the Summary, a paragraph, a box and both columns of an option; how many of
them a line has, and their size."""


def filled(character: str) -> tuple[Block, ...]:
    return (paragraph(character * 80, form="unnumbered"),)


@cache
def document(style: str) -> Document:
    facets = [
        Facet(place, filled(character), place=place)  # type: ignore[arg-type]
        for place, character in (("start", "在"), ("end", "地"))
    ]
    options = OptionTable((Option(prose("Option"), (), tuple(facets), "o-one"),))
    blocks = (*filled("国"), Box(prose("Box"), filled("同"), id="b-one"), options)
    bare = replace(unnumbered(CHINESE), summary=filled("永"), blocks=blocks, annexes=())
    return numbered(bare, CHINESE, style)


@cache
def made(style: str) -> bytes:
    return pdf.write(document(style), sheet(CHINESE, style)).data


def full(style: str, character: str) -> Line:
    """The first line of those that a character fills."""
    rows = [line for page in (1, 2) for line in lines(made(style), page)]
    return next(row for row in rows if character * 9 in row.text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("character", CHARACTERS)
def test_a_full_line_has_whole_characters_with_nothing_between(style: str, character: str) -> None:
    most, size = CHARACTERS[character]
    row = full(style, character)
    places = [letter.x for letter in row.letters if letter.text == character]
    assert len(places) == most
    assert [second - first for first, second in pairwise(places)] == pytest.approx(
        [size] * (most - 1), abs=0.02
    )


@pytest.mark.parametrize("style", STYLES)
def test_the_summary_begins_and_ends_where_the_text_does(style: str) -> None:
    summary, text = full(style, "永"), full(style, "国")
    places = [(row.x, row.letters[-1].x) for row in (summary, text)]
    assert places[0] == pytest.approx(places[1], abs=0.01)


@pytest.mark.parametrize("style", STYLES)
def test_a_cell_in_word_has_the_room_of_one_on_the_page(style: str) -> None:
    file = Opened(docx.write(document(style), sheet(CHINESE, style)))
    option = file.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Option']")[0]
    width = int(find(option, "w:tr[2]/w:tc[1]/w:tcPr/w:tcW/@w:w")[0])
    sides = [int(side) for side in find(option, "w:tblPr/w:tblCellMar/*/@w:w")]
    most, size = CHARACTERS["在"]
    assert (width - sum(sides)) / TWIPS == pytest.approx(most * size, abs=0.1)
