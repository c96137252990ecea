"""Wordings: one plain space for any kind and number of them."""

from __future__ import annotations

import sys

import pytest

from docgen.fingerprint import even

SPACES = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isspace()]


@pytest.mark.parametrize("space", SPACES)
def test_any_kind_and_number_of_spaces_is_a_plain_one(space: str) -> None:
    assert even(f"quay{space}wall{space}{space}3") == "quay wall 3"
    assert even(f"quay {space}wall") == even(f"quay{space} wall") == "quay wall"


@pytest.mark.parametrize("space", SPACES)
def test_there_is_none_at_the_ends(space: str) -> None:
    assert even(f"{space}quay wall") == even(f"quay wall{space}") == "quay wall"
    assert even(space) == ""


def test_a_text_that_is_even_stays_as_it_is() -> None:
    assert even("") == ""
    assert even("港口 wall, 3") == "港口 wall, 3"
