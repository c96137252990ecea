"""Lines of paragraphs: words as wide as they are in Times, broken where there is no more room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from docgen.fontconfig import find
from docgen.render.docx.pages.lines import Lines, broken
from docgen.render.docx.pages.parts import parts
from docgen.render.docx.pages.widths import BOLD, REGULAR, em
from docgen.render.docx.wml import Element, run, text, w
from docgen.render.text import is_wide
from docgen.style import Role
from tests.render import sample


def role(**changes: object) -> Role:
    plain = replace(sample.sheet(sample.ENGLISH).roles["base"], size=10.0, scale=100, tracking=0.0)
    return replace(plain, **changes)  # type: ignore[arg-type]


def lines(content: Iterable[Element], room: float, first: float = 0, **changes: object) -> Lines:
    return broken(parts(w("p", content)), role(**changes), room, first)


def count(words: str, room: float, **changes: object) -> int:
    return lines([run(None, text(words))], room, **changes).number


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
    singly = [run(None, text(part)) for part in re.findall("[一-鿿]|[^一-鿿]+", words)]
    assert lines(singly, room).number == count(words, room) > 2


def test_letters_that_are_widened_and_spaced_take_more_room() -> None:
    assert count("aaaa aaaa", 39.5, scale=103) == 1
    assert count("aaaa aaaa", 39.5, scale=106) == 2
    assert count("aaaa aaaa", 39.5, tracking=0.2) == 2


def test_bold_words_take_the_widths_of_bold_letters() -> None:
    strong = w("rPr", w("rStyle", val="Strong"))
    assert count("aaaa aaaa", 39) == 1
    assert lines([run(strong, text("aaaa aaaa"))], 39).number == 2


def test_the_first_line_begins_where_its_number_ends() -> None:
    assert lines([run(None, text("aaaa aaaa"))], 38.1, first=5).number == 2


def test_an_empty_paragraph_has_a_line() -> None:
    assert lines([], 100).number == 1


def test_a_note_stands_on_the_line_of_its_mark() -> None:
    def content() -> Iterator[Element]:
        yield run(None, text("aaaa aaaa "))
        yield run(None, w("footnoteReference", id=7))
        yield run(None, text("aaaa aaaa"))
        yield run(None, w("footnoteReference", id=8))

    assert lines(content(), 45).notes == {0: ["7"], 1: ["8"]}


@pytest.mark.parametrize(
    "words", ["港口的水井与道路", "（港口）water 2.5的水井、道路", "港 口的", "々港〇口"]
)
def test_ideographs_in_a_row_are_set_as_one_after_the_other(words: str) -> None:
    for room in (9.9, 10.0, 25.0, 33.3, 40.0):
        for changes in ({}, {"size": 10.3, "tracking": 0.1}):
            whole = lines([run(None, text(words))], room, 4.0, **changes)
            singly = (run(None, text(one)) for one in _words(words))
            assert whole == lines(singly, room, 4.0, **changes)


def _words(said: str) -> list[str]:
    """Words, and ideographs and marks one by one, each with the blank before it."""
    return re.findall(r"\s?(?:[a-z0-9.]+|[^\sa-z0-9.])", said)


TEXTS = (
    "The quay of 1,204\u2009metres, “para.\u00a021” of A/99/413, was built in 2043; it’s closed. ",
    " 2043年底，131个“国家”工作队\u3000中有58个（A/RES/72/279，第21段） 指定了联络人。",
    "港口 水井well、更多的井 and 一鿿 ﾊﾊ㈠ば々",
)


@pytest.mark.parametrize("words", TEXTS)
def test_a_text_fills_lines_as_its_words_one_by_one(words: str) -> None:
    look = role(size=10.3, tracking=0.1)
    for room in range(40, 200, 3):
        twice = [run(None, text(words)), run(None, text(words))]
        found = broken(parts(w("p", twice)), look, room + 0.01, 4.0)
        assert found.number == _one_by_one(words * 2, look, room + 0.01, 4.0)


def _one_by_one(words: str, look: Role, room: float, filled: float) -> int:
    """The lines of a text, found the plain way."""
    number, last = 1, False
    for token in re.findall(r"\s?(?:[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\uffef]+)|\s", words):
        word = token.strip()
        filled += _width(token[: len(token) - len(word)], look)
        if word:
            wide = is_wide(word[0])
            filled += 0.25 * look.size if filled and wide != last else 0
            if filled + _width(word, look) > room:
                number, filled = number + 1, 0.0
            filled, last = filled + _width(word, look), wide
    return number


def _width(letters: str, look: Role) -> float:
    return em(letters, look.bold) * look.size + len(letters) * look.tracking
