"""What shrinks to fit its text is as wide as the text is set, found without too many calls."""

from __future__ import annotations

import pytest
from weasyprint.formatting_structure.boxes import InlineBlockBox, TableCellBox

from tests.calls import calls
from tests.render.compose import sample
from tests.render.compose.boxes import found, rendered, texts

FIT = "p { text-indent: 0 } .fit { display: inline-block } body { overflow-wrap: normal }"


def fitted(html: str) -> tuple[float, list[str]]:
    """The width of a box around `html` in characters, and the lines in it."""
    document = rendered(sample.page(30, [f"<span class=fit>{html}</span>"], FIT))
    (box,) = found(document, InlineBlockBox)
    return box.width / 14, texts(document)[1:]


@pytest.mark.parametrize(
    ("html", "width"),
    [
        ("汉字", 2),
        ("《汉字》，", 3.5),
        ("第<b>3</b>条", 3),
        ("<b>《汉》</b>、<i>《字》</i>", 5),
        ("一<b>A</b>二<b>B</b>三", 5.389),
    ],
)
def test_a_box_is_as_wide_as_its_text_in_one_line(html: str, width: float) -> None:
    measured, lines = fitted(html)
    assert measured == pytest.approx(width, abs=0.01)
    assert len(lines) == 1


def test_the_narrowest_column_holds_the_widest_part_that_does_not_break() -> None:
    table = f"<table><tr><td>{'汉' * 40}（汉字）<td>{'字' * 400}</table>"
    more = f"{FIT} td {{ padding: 0 }} table {{ width: 1px }}"
    document = rendered(sample.page(30, [table], more))
    cells = found(document, TableCellBox)
    assert [round(cell.width / 14, 2) for cell in cells[:2]] == [1.5, 1]


def cost(length: int) -> int:
    """The calls that a table takes which measures its column by `length` characters."""
    table = f"<table><tr><td>{'报告说明各项建议。' * (length // 9)}</table>"
    html = sample.page(30, [table], FIT)
    return calls(lambda: rendered(html))


def test_the_time_for_a_column_does_not_grow_with_the_square_of_its_text() -> None:
    cost(900)
    assert cost(18000) < 5 * cost(4500)
