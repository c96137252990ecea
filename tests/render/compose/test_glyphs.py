"""Shaped text: what is measured is what is drawn."""

from __future__ import annotations

import re
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.ffi import TO_UNITS

from docgen.render.compose.glyphs import ComposedLayout
from tests.render.compose import sample
from tests.render.compose.boxes import found, rendered

NOTHING = re.compile(b"(?!)")


@pytest.fixture(scope="module")
def style() -> Any:
    """The style of the sample's text: 14 pixels, Han from Noto."""
    return found(rendered(sample.page(20, ["汉"])), TextBox)[0].style


def shaped(text: str, style: Any) -> ComposedLayout:
    return ComposedLayout(text, style, NOTHING)


def widths(layout: ComposedLayout) -> list[int]:
    return [width for run in layout.glyphs() for width in run.widths]


def test_han_characters_and_marks_are_one_em_wide(style: Any) -> None:
    layout = shaped("汉，字", style)
    assert [width / layout.em for width in widths(layout)] == [1, 1, 1]


def test_clusters_begin_at_the_bytes_of_their_characters(style: Any) -> None:
    runs = [*shaped("汉A字", style).glyphs()]
    assert [byte for run in runs for byte in run.places] == [0, 3, 4]


def test_right_to_left_text_is_known(style: Any) -> None:
    assert {run.leftward for run in shaped("שלום", style).glyphs()} == {True}


def test_changes_are_in_the_width_and_in_the_glyphs(style: Any) -> None:
    layout = shaped("汉，字", style).changed({3: -500, 0: 250}, 0)
    assert layout.width == pytest.approx(14 * 2.75)
    layout.reactivate(style)
    layout.get_first_line()
    drawn = [width / TO_UNITS / 14 for width in widths(layout)]
    assert drawn == pytest.approx([1.25, 0.5, 1], abs=0.001)


def test_changes_are_made_once_however_often_the_line_is_asked_for(style: Any) -> None:
    layout = shaped("汉字", style).changed({0: 100}, 0)
    layout.reactivate(style)
    for _ in range(3):
        layout.get_first_line()
    assert widths(layout)[0] == pytest.approx(1.1 * layout.em, abs=2)


def test_a_copy_has_changes_of_its_own(style: Any) -> None:
    layout = shaped("汉字", style)
    changed = layout.changed({0: 100}, 0)
    assert changed.widen([0], [50]) == pytest.approx(0.05 * 14)
    assert (layout.after, changed.after) == ({}, {0: 150})


def test_dashes_alone_are_as_wide_as_beside_han_characters(style: Any) -> None:
    wide = re.compile("—+".encode())
    assert ComposedLayout("——", style, NOTHING).natural < 25
    assert ComposedLayout("——", style, wide).natural == pytest.approx(28)
