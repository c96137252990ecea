"""Words and codes of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.interchange.codes import numbered_as, pieces

SIGNS = (
    "* ** *** [^a] [](#p) [w](https://e.org) [ ] < & \\ 字 a <https://e.org> https://e.org/x ` {"
)
MARKUP = st.lists(st.sampled_from([*SIGNS.split(), " ", "\u00a0", "\n"]), max_size=25).map("".join)


def shown(text: str) -> list[str]:
    return [f"{piece.role} {piece.number} {piece.text}" for piece in pieces(text)]


def test_each_code_has_its_markup_and_both_ends_of_a_pair_one_number() -> None:
    assert shown("**A *b***[^n] [w](https://e.org)") == [
        "open 1 **",
        "text 0 A ",
        "open 2 *",
        "text 0 b",
        "close 2 *",
        "close 1 **",
        "alone 3 [^n]",
        "text 0  ",
        "open 4 [",
        "text 0 w",
        "close 4 ](https://e.org)",
    ]


@pytest.mark.parametrize("text", ["5 * 3", "\\*a\\*", "**open", "[w](#p)x`"])
def test_what_prints_as_it_stands_is_no_pair(text: str) -> None:
    assert all(piece.kind not in ("bold", "italic") for piece in pieces(text))


def test_a_translation_has_the_numbers_of_its_source() -> None:
    found = numbered_as("**a** [^n] [^n]", "[^n] [^n] **b** [^x]")
    numbers = [(piece.text, piece.number) for piece in found if piece.role != "text"]
    assert numbers == [("[^n]", 2), ("[^n]", 3), ("**", 1), ("**", 1), ("[^x]", 904)]


@given(MARKUP)
def test_the_pieces_together_are_the_text_and_pairs_lie_within_each_other(text: str) -> None:
    found, open_ = pieces(text), []
    for piece in found:
        if piece.role == "open":
            open_.append(piece.number)
        elif piece.role == "close":
            assert open_.pop() == piece.number
    assert open_ == []
    assert "".join(piece.text for piece in found) == text
