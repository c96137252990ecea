"""What a character is in a line."""

from __future__ import annotations

import pytest

from docgen.render.compose.classes import Kind, kind
from tests.render.compose.text import RULES


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("汉字々〇㈠ㄅかカ", Kind.HAN),
        ("aZé9ßДπ%$°²½′", Kind.LATIN),
        ("（《〈「『【“‘([", Kind.OPEN),
        ("）》〉」』】”’，。、；：！？)]", Kind.CLOSE),
        (" \u00a0", Kind.WORD_SPACE),
        ("\u2009\u2002\u3000", Kind.SPACE),
        ("\u200b\u2060\u0301", Kind.VOID),
        (",.;/-–—…·～〜／①Ⅳ", Kind.OTHER),
    ],
)
def test_a_character_has_the_class_of_clreq(chars: str, expected: Kind) -> None:
    assert [kind(char, RULES.facts) for char in chars] == [expected] * len(chars)


@pytest.mark.parametrize("char", "①⒈Ⅳⅳ")
def test_a_number_is_han_where_it_fills_its_square(char: str) -> None:
    assert kind(char, RULES.facts, square=True) == Kind.HAN


def test_a_number_that_fills_its_square_is_no_full_mark() -> None:
    assert not RULES.traits["①", True, False].full


def test_the_same_trait_is_found_for_the_same_character() -> None:
    assert RULES.traits["，", True, False] is RULES.traits["，", True, False]


def test_a_dash_begins_no_line_is_not_divided_and_does_not_stretch() -> None:
    trait = RULES.traits["—", False, False]
    assert (trait.late, trait.unbroken, trait.tight) == (True, True, True)


def test_a_han_character_does_none_of_this() -> None:
    trait = RULES.traits["汉", False, False]
    assert (trait.late, trait.unbroken, trait.tight) == (False, False, False)
