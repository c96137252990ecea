"""Which rows of a table stay together where a page turns, and where words stand in a row."""

from __future__ import annotations

import pytest

from docgen.model import Cell, Column, Row, RowKind, Table
from docgen.render.rows import is_worded, kept
from tests.render.sample import prose

KINDS: dict[str, RowKind] = {".": "data", "g": "group", "t": "total"}


def table(rows: str, *, noted: bool = False) -> Table:
    """A table with a row for each letter of `rows`: "." is data, g heads a group, t is a total."""
    body = tuple(Row((Cell(prose("Words")),), KINDS[letter]) for letter in rows)
    sources = (prose("Source."),) if noted else ()
    return Table(prose("Title"), None, (Column("start", 1),), (), body, sources)


@pytest.mark.parametrize(
    ("rows", "stays"),
    [
        ("", ""),
        (".", "-"),
        ("..", "+-"),
        (".....", "++++-"),
        ("........", "+++---+-"),
        (".......t", "+++---+-"),
        ("......tt", "+++--++-"),
        (".....t...", "+++-+--+-"),
        (".....g...", "+++--+-+-"),
        ("....gt...", "+++-+--+-"),
    ],
)
def test_beginning_and_end_totals_and_groups_stay_together(rows: str, stays: str) -> None:
    assert "".join("+" if stay else "-" for stay in kept(table(rows))) == stays


def test_the_last_row_stays_with_the_source_below_it() -> None:
    assert kept(table(".......", noted=True))[-1]


def test_words_stand_beside_words_where_another_column_begins_at_the_start() -> None:
    title, body = prose("Title"), (Row((Cell(prose("Words")),)),)
    number, word = Column("end", 0.5), Column("start", 0.5)
    assert not is_worded(Table(title, None, (word, number), (), body))
    assert is_worded(Table(title, None, (number, word), (), body))
