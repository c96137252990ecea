"""Notes stand on the page of their mark, whole and below the text, in documents made by chance."""

from __future__ import annotations

import pytest

from tests.render.compose.documents import document, notes


def stray(seeds: range) -> tuple[int, list[str]]:
    """How many notes there were, and what is wrong with any of them."""
    marks, wrong = 0, []
    for seed in seeds:
        found = notes(document(seed))
        marks += found.marks
        if found.elsewhere or found.lost or found.over:
            wrong.append(f"{seed}: {found}")
    return marks, wrong


def test_no_note_is_lost_or_leaves_the_page_of_its_mark() -> None:
    marks, wrong = stray(range(20))
    assert marks > 400
    assert wrong == []


@pytest.mark.slow
def test_no_note_is_lost_in_two_hundred_documents() -> None:
    marks, wrong = stray(range(200))
    assert marks > 4000
    assert wrong == []
