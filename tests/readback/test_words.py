"""Two texts compared word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.fingerprint import LIVE
from docgen.readback.words import changes, similarity, tokens

texts = st.text(st.sampled_from(f"ab 水井。.-{LIVE}"), max_size=30)


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[c.start : c.end], new[c.begin : c.finish]) for c in changes(old, new)]


def test_words_are_replaced_as_a_whole() -> None:
    assert shown("Forty wells were dug.", "Fifty wells were dug.") == [("Forty", "Fifty")]


def test_han_characters_count_singly() -> None:
    assert shown("四个邻国", "五个邻国") == [("四", "五")]
    assert tokens("2044年共挖井") == ["2044", "年", "共", "挖", "井"]


def test_a_mark_is_a_token_of_its_own() -> None:
    assert shown(f"dug.{LIVE}", "dug.") == [(LIVE, "")]


@given(texts, texts)
def test_the_changes_make_the_new_text_of_the_old(old: str, new: str) -> None:
    made, at = "", 0
    for start, end, begin, finish in changes(old, new):
        made += old[at:start] + new[begin:finish]
        at = end
    assert made + old[at:] == new


@given(texts)
def test_equal_texts_are_wholly_similar_and_have_no_changes(text: str) -> None:
    assert similarity(text, text) == 1
    assert changes(text, text) == []


def test_texts_without_a_common_word_are_not_similar() -> None:
    assert similarity("Forty wells were dug by crews from afar", "x" * 50) == 0
