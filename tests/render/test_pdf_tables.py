"""Tables on finished pages: numbers below each other, merged heads, turned pages, notes kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pypdfium2 as pdfium
import pytest

from docgen.model import Amount, Block, Cell, Column, NoteRef, Number, Prose, Row, Table
from docgen.render import pdf
from docgen.render.pdf import Pdf
from tests.render.pages import Letter, lines, text, where
from tests.render.sample import ENGLISH, LANGUAGES, paragraph, prose, report, sheet

EXACT = 0.3
"""How far units may stand apart, in points."""


def printed(*blocks: Block, language: str = ENGLISH) -> Pdf:
    document = report(language)
    front = replace(document.front, contents=False)
    bare = replace(document, blocks=blocks, summary=(), annexes=(), front=front)
    return pdf.write(bare, sheet(language))


def number(value: str, shown: str, *marks: NoteRef) -> Cell:
    return Cell(Prose("", "", (Amount(value, shown), *marks)))


def words(text: str, span: int = 1, rows: int = 1) -> Cell:
    return Cell(prose(text), span, rows)


def numbered(table: Table) -> Table:
    return replace(table, number=Number("table", 1, "Table 1"))


def table(*rows: Row, landscape: bool = False, remark: str = "") -> Table:
    head = Row((words("Row"), words("Number")))
    columns = (Column("start", 0.6), Column("end", 0.4))
    made = numbered(Table(prose("Title"), None, columns, (head,), rows, landscape=landscape))
    return replace(made, remarks=(prose(remark),) if remark else ())


def units(made: Pdf, row: str, count: int) -> Letter:
    """The letter at place `count` of the number in the row that begins with `row`."""
    line = next(line for line in lines(made.data, 1) if line.text.startswith(row))
    return line.letters[len(row) + count - 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_stand_below_units_to_a_third_of_a_point(language: str) -> None:
    rows = (
        Row((words("Alpha"), number("4039.4", "4\u2009039.4"))),
        Row((words("Beta"), number("-21.85", "(21.85)"))),
        Row((words("Gamma"), number("17", "17"))),
        Row((words("Delta"), number("-6", "(6)")), "total"),
        Row((words("Omega"), words("–"))),
    )
    made = printed(table(*rows), language=language)
    places = {"Alpha": 4, "Beta": 3, "Gamma": 2, "Delta": 2, "Omega": 1}
    found = [units(made, row, place) for row, place in places.items()]
    assert [letter.text for letter in found] == ["9", "1", "7", "6", "–"]
    starts = [letter.x for letter in found]
    assert max(starts) - min(starts) <= EXACT


def test_a_mark_behind_a_number_moves_no_number() -> None:
    letter = NoteRef("law", Number("note.letter", 1, "a"))
    rows = (
        Row((words("Alpha"), number("12.5", "12.5", letter))),
        Row((words("Beta"), number("13.5", "13.5"))),
    )
    made = printed(table(*rows))
    assert units(made, "Alpha", 2).x == pytest.approx(units(made, "Beta", 2).x, abs=EXACT)


def test_a_head_over_columns_is_centred_above_them_and_a_tall_one_ends_with_the_head() -> None:
    columns = (Column("start", 0.4), Column("end", 0.3), Column("end", 0.3))
    head = (
        Row((words("Quay", rows=2), words("Metres", span=2))),
        Row((words("2043"), words("2044"))),
    )
    body = Row((words("Alpha"), number("1", "1"), number("2", "2")))
    data = printed(numbered(Table(prose("Title"), None, columns, head, (body,)))).data
    assert where(data, 1, "Quay").y == pytest.approx(where(data, 1, "2043").y, abs=0.1)
    assert where(data, 1, "Quay").x < where(data, 1, "2043").x < where(data, 1, "2044").x
    assert where(data, 1, "2043").x < where(data, 1, "Metres").x < where(data, 1, "2044").x


@cache
def turned() -> Pdf:
    row = Row((words("Alpha"), number("1", "1")))
    rest = paragraph("After the table.", form="unnumbered")
    return printed(paragraph("Before it.", form="unnumbered"), table(row, landscape=True), rest)


def test_a_landscape_table_has_a_turned_page_of_its_own() -> None:
    leaves = pdfium.PdfDocument(turned().data)
    assert [leaf.get_size() for leaf in leaves] == [
        pytest.approx(size, abs=0.1) for size in ((612, 792), (792, 612), (612, 792))
    ]
    assert "Alpha" in text(turned().data, 2)
    assert "After the table." in text(turned().data, 3)


def test_a_turned_page_has_its_own_margins_with_head_and_foot() -> None:
    data = turned().data
    assert where(data, 2, "Row").x == pytest.approx(57.6, abs=1)
    number = next(line for line in lines(data, 2) if line.text.startswith("Alpha"))
    assert number.right == pytest.approx(792 - 72, abs=1)
    assert where(data, 2, "A/99/1").x == pytest.approx(57.6, abs=1)
    assert where(data, 2, "2/3").x == pytest.approx(57.6, abs=1)


@cache
def long(rows: int) -> Pdf:
    body = tuple(Row((words(f"Row {n}"), number(str(n), str(n)))) for n in range(1, rows + 1))
    return printed(table(*body, remark="What it counts."))


@pytest.mark.parametrize("rows", range(54, 66, 2))
def test_the_notes_of_a_table_are_never_alone_on_a_page(rows: int) -> None:
    made = long(rows)
    page = next(n for n in range(1, made.pages + 1) if "What it counts." in text(made.data, n))
    assert f"Row {rows}" in text(made.data, page)
    assert f"Row {rows - 1}" in text(made.data, page)


@cache
def after(lines_before: int) -> Pdf:
    """A table of nine rows at the end of a page that is filled by lines of text."""
    body = tuple(Row((words(f"Row {n}"), number(str(n), str(n)))) for n in range(1, 10))
    text_before = [paragraph("Text.", form="unnumbered") for _ in range(lines_before)]
    return printed(*text_before, table(*body))


def rows_on(made: Pdf, page: int) -> int:
    return text(made.data, page).count("Row ") - 1


@pytest.mark.parametrize("lines_before", range(6, 24, 2))
def test_a_table_leaves_no_more_than_a_quarter_of_a_page_white(lines_before: int) -> None:
    made = after(lines_before)
    first = rows_on(made, 1)
    lowest = max(line.y for line in lines(made.data, 1) if line.y < 700)
    if first < 9:
        assert first == -1 or first >= 4
        assert rows_on(made, 2) >= 2
        assert 700 - lowest < 648 / 4


def test_the_head_stands_on_every_page_of_a_table_with_the_same_room_below_it() -> None:
    made = long(64)
    holding = [n for n in range(1, made.pages + 1) if "Row " in text(made.data, n)]
    assert len(holding) > 1
    rooms = []
    for page in holding:
        found = lines(made.data, page)
        head = next(place for place, line in enumerate(found) if line.text == "RowNumber")
        rooms.append(found[head + 1].y - found[head].y)
    assert max(rooms) - min(rooms) <= 0.1


@pytest.mark.parametrize("lines_before", range(8, 26))
def test_no_page_begins_with_a_total_or_ends_with_the_head_of_a_group(lines_before: int) -> None:
    group = (
        Row((words("Group", span=2),), "group"),
        Row((words("Inside"), number("1", "1"))),
        Row((words("Subtotal"), number("1", "1")), "total"),
    )
    text_before = [paragraph("Text.", form="unnumbered") for _ in range(lines_before)]
    made = printed(*text_before, table(*group * 16))
    bodies = [_body(made, page) for page in range(1, made.pages + 1)]
    assert sum(map(len, bodies)) == len(group) * 16
    assert not any(body[0].startswith("Subtotal") for body in bodies if body)
    assert not any(body[-1].startswith("Group") for body in bodies if body)


def _body(made: Pdf, page: int) -> list[str]:
    """The rows of the body of a table on a page."""
    beginnings = ("Group", "Inside", "Subtotal")
    return [line.text for line in lines(made.data, page) if line.text.startswith(beginnings)]


def test_a_table_of_three_rows_does_not_hold_what_follows_it() -> None:
    row = Row((words("Alpha"), number("1", "1")))
    made = printed(*[table(row, row, row)] * 4)
    assert [text(made.data, page).count("Title") for page in (1, 2)] == [2, 2]


def test_a_number_is_never_divided() -> None:
    columns = (Column("start", 0.9), Column("end", 0.1))
    row = Row((words("Alpha"), number("123456789012.5", "123\u2009456\u2009789\u2009012.5")))
    made = printed(numbered(Table(prose("Title"), None, columns, (), (row,))))
    line = next(line for line in lines(made.data, 1) if line.text.startswith("Alpha"))
    assert line.text == "Alpha123456789012.5"


def test_a_word_that_is_longer_than_its_column_stays_within_the_table() -> None:
    long_word = "Incomprehensibilitiesandmore"
    columns = (Column("start", 0.9), Column("end", 0.1))
    head = Row((words("Word"), words(long_word)))
    row = Row((words("Alpha"), number("1", "1")))
    made = printed(numbered(Table(prose("Title"), None, columns, (head,), (row,))))
    edge = max(line.right for line in lines(made.data, 1) if line.text == "Alpha1")
    found = [line for line in lines(made.data, 1) if line.text.removeprefix("Word") in long_word]
    assert len(found) > 1
    assert max(line.right for line in found) <= edge + 1


def test_words_beside_words_begin_at_the_top_and_numbers_stand_at_the_last_line() -> None:
    tall = words("Long words " * 12)
    beside = (Column("start", 0.3), Column("start", 0.5), Column("end", 0.2))
    row = Row((words("Alpha"), tall, number("1", "1")))
    data = printed(numbered(Table(prose("Title"), None, beside, (), (row,)))).data
    assert where(data, 1, "Alpha").y == pytest.approx(where(data, 1, "Long").y, abs=0.1)
    row = Row((tall, number("77", "77")))
    columns = (Column("start", 0.4), Column("end", 0.6))
    data = printed(numbered(Table(prose("Title"), None, columns, (), (row,)))).data
    assert where(data, 1, "77").y > where(data, 1, "Long").y + 10


def test_a_row_longer_than_a_page_is_divided() -> None:
    row = Row((words("Word " * 1200), words("end")))
    made = printed(table(row))
    assert made.pages > 2
    assert sum(text(made.data, page).count("Word") for page in range(1, made.pages + 1)) == 1200
