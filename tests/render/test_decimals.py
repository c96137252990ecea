"""What the numbers of a column are short of, so that units stand below units."""

from __future__ import annotations

from dataclasses import replace

from docgen.model import Amount, Cell, Column, Prose, Row, Table
from docgen.render.decimals import paddings
from tests.render.sample import prose

COLUMNS = (Column("start", 0.5), Column("end", 0.5))


def number(value: str, text: str) -> Cell:
    return Cell(Prose("", "", (Amount(value, text),)))


def column(*cells: Cell, columns: tuple[Column, ...] = COLUMNS) -> list[str]:
    rows = tuple(Row((Cell(prose("Row")), cell)) for cell in cells)
    table = Table(prose("Title"), None, columns, (), rows)
    return [row[1] for row in paddings(table)]


def test_numbers_of_equal_ends_lack_nothing() -> None:
    assert column(number("1.5", "1.5"), number("1234.0", "1 234.0")) == ["", ""]


def test_a_whole_number_lacks_the_decimals_of_the_others() -> None:
    assert column(number("12", "12"), number("0.25", "0.25")) == [".25", ""]


def test_a_number_without_brackets_lacks_the_closing_one() -> None:
    assert column(number("-7.1", "(7.1)"), number("3.0", "3.0")) == ["", ")"]
    assert column(number("-7", "(7)"), number("3.05", "3.05")) == [".05", ")"]


def test_a_sign_stands_below_the_units_and_words_at_the_edge() -> None:
    cells = (number("2.5", "2.5"), Cell(prose("–")), Cell(prose("none")), Cell(prose()))
    assert column(*cells) == ["", ".5", "", ""]


def test_a_sign_of_percentage_stands_behind_the_decimals() -> None:
    shares = ("12.5%", "7%", "-3.25%", "1234%", "n/a", "–")
    found = column(*(Cell(prose(share)) for share in shares))
    assert found == ["5", ".25", "", ".25", "", ".25%"]
    assert column(number("7", "7"), Cell(prose("7,5\u00a0%"))) == [",5\u00a0%", ""]


def test_a_column_that_does_not_end_together_is_left_as_it_is() -> None:
    centered = (COLUMNS[0], replace(COLUMNS[1], align="center"))
    assert column(number("1", "1"), number("1.5", "1.5"), columns=centered) == ["", ""]
