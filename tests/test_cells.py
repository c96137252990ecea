"""Cells of CSV files that go to spreadsheets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.cells import bare, guarded


@pytest.mark.parametrize("text", ["=1+1", "+41 22", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "- item"])
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert bare(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "1 = 1", "–5 %", "'s-Gravenhage", "''", " =1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == bare(text) == text


def test_a_formula_that_somebody_typed_himself_is_taken_as_it_is() -> None:
    assert bare("-5 %") == "-5 %"


@given(st.text(st.sampled_from("'=+-@\t\ra")))
def test_each_text_comes_back_as_it_was(text: str) -> None:
    assert bare(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")
