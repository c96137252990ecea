"""The facts that the preflight reads from a finished file."""

from __future__ import annotations

import pikepdf
import pytest

from docgen.check.press import Leaf, examine
from tests.press import OFFICE, PRINT, changed, drawing, finished, machine


def leaves(data: bytes, name: str = PRINT) -> tuple[Leaf, ...]:
    return examine(data, machine(name), multiple=1).pages


def test_the_trimmed_size_is_that_of_the_page_without_bleed_and_marks() -> None:
    sizes = {(leaf.width, leaf.height) for leaf in leaves(finished().data)}
    assert sizes == {(612, 792)}


def test_in_the_office_there_is_black_alone() -> None:
    assert {leaf.plates for leaf in leaves(finished(OFFICE).data, OFFICE)} <= {("Black",), ()}


@pytest.mark.parametrize(
    ("colour", "plates"),
    [("0.5 0 0 0 k", ("Cyan", "Black")), ("0 0 0.1 0 k", ("Yellow", "Black")), ("1 g", ("Black",))],
)
def test_a_plate_is_used_by_a_page_where_ink_of_it_is_painted(
    colour: str, plates: tuple[str, ...]
) -> None:
    data = changed(finished().data, drawing(f"{colour} 100 100 9 9 re f"))
    assert leaves(data)[0].plates == plates


def test_a_blank_page_needs_no_plate_though_it_has_marks() -> None:
    def add(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Contents = file.make_stream(b"q /PressMarks Do Q")

    assert leaves(changed(finished().data, add))[0].plates == ()


def test_fonts_are_named_without_the_letters_of_a_subset() -> None:
    fonts = frozenset().union(*(leaf.fonts for leaf in leaves(finished().data)))
    assert "Liberation-Serif" in fonts
    assert not [name for name in fonts if "+" in name]
