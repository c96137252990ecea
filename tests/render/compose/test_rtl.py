"""Text from right to left: justified lines reach both edges, drawings are read in their order."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.render.compose import sample
from tests.render.compose.printed import pages

WORDS = "ועדת הכספים של העיר הקטנה ביקשה דוח על שותפויות באזור ותשיב על כל השאלות "


def edges(ems: int) -> list[tuple[float, float]]:
    """How far the lines of a paragraph with much markup are from the edges, but the last."""
    words = WORDS.split() * 4
    marked = " ".join(f"<b>{word} </b>" if at % 3 else word for at, word in enumerate(words))
    more = "p { direction: rtl; text-indent: 0; font-family: 'Liberation Serif' }"
    ((*lines, _),) = pages(sample.pdf(sample.page(ems, [marked], more)), sample.SIZE)
    right = sample.MARGIN + ems * sample.SIZE
    return [
        (
            min(letter.x for letter in line.letters) - sample.MARGIN,
            right - max(letter.right for letter in line.letters),
        )
        for line in lines
    ]


@pytest.mark.parametrize("ems", [16, 20, 24, 28, 33, 40])
def test_no_line_that_ends_within_markup_is_shifted(ems: int) -> None:
    assert all(abs(distance) < 0.5 for pair in edges(ems) for distance in pair)


@pytest.mark.parametrize(("words", "pieces"), [("שלום", 1), ("Peace", 5)])
def test_a_text_of_a_drawing_is_set_as_one_if_its_letters_run_from_the_right(
    words: str, pieces: int
) -> None:
    text = f"<text x='10' y='20' font-family='Liberation Serif'>{words}</text>"
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">{text}</svg>'
    with pikepdf.open(io.BytesIO(sample.pdf(sample.page(20, [drawn], "")))) as file:
        steps = pikepdf.parse_content_stream(file.pages[0])
    assert [str(step.operator) for step in steps].count("TJ") == pieces
