"""Distances and widths on pages of the New York style, against those measured in issued documents.

All are of A/80/604/Add.8, in points, but for the distance from a heading of the third level to its
text, which is of A/80/605. Places on the first page and of heads and feet are in `test_pdf`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from docgen.model import Block, Note, NoteRef, Number, Section
from docgen.render import pdf
from tests.render.pages import Letter, letters, lines, where
from tests.render.sample import ENGLISH, paragraph, prose, report, sheet

WITHIN = 1.0
"""How far a place may be from the measured one."""


def numbered(value: int, *parts: object) -> Block:
    number = Number("paragraph", value, f"{value}.")
    return replace(paragraph(*parts), number=number)  # type: ignore[arg-type]


def heading(level: int, label: str, title: str, *blocks: Block) -> Section:
    number = Number(f"section.{level}", 1, label)
    return Section(prose(title), blocks, level, number=number)


@cache
def page() -> bytes:
    """The second page of a document with one after the other of what has a distance."""
    mark = Number("note", 1, "1")
    text = numbered(
        5,
        "Edge ",
        "of the measure " * 30,
        NoteRef("n", mark, Note("n", prose("Aside. " * 30), mark)),
    )
    third = heading(3, "1.", "Third", numbered(2, "After third."), numbered(3, "Next."))
    fourth = heading(4, "(a)", "Fourth", numbered(4, "After fourth."), text)
    second = heading(2, "A.", "Second", third, fourth)
    blocks = (
        heading(1, "I.", "First", numbered(1, "After first.")),
        heading(1, "II.", "Other", second),
        heading(1, "III.", "Last", heading(4, "(b)", "Deep")),
    )
    document = report(ENGLISH)
    masthead = replace(document.masthead, title=prose("Title"))
    front = replace(document.front, contents=False)
    before = tuple(paragraph("Filling. " * 75) for _ in range(4))
    parts = {"blocks": (*before, *blocks), "summary": (), "annexes": (), "front": front}
    whole = replace(document, masthead=masthead, **parts)  # type: ignore[arg-type]
    return pdf.write(whole, sheet(ENGLISH)).data


def place(words: str) -> Letter:
    found = [
        number for number in (1, 2) if any(words in line.text for line in lines(page(), number))
    ]
    return where(page(), found[-1], words)


DISTANCES = {
    ("I.First", "1.Afterfirst."): 24.7,
    ("1.Afterfirst.", "II.Other"): 32.3,
    ("II.Other", "A.Second"): 25.9,
    ("A.Second", "1.Third"): 24.2,
    ("1.Third", "2.Afterthird."): 18.0,
    ("2.Afterthird.", "3.Next."): 18.0,
    ("3.Next.", "(a)Fourth"): 24.0,
    ("(a)Fourth", "4.Afterfourth."): 18.0,
    ("III.Last", "(b)Deep"): 24.7,
}


@pytest.mark.parametrize(("above", "below"), DISTANCES)
def test_baselines_are_as_far_apart_as_in_issued_documents(above: str, below: str) -> None:
    distance = place(below).y - place(above).y
    assert distance == pytest.approx(DISTANCES[above, below], abs=WITHIN)


NUMBERS = {
    "I.First": 102.05,
    "II.Other": 96.5,
    "III.Last": 91.2,
    "A.Second": 98.7,
    "1.Third": 103.25,
}


@pytest.mark.parametrize("words", NUMBERS)
def test_numbers_of_headings_end_where_they_do_in_issued_documents(words: str) -> None:
    label, title = words.partition(".")[::2]
    assert place(words).x == pytest.approx(NUMBERS[words], abs=WITHIN)
    assert place(title).x == pytest.approx(123.4, abs=WITHIN)
    assert label


LAST_LETTERS = {"UnitedNations": (123.4, 200.8), "GeneralAssembly": (123.4, 262.3)}


@pytest.mark.parametrize("words", LAST_LETTERS)
def test_names_of_the_masthead_are_as_wide_as_in_issued_documents(words: str) -> None:
    first, last = LAST_LETTERS[words]
    row = next(line for line in lines(page(), 1) if words in line.text)
    at = row.text.index(words)
    assert row.letters[at].x == pytest.approx(first, abs=0.5)
    assert row.letters[at + len(words) - 1].x == pytest.approx(last, abs=0.5)


def test_the_running_symbol_and_number_are_as_wide_as_in_issued_documents() -> None:
    rows = {line.text: line for line in lines(page(), 2)}
    symbol = next(row for text, row in rows.items() if text.startswith("A/99/1"))
    assert [symbol.letters[at].x for at in (0, 1, 3)] == pytest.approx([60.0, 66.0, 72.7], abs=0.5)
    number = next(row for text, row in rows.items() if text.startswith("2/"))
    assert number.letters[2].x - number.letters[0].x == pytest.approx(6.7, abs=0.3)


def test_notes_stand_below_their_rule_as_in_issued_documents() -> None:
    small = [one for one in letters(page(), 2) if one.size == pytest.approx(8.5, abs=0.01)]
    aside = [one for one in small if 100 < one.y < 745]
    rows = sorted({round(one.y, 1) for one in aside})
    assert min(one.x for one in aside) == pytest.approx(123.4, abs=WITHIN)
    assert {round(b - a, 1) for a, b in pairwise(rows)} == {10.5}
    assert rows[-1] == pytest.approx(732.5, abs=WITHIN)
