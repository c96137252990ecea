"""The sheet of facts that goes to the press."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from docgen import ticket
from docgen.check.press import Leaf, Preflight
from docgen.ticket import Ticket, ranges
from tests.press import OFFICE, PRINT, machine
from tests.render.sample import CHINESE, report

INK = Leaf(612, 792, ("Black",), frozenset())
COLOUR = Leaf(612, 792, ("Cyan", "Magenta", "Black"), frozenset())
BLANK = Leaf(612, 792, (), frozenset())


def facts(
    *leaves: Leaf, name: str = PRINT, booklet: bool = False, direction: str = "ltr"
) -> Ticket:
    document = replace(report(CHINESE), direction=direction)
    return ticket.ticket(
        document,
        machine(name),
        Preflight((), leaves),
        ["Liberation Serif", "AR PL UKai CN"],
        name="A_99_1-zh-print.pdf",
        data=b"%PDF",
        booklet=booklet,
        final=False,
    )


def test_pages_sheets_and_blank_pages_are_counted() -> None:
    found = facts(INK, INK, COLOUR, BLANK, INK, INK, BLANK, BLANK)
    assert (found.pages, found.sides, found.sheets, found.blank) == (8, 8, 2, 3)
    assert facts(INK, INK, INK, INK, name=OFFICE).sheets == 2


def test_each_side_of_a_booklet_holds_two_pages() -> None:
    found = facts(*[INK] * 8, booklet=True)
    assert (found.pages, found.sides, found.sheets) == (16, 8, 4)
    assert found.creep == 0.1


def test_lengths_are_millimetres() -> None:
    found = facts(INK)
    assert found.trimmed == ((215.9, 279.4),)
    assert found.bleed == 3.0


def test_the_checksum_is_that_of_the_file() -> None:
    assert facts(INK).sha256 == hashlib.sha256(b"%PDF").hexdigest()


@pytest.mark.parametrize(("direction", "edge"), [("ltr", "left"), ("rtl", "right")])
def test_the_binding_is_where_the_language_begins(direction: str, edge: str) -> None:
    for booklet in (False, True):
        assert facts(INK, booklet=booklet, direction=direction).binding.endswith(f"at the {edge}")


def test_fold_marks_stand_on_booklets_alone() -> None:
    assert facts(INK).marks == ("crop", "registration")
    assert facts(INK, booklet=True).marks == ("crop", "registration", "fold")


def test_a_reader_sees_which_pages_take_which_plates() -> None:
    text = ticket.as_text(facts(INK, INK, COLOUR, INK, INK, INK, BLANK, BLANK))
    assert "Plates of sides  Black: 1–2, 4–6\n" in text
    assert "                 no ink: 7–8\n" in text
    assert "                 Cyan, Magenta, Black: 3\n" in text
    assert "Status           draft: not to be printed\n" in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_a_program_reads_the_same_facts() -> None:
    found = facts(INK, COLOUR)
    read = json.loads(ticket.as_json(found))
    assert read["plates"] == [["Black"], ["Cyan", "Magenta", "Black"]]
    assert read["fonts"] == ["AR PL UKai CN", "Liberation Serif"]
    assert read["sha256"] == found.sha256


@pytest.mark.parametrize(
    ("numbers", "expected"), [([1], "1"), ([1, 2, 3, 7, 9, 10], "1–3, 7, 9–10"), ([], "")]
)
def test_rising_numbers_are_written_as_ranges(numbers: list[int], expected: str) -> None:
    assert ranges(numbers) == expected
