"""Figures on finished pages: a picture is as wide as the text, or as tall as a page lets it be."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from docgen.model import Figure, Image, Number
from docgen.render import pdf
from docgen.render.pdf import Pdf
from tests.render.pages import text, where
from tests.render.sample import ENGLISH, paragraph, prose, report, sheet

MEASURE = 365.25


def printed(width: int, height: int, style: str = "hq") -> Pdf:
    """A page with a drawing of these proportions, which is a black rectangle."""
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>"
    filled = f"{drawing}<rect width='{width}' height='{height}'/></svg>"
    image = Image("a.svg", "image/svg+xml", filled.encode())
    figure = Figure(prose("Title"), image, prose("Words."), (prose("Files."),))
    numbered = replace(figure, number=Number("figure", 1, "Figure I"))
    document = report(ENGLISH, style)
    front = replace(document.front, contents=False)
    before = paragraph("Before it.", form="unnumbered")
    blocks = (before, numbered)
    bare = replace(document, blocks=blocks, summary=(), annexes=(), front=front)
    return pdf.write(bare, sheet(ENGLISH, style))


def drawn(made: Pdf, page: int) -> tuple[float, float, float, float]:
    """Left, top, width and height of the largest shape of a page, in points."""
    leaf = pdfium.PdfDocument(made.data)[page - 1]
    shapes = leaf.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=15)
    bounds = [shape.get_bounds() for shape in shapes]
    left, bottom, right, top = max(bounds, key=lambda one: (one[2] - one[0]) * (one[3] - one[1]))
    return left, leaf.get_height() - top, right - left, top - bottom


@pytest.mark.parametrize("style", ["hq", "geneva"])
def test_a_tall_picture_keeps_its_proportions_and_its_page(style: str) -> None:
    made = printed(100, 400, style)
    page = next(n for n in range(1, made.pages + 1) if "Figure I" in text(made.data, n))
    assert "Files." in text(made.data, page)
    left, top, width, height = drawn(made, page)
    assert height == pytest.approx(sheet(ENGLISH, style).page.tallest, abs=1)
    assert width == pytest.approx(height / 4, abs=1)
    assert left == pytest.approx(where(made.data, page, "Figure I").x, abs=1)
    assert where(made.data, page, "Title").y < top
    assert top + height < where(made.data, page, "Source:").y


def test_a_wide_picture_is_as_wide_as_the_text() -> None:
    _, _, width, height = drawn(printed(400, 100), 1)
    assert width == pytest.approx(MEASURE, abs=1)
    assert height == pytest.approx(MEASURE / 4, abs=1)
