"""Lines of paragraphs: words as wide as they are in Times, broken where there is no more room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from docgen.fontconfig import find
from docgen.render.docx.pages.lines import Setting, broken
from docgen.render.docx.pages.widths import BOLD, REGULAR, em
from docgen.render.docx.wml import Element, run, text, w
from docgen.style import Role
from tests.render import sample


def role(**changes: object) -> Role:
    plain = replace(sample.sheet(sample.ENGLISH).roles["base"], size=10.0, scale=100, tracking=0.0)
    return replace(plain, **changes)  # type: ignore[arg-type]


def paragraph(*runs: Element) -> Element:
    return w("p", runs)


def count(words: str, room: float, **changes: object) -> int:
    setting = Setting(role(**changes), room)
    return broken(paragraph(run(None, text(words))), setting).count


def test_a_word_is_as_wide_as_its_letters() -> None:
    assert em("the", False) == pytest.approx(0.278 + 0.5 + 0.444)
    assert em("the", True) == pytest.approx(0.333 + 0.556 + 0.444)
    assert em("港口", False) == 2.0


@pytest.mark.parametrize(("bold", "widths"), [(False, REGULAR), (True, BOLD)])
def test_the_widths_are_those_of_a_face_to_the_measure_of_times(
    bold: bool, widths: dict[int, str]
) -> None:
    assert sum(map(len, widths.values())) > 40
    installed = find("Liberation Serif", bold, slanted=False)
    assert installed, "Liberation Serif is not installed"
    font = TTFont(installed.path)
    unit = font["head"].unitsPerEm / 1000
    letters = font.getBestCmap()
    wrong = [
        (letter, width)
        for letter in map(chr, range(32, 127))
        for width in [round(em(letter, bold) * 1000)]
        if abs(font["hmtx"][letters[ord(letter)]][0] / unit - width) > 1
    ]
    assert wrong == []


def test_a_line_ends_before_the_word_that_has_no_room() -> None:
    # "aaaa " is 4 × 4.44 + 2.5 points wide.
    assert count("aaaa aaaa", 38.1) == 1
    assert count("aaaa aaaa", 37.9) == 2
    assert count("aaaa aaaa aaaa aaaa", 38.1) == 2


def test_a_line_can_break_between_any_two_han_characters() -> None:
    assert count("港口" * 10, 100) == 2
    assert count("港口" * 10, 99) == 3


@pytest.mark.parametrize("room", [28, 33, 47, 61])
def test_ideographs_in_a_row_take_the_room_of_each(room: float) -> None:
    words = "港口 水井well、更多的井 and 一鿿"
    together = broken(paragraph(run(None, text(words))), Setting(role(), room)).count
    parts = [run(None, text(part)) for part in re.findall("[一-鿿]|[^一-鿿]+", words)]
    assert broken(paragraph(*parts), Setting(role(), room)).count == together
    assert together > 2


def test_letters_that_are_widened_and_spaced_take_more_room() -> None:
    assert count("aaaa aaaa", 39.5, scale=103) == 1
    assert count("aaaa aaaa", 39.5, scale=106) == 2
    assert count("aaaa aaaa", 39.5, tracking=0.2) == 2


def test_bold_words_take_the_widths_of_bold_letters() -> None:
    strong = w("rPr", w("rStyle", val="Strong"))
    plain = broken(paragraph(run(None, text("aaaa aaaa"))), Setting(role(), 39)).count
    heavy = broken(paragraph(run(strong, text("aaaa aaaa"))), Setting(role(), 39)).count
    assert (plain, heavy) == (1, 2)


def test_the_first_line_begins_where_its_number_ends() -> None:
    words = paragraph(run(None, text("aaaa aaaa")))
    assert broken(words, Setting(role(), 38.1, first=5)).count == 2


def test_an_empty_paragraph_has_a_line() -> None:
    assert broken(paragraph(), Setting(role(), 100)).count == 1


def test_a_note_stands_on_the_line_of_its_mark() -> None:
    def parts() -> Iterator[Element]:
        yield run(None, text("aaaa aaaa "))
        yield run(None, w("footnoteReference", id=7))
        yield run(None, text("aaaa aaaa"))
        yield run(None, w("footnoteReference", id=8))

    lines = broken(paragraph(*parts()), Setting(role(), 45))
    assert lines.notes == {0: ["7"], 1: ["8"]}


@pytest.mark.parametrize(
    "words", ["港口的水井与道路", "（港口）water 2.5的水井、道路", "港 口的", "々港〇口"]
)
def test_ideographs_in_a_row_are_set_as_one_after_the_other(words: str) -> None:
    for room in (9.9, 10.0, 25.0, 33.3, 40.0):
        for changes in ({}, {"size": 10.3, "tracking": 0.1}):
            setting = Setting(role(**changes), room, 4.0)
            whole = broken(paragraph(run(None, text(words))), setting)
            singly = broken(paragraph(*(run(None, text(one)) for one in _words(words))), setting)
            assert whole == singly


def _words(said: str) -> list[str]:
    """Words, and ideographs and marks one by one, each with the blank before it."""
    return re.findall(r"\s?(?:[a-z0-9.]+|[^\sa-z0-9.])", said)
