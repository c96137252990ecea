"""The names of WeasyPrint are replaced while text is composed, and in the thread that composes."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import TextBox

from docgen.render import compose
from docgen.render.compose.hooks import HOOKS
from docgen.render.compose.version import NAMES
from tests.render.compose import sample
from tests.render.compose.boxes import found

PAGE = sample.page(20, sample.PARAGRAPHS[:1])


def current() -> list[Any]:
    return [getattr(owner, name) for owner, name, _ in HOOKS]


def layouts() -> set[str]:
    """The kinds of layouts in a document that is laid out now."""
    document = HTML(string=PAGE).render()
    return {type(box.pango_layout).__name__ for box in found(document, TextBox)}


def test_all_names_replaced_are_looked_at_before() -> None:
    known = {name.replace(":", ".").rpartition(".")[2] for name in NAMES}
    assert {name for _, name, _ in HOOKS} <= known


def test_the_names_are_as_before_when_the_block_ends() -> None:
    before = current()
    with compose.installed(sample.FACTS):
        assert all(one is not other for one, other in zip(before, current(), strict=True))
    assert current() == before


def test_the_names_are_as_before_when_something_fails_in_the_block() -> None:
    before = current()
    with pytest.raises(ValueError, match="in between"), compose.installed(sample.FACTS):
        raise ValueError("in between")
    assert current() == before


def test_blocks_can_be_nested() -> None:
    with compose.installed(sample.FACTS):
        once = current()
        with compose.installed(sample.PLAIN) as status:
            assert status.installed
            assert current() == once
            assert "ComposedLayout" not in layouts()
        assert layouts() == {"ComposedLayout"}


def test_another_thread_is_not_composed() -> None:
    seen: set[str] = set()
    with compose.installed(sample.FACTS):
        thread = Thread(target=lambda: seen.update(layouts()))
        thread.start()
        thread.join()
    assert seen
    assert "ComposedLayout" not in seen


def test_a_document_laid_out_in_the_block_is_written_the_same_outside_of_it() -> None:
    with compose.installed(sample.FACTS):
        document = HTML(string=PAGE).render()
        inside = document.write_pdf()
    assert document.write_pdf() == inside
