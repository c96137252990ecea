"""Booklets: which page stands where on which sheet, and how far from the fold."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from docgen.render import press
from docgen.render.pdf import Pdf
from docgen.render.press.booklet import sides
from tests.press import PRINT, finished, laid, machine
from tests.render.pages import letters, where


def test_the_outermost_sheet_holds_the_first_and_the_last_pages() -> None:
    assert [(side.left + 1, side.right + 1, side.depth) for side in sides(8)] == [
        (8, 1, 0),
        (2, 7, 0),
        (6, 3, 1),
        (4, 5, 1),
    ]


@pytest.mark.parametrize("pages", [4, 12, 16])
@pytest.mark.parametrize("rtl", [False, True])
def test_folded_sheets_are_read_in_order(pages: int, rtl: bool) -> None:
    """Leaf by leaf as a reader turns them: the outer half of each side that is faced."""
    found = list(sides(pages, rtl=rtl))
    fronts, backs = found[::2], found[1::2]
    order = []
    for front, back in zip(fronts, backs, strict=True):
        order += [front.left, back.right] if rtl else [front.right, back.left]
    for front, back in zip(fronts[::-1], backs[::-1], strict=True):
        order += [back.left, front.right] if rtl else [back.right, front.left]
    assert order == list(range(pages))


def numbered(count: int) -> Pdf:
    """Pages with the bleed of the press, each with its number as a word of its own."""
    made = BytesIO()
    with pikepdf.open(BytesIO(laid().data)) as file:
        while len(file.pages) < count:
            file.pages.append(file.pages[1])
        del file.pages[count:]
        for number, page in enumerate(file.pages, 1):
            font = page.add_resource(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name.Helvetica,
                ),
                pikepdf.Name.Font,
                pikepdf.Name.Number,
            )
            page.Contents = file.make_stream(
                f"BT {font} 12 Tf 300 400 Td (page{number}x) Tj ET".encode()
            )
        file.save(made, deterministic_id=True)
    return Pdf(made.getvalue(), count)


@pytest.fixture(scope="module")
def twelve() -> bytes:
    return press.finish(numbered(11), machine(), booklet=True).data


EDGE = machine().bleed + machine().slug
"""Positions count from the edge of the sheet, pages from their trimmed edge."""


@pytest.mark.parametrize(
    ("side", "left", "right"),
    [(1, 0, 1), (2, 2, 11), (3, 10, 3), (4, 4, 9), (5, 8, 5), (6, 6, 7)],
)
def test_pages_stand_in_their_order_and_nearer_to_the_fold_on_inner_sheets(
    twelve: bytes, side: int, left: int, right: int
) -> None:
    shift = (side - 1) // 2 * machine().creep
    for number, x in ((left, 300 + shift), (right, 612 + 300 - shift)):
        if number:
            assert where(twelve, side, f"page{number}x").x == pytest.approx(x, abs=0.01)


def test_the_twelfth_page_is_blank(twelve: bytes) -> None:
    assert min(letter.x for letter in letters(twelve, 1)) > 612


def test_a_sheet_is_two_pages_wide_with_bleed_and_slug_around() -> None:
    with pikepdf.open(BytesIO(finished(PRINT, booklet=True).data)) as file:
        page = file.pages[0]
        assert [float(edge) for edge in page.TrimBox] == [0, 0, 1224, 792]
        assert [float(edge) for edge in page.BleedBox] == pytest.approx(
            [-8.504, -8.504, 1232.504, 800.504]
        )
        assert float(page.MediaBox[0]) == pytest.approx(-EDGE, abs=0.001)


def test_a_page_on_its_side_is_turned_upright() -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(numbered(4).data)) as file:
        wide = file.pages[1]
        wide.TrimBox, wide.MediaBox = [0, 0, 792, 612], [-8.5, -8.5, 800.5, 620.5]
        file.save(made, deterministic_id=True)
    data = press.finish(Pdf(made.getvalue(), 4), machine(), booklet=True).data
    first, second = (found for found in letters(data, 2) if found.text in "2x" and found.x < 612)
    assert first.x == pytest.approx(second.x, abs=0.01)
    assert first.x == pytest.approx(612 - 400, abs=0.5)
