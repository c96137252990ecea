"""Notes laid out once stand where they would if all were laid out each time."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import FootnoteAreaBox
from weasyprint.layout import block

from docgen.render import compose
from docgen.render.compose import kept
from tests.render.compose import sample
from tests.render.compose.documents import document

NOTE = "<span class=note>{}</span>"


def pdf(html: str) -> bytes:
    with compose.installed(sample.FACTS):
        written: bytes = HTML(string=html).write_pdf()
    return written


@pytest.mark.parametrize("seed", range(6))
def test_a_document_full_of_notes_is_the_same_as_without(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = document(seed)
    once = pdf(html)
    monkeypatch.setattr(kept, "_known", lambda context: {})
    assert pdf(html) == once


def laid_out(html: str, monkeypatch: pytest.MonkeyPatch) -> Counter[Any]:
    """How often each note of `html` is laid out, by its element."""
    counted = Counter[Any]()
    original = block.block_level_layout_switch

    def switch(context: Any, box: Any, bottom: Any, skip: Any, parent: Any, *rest: Any) -> Any:
        counted[box.element] += isinstance(parent, FootnoteAreaBox)
        return original(context, box, bottom, skip, parent, *rest)

    monkeypatch.setattr(block, "block_level_layout_switch", switch)
    pdf(html)
    return +counted


def test_a_note_is_laid_out_once_however_many_join_it(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = (NOTE.format(number * "注") for number in range(1, 6))
    page = sample.page(20, [f"一二三{note}四五六七八" for note in notes])
    assert sorted(laid_out(page, monkeypatch).values()) == [1, 1, 1, 1, 1]


def test_a_note_that_is_moved_afterwards_is_laid_out_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = ".note { position: relative; top: 2pt }"
    page = sample.page(20, [f"一二三{NOTE.format('注')}四五六"], moved)
    assert [*laid_out(page, monkeypatch).values()] == [2]
