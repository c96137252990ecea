"""Rules are lines of one thickness, and a row of cells has one without a notch."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from weasyprint import HTML

from docgen.render import rules

PAGE = "@page { size: 300pt 200pt; margin: 10pt } body { margin: 0 } "
TABLES = "table { border-spacing: 0; width: 100% }"
ROW = "<table><tr><td>One<td>Two<td>Three</table>"


def lines(body: str, css: str) -> list[tuple[float, float, float]]:
    """The lines of a page: where they begin and end, and how thick they are, in points."""
    with rules.installed():
        data = HTML(string=f"<style>{PAGE}{TABLES}{css}</style>{body}").write_pdf()
    with pikepdf.open(io.BytesIO(data)) as opened:
        return list(_lines(pikepdf.parse_content_stream(opened.pages[0])))


def _lines(content: Any) -> Iterator[tuple[float, float, float]]:
    points: list[float] = []
    thickness = 0.0
    for operands, operator in content:
        match str(operator):
            case "w":
                thickness = float(operands[0])
            case "m" | "l":
                points.append(float(operands[0]))
            case "S":
                yield (*(round(0.75 * place, 1) for place in points[-2:]), 0.75 * thickness)


def test_the_rule_of_a_row_goes_on_over_the_edges_of_its_cells() -> None:
    found = lines(ROW, "td { border-bottom: 1.5pt solid }")
    assert len(found) == 3
    assert (found[0][0], found[-1][1]) == (10, 290)
    assert all(one[1] > other[0] + 1 for one, other in pairwise(found))
    assert [thickness for *_, thickness in found] == pytest.approx([1.5] * 3, abs=0.001)


def test_from_right_to_left_it_goes_on_at_the_other_side() -> None:
    found = sorted(lines(f"<div dir=rtl>{ROW}</div>", "td { border-top: 1pt solid }"))
    assert (found[0][0], found[-1][1]) == (10, 290)
    assert all(one[1] > other[0] + 1 for one, other in pairwise(found))


def test_the_rule_of_any_other_box_is_as_long_as_the_box() -> None:
    assert lines("<p>Words", "p { border-top: .5pt solid }")[0][:2] == (10, 290)


@pytest.mark.parametrize(
    "css",
    [
        "td { border: 1pt solid }",
        "td { border-bottom: 1pt dotted }",
        "td { border-bottom: 1pt solid rgb(0 0 0 / 50%) }",
        "td { border-bottom: 1pt solid; visibility: hidden }",
        "table { border-collapse: collapse } td { border-bottom: 1pt solid }",
    ],
)
def test_other_borders_are_left_to_weasyprint(css: str) -> None:
    def stock() -> bytes:
        return bytes(HTML(string=f"<style>{PAGE}{TABLES}{css}</style>{ROW}").write_pdf())

    plain = stock()
    with rules.installed():
        assert stock() == plain


def test_another_version_of_the_engine_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weasyprint.__version__", "71.0")
    assert lines("<p>Words", "p { border-top: .5pt solid }") == []
