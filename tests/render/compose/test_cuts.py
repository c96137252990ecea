"""A line cut out of a shaped text is the line shaped alone."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import TextBox

from docgen.render.compose import cuts
from docgen.render.compose.cuts import Cutter, balanced
from docgen.render.compose.flow import Leaf, Same, Stretch, stretch
from docgen.render.compose.glyphs import ComposedLayout, shaped
from tests.render.compose import sample
from tests.render.compose.boxes import found, rendered
from tests.render.compose.text import RULES


@pytest.fixture(scope="module")
def document() -> Any:
    """A document, which has to stay as long as its styles are asked for."""
    return rendered(sample.page(20, ["汉"]))


@pytest.fixture
def style(document: Any) -> Any:
    return found(document, TextBox)[0].style


def prepared(text: str, style: Any) -> Stretch:
    return stretch((Leaf(text, Same(style)),), True, RULES)


def cut(cutter: Cutter, whole: Stretch, first: int, stop: int, style: Any) -> ComposedLayout:
    """The line of `whole` from one cluster to another."""
    places = whole.offsets[0]
    line = whole.leaves[0].text.encode()[places[first] : places[stop]].decode()
    return cutter.cut(whole.layouts[0], whole.shapes[0], first, line, style)


def measures(layout: ComposedLayout) -> tuple[str, float, float, float]:
    return layout.text, layout.natural, layout.height, layout.baseline


@pytest.mark.parametrize("text", sample.PARAGRAPHS)
def test_a_line_is_as_wide_and_as_high_as_shaped_alone(text: str, style: Any) -> None:
    whole, cutter, chance = prepared(text, style), Cutter(RULES.wide), Random(text)
    ends = [*combinations(range(len(whole.offsets[0])), 2)]
    for first, stop in chance.sample(ends, 200):
        line = cut(cutter, whole, first, stop, style)
        assert measures(line) == measures(shaped(line.text, style, RULES.wide))


def test_most_lines_of_han_are_not_shaped_again(
    style: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[str] = []
    monkeypatch.setattr(cuts, "shaped", lambda text, *given: again.append(text))
    whole, cutter = prepared("一二三，四五六七" * 8, style), Cutter(RULES.wide)
    for first in range(1, 50):
        cut(cutter, whole, first, first + 12, style)
    assert len(again) < 10
    assert all(text.startswith("，") for text in again)


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("汉字，", True),
        ("汉（字）“好”", True),
        ("汉字）", False),
        ("汉字”好“了", False),
        ("汉（字”好", False),
        ("，汉字", False),
        ("2030年", False),
        ("到2030", False),
        ("汉O’Brien字", False),
    ],
)
def test_a_line_is_cut_out_only_where_nothing_before_it_tells_its_script(
    line: str, alone: bool
) -> None:
    assert balanced(line) == alone


def test_a_text_that_has_parts_from_right_to_left_is_shaped_line_by_line(style: Any) -> None:
    assert prepared("汉字שלום汉字", style).shapes == [None]
    assert prepared("汉字shalom汉字", style).shapes != [None]
