"""Notes begin on the page of their mark, below the text, and are whole in documents by chance."""

from __future__ import annotations

import pytest

from tests.render.compose.documents import document, notes


def stray(seeds: range) -> tuple[int, int, list[str]]:
    """How many notes there were, how many of them were divided, and what is wrong with any."""
    found = {seed: notes(document(seed)) for seed in seeds}
    wrong = [f"{seed}: {each}" for seed, each in found.items() if each.faults]
    each = found.values()
    return sum(one.marks for one in each), sum(one.divided for one in each), wrong


def test_no_note_is_lost_or_leaves_the_page_of_its_mark() -> None:
    marks, divided, wrong = stray(range(20))
    assert marks > 400
    assert divided > 20
    assert wrong == []


@pytest.mark.slow
def test_no_note_is_lost_in_two_hundred_documents() -> None:
    marks, divided, wrong = stray(range(200))
    assert marks > 4000
    assert divided > 200
    assert wrong == []
