"""The lines of a title end where they read well, and leave no short rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render.compose.fit import Places
from docgen.render.compose.ragged import stops, weak


def lines(text: str, first: int, others: int | None = None) -> list[str]:
    """The lines of a text of letters that are one wide each; there is room for so many."""
    cuts = [0, *(at + 1 for at, letter in enumerate(text) if letter == " "), len(text)]
    ends = [0, *(at - 1 for at in cuts[1:-1]), len(text)]
    places = Places(cuts, ends, [], [], frozenset())
    avoided = [weak(text, at) for at in cuts]
    found = [cuts[at] for at in stops(places, avoided, 0, first, others or first)]
    return [text[a:b].rstrip() for a, b in zip([0, *found], found, strict=False)]


def test_lines_are_as_full_as_words_allow_where_nothing_is_wrong() -> None:
    text = "Arrangements, data and finance for partnerships with local authorities"
    assert lines(text, 48) == [
        "Arrangements, data and finance for partnerships",
        "with local authorities",
    ]


def test_the_last_line_is_no_short_rest() -> None:
    assert lines("Report on the second survey of partnerships held", 44) == [
        "Report on the second survey",
        "of partnerships held",
    ]


@pytest.mark.parametrize(
    ("text", "room", "second"),
    [
        ("Projects requested and approved, in millions of dollars", 35, "in millions of dollars"),
        ("Coordination within the United Nations system", 29, "the United Nations system"),
        ("Aide aux projets approuvés dans les États insulaires", 35, "les États insulaires"),
    ],
)
def test_no_line_ends_after_a_short_word_or_within_a_name(
    text: str, room: int, second: str
) -> None:
    assert lines(text, room)[1:] == [second]


def test_the_first_line_may_have_less_room_than_the_others() -> None:
    assert lines("Channels of cooperation", 9, 20) == ["Channels", "of cooperation"]


@pytest.mark.parametrize("room", [12, -1])
def test_a_word_that_has_no_room_is_left_to_the_page_engine(room: int) -> None:
    assert lines("Intergovernmental cooperation", room) == []


@given(st.lists(st.integers(1, 12), min_size=1, max_size=14), st.integers(12, 40))
def test_there_are_no_more_lines_than_words_need(widths: list[int], room: int) -> None:
    text = " ".join("X" * width for width in widths)
    found = lines(text, room)
    filled, number = 0, 1
    for width in widths:
        filled, number = (width, number + 1) if filled + width > room else (filled + width, number)
        filled += 1
    assert " ".join(found) == text
    assert max(map(len, found)) <= room
    assert len(found) == number


@pytest.mark.parametrize(
    ("text", "avoided"),
    [
        ("survey of |partnerships", True),
        ("survey, |of", False),
        ("dans |les", False),
        ("United |Nations", True),
        ("Assembly, |General", False),
        ("A |B", True),
        ("3 |Nations", False),
        ("non-|formal", True),
        ("done|", False),
    ],
)
def test_what_is_avoided_at_the_end_of_a_line(text: str, avoided: bool) -> None:
    before, after = text.split("|")
    assert weak(before + after, len(before)) == avoided
