"""How many letters a text has, a wide one counted as two."""

from __future__ import annotations

import pytest

from docgen.render.text import are_few, letters


def test_a_letter_as_wide_as_han_counts_as_two() -> None:
    assert letters("quay") == 4
    assert letters("港口，quay") == 10
    assert letters("") == 0


@pytest.mark.parametrize("text", ["quay wall", "港口的水井", "港口 quay", ""])
def test_few_letters_are_as_many_as_are_counted(text: str) -> None:
    for most in range(2 * len(text) + 2):
        assert are_few(text, most + 0.5) == (letters(text) <= most)
