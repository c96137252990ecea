"""Where the operators of a page put what they paint."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from docgen.check.press import reading
from docgen.check.press.geometry import Box
from docgen.check.press.state import Painted

FONT = Dictionary(
    Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.A, FirstChar=97, Widths=Array([500])
)


def read(content: str) -> list[Painted]:
    """What `content` paints on 200 by 200 points, in a font F whose “a” is half an em wide."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    page.Contents = file.make_stream(content.encode())
    page.Resources = Dictionary(Font=Dictionary(F=pikepdf.Dictionary(dict(FONT))))
    return reading.read(page).found


def boxes(content: str) -> list[Box]:
    return [tuple(round(edge, 3) for edge in found.box) for found in read(content)]  # type: ignore[misc]


ENDLESS = "forms stand in each other too deep or too often to be followed"

PATHS = {
    "10 20 30 40 re f": (10, 20, 40, 60),
    "2 0 0 2 0 0 cm 10 20 30 40 re f": (20, 40, 80, 120),
    "q 2 0 0 2 0 0 cm Q 10 20 30 40 re f": (10, 20, 40, 60),
    "4 w 10 10 m 50 10 l S": (8, 8, 52, 12),
    "10 10 m 20 40 60 40 70 10 c f": (10, 10, 70, 40),
    "0 0 20 20 re W n 10 10 90 90 re f": (10, 10, 20, 20),
    "150 150 90 90 re f": (150, 150, 200, 200),
}


@pytest.mark.parametrize("content", PATHS)
def test_a_path_covers_what_clipping_leaves_of_it(content: str) -> None:
    assert boxes(content) == [PATHS[content]]


def test_an_area_with_a_line_around_it_is_two_things() -> None:
    assert [found.kind for found in read("10 10 9 9 re B")] == ["area", "line"]


TEXTS = {
    "BT /F 10 Tf 50 60 Td (aa) Tj ET": [(50, 58, 60, 68)],
    "BT /F 10 Tf 1 0 0 1 50 60 Tm (a) Tj (a) Tj ET": [(50, 58, 55, 68), (55, 58, 60, 68)],
    "BT /F 10 Tf 50 60 Td [(a) -1000 (a)] TJ ET": [(50, 58, 55, 68), (65, 58, 70, 68)],
    "BT /F 10 Tf 12 TL 50 60 Td T* (a) Tj ET": [(50, 46, 55, 56)],
    "BT /F 10 Tf 50 60 TD 0 -12 TD (a) ' ET": [(50, 34, 55, 44)],
    "BT /F 10 Tf 2 Tc 50 60 Td (aa) Tj ET": [(50, 58, 64, 68)],
    "BT /F 10 Tf 50 Tz 50 60 Td (aa) Tj ET": [(50, 58, 55, 68)],
    "BT /F 10 Tf 5 Ts 50 60 Td (a) Tj ET": [(50, 63, 55, 73)],
    "BT /F 10 Tf 3 Tr 50 60 Td (a) Tj ET": [],
}


@pytest.mark.parametrize("content", TEXTS)
def test_text_stands_at_the_cursor_and_moves_it_on(content: str) -> None:
    expected: list[tuple[int, int, int, int]] = TEXTS[content]
    assert boxes(content) == expected


def test_text_that_is_outlined_is_painted_in_both_colours() -> None:
    found = read("0 g 1 0 0 RG BT /F 9 Tf 2 Tr 50 60 Td (a) Tj ET")
    assert [str(each.colours[0]) for each in found] == ["DeviceGray", "DeviceRGB"]


def test_a_form_that_draws_itself_is_no_endless_task() -> None:
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    form = file.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Contents = file.make_stream(b"/X Do")
    page.Resources = Dictionary(XObject=Dictionary(X=form))
    assert reading.read(page).amiss == [ENDLESS]


def test_a_form_that_is_drawn_a_thousand_million_times_is_no_endless_task() -> None:
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    form = file.make_stream(b"0 0 9 9 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9])
    for _ in range(9):
        inner, form = form, file.make_stream(b"/X Do " * 10, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(X=inner))
    page.Contents = file.make_stream(b"/X Do")
    page.Resources = Dictionary(XObject=Dictionary(X=form))
    assert reading.read(page).amiss == [ENDLESS]


NONSENSE = {
    "foo": "an operator that nobody knows (foo)",
    "Q": "a graphics state is restored that was not saved",
    "q": "a graphics state is saved and not restored",
    "BT (a) Tj ET": "text without a font",
    "/Gone Do": "the form or image “Gone” is missing",
    "/Gone gs": "the graphics state “Gone” is missing",
    "/Pattern cs /Gone scn": "the pattern “Gone” is missing",
    "0 0 9 9 re W n /Gone sh": "the gradient “Gone” is missing",
    "/Gone ri": "a rendering intent that nobody knows (/Gone)",
    "(a) (b) (c) rg": "the operator rg cannot be followed: Object is not numeric",
}


@pytest.mark.parametrize("content", NONSENSE)
def test_what_is_no_sense_is_said(content: str) -> None:
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    page.Contents = file.make_stream(content.encode())
    assert reading.read(page).amiss == [NONSENSE[content]]
