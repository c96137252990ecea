"""Where the cells of a table stand when they reach over columns and rows."""

from __future__ import annotations

from docgen.model import Cell, Prose, Row
from docgen.spans import Slot, placed


def cell(words: str, span: int = 1, rows: int = 1) -> Cell:
    return Cell(Prose("", words, ()), span, rows)


def test_a_cell_begins_after_the_columns_of_those_before_it() -> None:
    wide, narrow = cell("a", span=2), cell("b")
    assert placed([Row((wide, narrow))]) == [[Slot(wide, 0), Slot(narrow, 2)]]


def test_a_cell_over_two_rows_is_continued_in_the_second() -> None:
    tall, over, left, right = cell("a", rows=2), cell("b", span=2), cell("c"), cell("d")
    first, second = placed([Row((tall, over)), Row((left, right))])
    assert first == [Slot(tall, 0, rest=1), Slot(over, 1)]
    assert second == [Slot(tall, 0, below=True), Slot(left, 1), Slot(right, 2)]


def test_a_tall_cell_at_the_end_is_continued_after_the_last_of_its_row() -> None:
    left, tall, below = cell("a"), cell("b", rows=3), cell("c")
    rows = placed([Row((left, tall)), Row((below,)), Row((cell("d"),))])
    assert [row[-1].rest for row in rows] == [2, 1, 0]
    assert [row[-1].cell for row in rows] == [tall, tall, tall]
