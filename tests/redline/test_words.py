"""Text is cut where a reader would cut it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.redline.words import weight, words


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Two words.", ["Two", " ", "words", "."]),
        ("大会第79/1号", ["大", "会", "第", "79", "/", "1", "号"]),
        ("1,234.5 per cent", ["1,234.5", " ", "per", " ", "cent"]),
        ("long-term, member’s", ["long-term", ",", " ", "member’s"]),
        ("“港口”", ["“", "港", "口", "”"]),
        ("a  b", ["a", "  ", "b"]),
        ("e\u0301t\u00e9", ["e\u0301t\u00e9"]),
        ("الموانئ كلها", ["الموانئ", " ", "كلها"]),
        ("", []),
    ],
)
def test_words_numbers_marks_and_han_letters_are_pieces(text: str, pieces: list[str]) -> None:
    assert list(words(text)) == pieces


@given(st.text())
def test_pieces_are_the_text_again(text: str) -> None:
    assert "".join(words(text)) == text


def test_a_han_letter_weighs_two_and_a_space_nothing() -> None:
    assert weight("港 a") == 3
