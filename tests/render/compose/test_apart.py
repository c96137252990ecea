"""Letters that a space beside them moves, and letters that it leaves as they are."""

from __future__ import annotations

from docgen.render.compose.apart import apart
from tests.render.compose.test_words import style


def test_a_font_that_moves_letters_nearer_to_a_space_says_so() -> None:
    known = apart(style(""))
    assert not any(map(known.leaves, "ATY"))
    assert all(map(known.leaves, "nexg.,1"))


def test_without_kerning_no_letter_is_moved() -> None:
    known = apart(style("font-kerning: none"))
    assert all(map(known.leaves, "ATYnexg.,1"))


def test_what_is_known_of_a_font_serves_all_sizes_and_spacings() -> None:
    look = style("")
    larger = look.copy()
    larger.update(font_size=40, letter_spacing=2)
    assert apart(larger) is apart(look)
