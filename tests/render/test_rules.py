"""Each side of a solid border is a rectangle of its own; what is unusual is left to WeasyPrint."""

from __future__ import annotations

import re
from inspect import unwrap
from io import BytesIO
from itertools import product

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from weasyprint import draw

from docgen.render import rules
from tests.render.drawing.drawn import as_it_comes, written

PLACE = "@page { size: 100pt 100pt; margin: 10pt } body { margin: 0 } div { height: 30pt }"
DOTS = 16
"""To the point; a rectangle is drawn a dot wider than it is."""

RECTANGLES = re.compile(rb"^([-\d. ]+) re\n(?=f\n)", re.MULTILINE)

SOLID = (
    "border: 2pt solid",
    "border-bottom: .5pt solid",
    "border-left: 3pt solid red; border-right: 1pt solid red",
    "border: 1pt solid; border-top-width: 4pt; border-right: 0",
    "border: 4pt solid rgba(0, 0, 255, .5)",
    "border: 2pt solid; border-radius: 0; background: yellow; padding: 3pt",
)

UNUSUAL = (
    "border: 2pt dotted",
    "border: 2pt double; border-bottom: 0",
    "border: 2pt solid; border-radius: 3pt",
    "border: 2pt solid; border-start-start-radius: 4pt",
    "border-top: 3pt solid red; border-left: 3pt solid blue",
    "border-top: 3pt solid; border-left: 3pt dashed",
    "border: 2pt solid; columns: 2; column-rule: 1pt solid",
    "background: linear-gradient(red, blue) no-repeat 2pt 3pt / 20pt 4pt",
    "background: linear-gradient(red, red) 2pt 3pt / 20pt 4pt",
    "background: linear-gradient(#f008, #f008) no-repeat 2pt 3pt / 20pt 4pt",
)


def both(style: str, text: str = "") -> tuple[bytes, bytes]:
    """A box as WeasyPrint draws it, and as we do."""
    body = f"<div style='{style}'>{text}</div>"
    with as_it_comes(), pytest.MonkeyPatch.context() as patch:
        for name in ("draw_border", "draw_background_image"):
            patch.setattr(draw, name, unwrap(getattr(draw, name)))
        theirs = written(body, PLACE)
        rules.keep()
        rules.keep()
        return theirs, written(body, PLACE)


def rectangles(data: bytes) -> list[tuple[float, ...]]:
    """Left, top, width and height of what is filled, in points."""
    found = (map(float, match[1].split()) for match in RECTANGLES.finditer(data))
    return [tuple(round(0.75 * number, 2) for number in each) for each in found]


def shown(data: bytes, scale: float) -> Image.Image:
    page: Image.Image = pdfium.PdfDocument(BytesIO(data))[0].render(scale=scale).to_pil()
    return page.convert("L")


@pytest.mark.parametrize(
    ("style", "sides"),
    [
        (
            "border: 2pt solid",
            [(10, 10, 80, 2), (10, 42, 80, 2), (10, 12, 2, 30), (88, 12, 2, 30)],
        ),
        ("border-bottom: .5pt solid", [(10, 40, 80, 0.5)]),
        ("border-left: 3pt solid", [(10, 10, 3, 30)]),
        (
            "border: 1pt solid; border-right: 0; border-top-width: 4pt",
            [(10, 10, 80, 4), (10, 44, 80, 1), (10, 14, 1, 30)],
        ),
        ("border: 2pt solid transparent", []),
    ],
)
def test_each_side_is_filled_by_itself_and_none_twice(
    style: str, sides: list[tuple[float, ...]]
) -> None:
    _, ours = both(style)
    assert rectangles(ours) == sides


def test_a_rule_that_is_a_background_stays_within_its_box() -> None:
    style = "background: linear-gradient(red, red) no-repeat 70pt 28pt / 20pt 4pt"
    _, ours = both(style)
    assert rectangles(ours) == [(80, 38, 10, 2)]
    assert b" Do" not in ours


@pytest.mark.parametrize("style", SOLID)
def test_the_same_area_is_painted_as_by_weasyprint(style: str) -> None:
    theirs, ours = both(style)
    differences = ImageChops.difference(shown(ours, DOTS), shown(theirs, DOTS))
    rules = sum(width * height for _, _, width, height in rectangles(ours)) * DOTS**2
    assert rules > 0
    assert sum(differences.histogram()[64:]) < 0.15 * rules


@pytest.mark.parametrize("style", UNUSUAL)
def test_what_is_unusual_is_drawn_as_weasyprint_draws_it(style: str) -> None:
    theirs, ours = both(style, "a<br>b")
    assert ours == theirs


def test_a_fine_rule_is_black_wherever_it_stands() -> None:
    for offset, width in product((0, 0.1, 0.3, 0.45), (0.25, 0.5)):
        style = f"margin-top: {offset}pt; border-bottom: {width}pt solid"
        _, ours = both(style)
        column = shown(ours, 110 / 72).crop((70, 0, 71, 153))
        assert column.histogram()[0] == 1
