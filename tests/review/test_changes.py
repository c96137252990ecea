"""What has changed in a text."""

from __future__ import annotations

import pytest

from docgen.review.changes import changes, only
from docgen.review.pieces import Reading

READING = Reading("en")


def told(before: str, after: str) -> str:
    """The changes with what is gone in {-…-} and what has come in {+…+}."""
    signs = {"": "{}", "inserted": "{{+{}+}}", "deleted": "{{-{}-}}"}
    found = changes(READING.pieces(before), READING.pieces(after))
    return "".join(signs[piece.change].format(piece.text) for piece in found)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("one two three", "one two three", "one two three"),
        ("It met twice.", "It met three times.", "It met {-twice-}{+three times+}."),
        ("a small house here", "a big barn here", "a {-small house-}{+big barn+} here"),
        ("one two", "one new two", "one {+new +}two"),
        ("共有三章。", "共有四章。", "共有{-三-}{+四+}章。"),
        ("As said.[^a]", "As said.[^b]", "As said.{-[^a]-}{+[^b]+}"),
        ("see [](#s-one)", "see", "see{- -}{-[](#s-one)-}"),
        ("", "new", "{+new+}"),
        ("1,234 people", "1,235 people", "{-1,234-}{+1,235+} people"),
    ],
)
def test_words_and_codes_are_compared_whole(before: str, after: str, expected: str) -> None:
    assert told(before, after) == expected


def test_without_what_is_gone_it_is_the_new_text_and_without_what_has_come_the_old() -> None:
    before, after = "The **old** text[^a] of 2 879.", "The new, **old** text of 2,879.[^a]"
    found = changes(READING.pieces(before), READING.pieces(after))
    assert only(found, "", "inserted") == after
    assert only(found, "", "deleted") == before
