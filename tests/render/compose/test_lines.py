"""Lines across text boxes, and beside what is no text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from docgen.render.compose.glyphs import ComposedLayout
from tests.render.compose import sample
from tests.render.compose.boxes import found, rendered, texts
from tests.render.compose.printed import pages
from tests.render.compose.sample import MARGIN, SIZE

PLAIN = "p { text-indent: 0 }"
IMAGE = (
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' "
    "width='28' height='9'/>\">"
)


def lines(ems: float, html: str, more: str = PLAIN) -> list[str]:
    return texts(rendered(sample.page(ems, [html], more)))


def test_markup_changes_nothing_about_where_lines_break() -> None:
    text = "一二，三四（五六）七八；九十、一二三四五六七八。"
    marked = "<b>一</b>二，<i>三四（</i>五<a href='https://example.org'>六）七</a>八；九十、一二<b>三四五六七八</b>。"
    assert lines(9, marked) == lines(9, text)


def test_a_line_that_ends_where_markup_ends_goes_on_after_it() -> None:
    assert lines(8, "<b>一二三四五六七八</b>九十一二") == ["一二三四五六七八", "九十一二"]


def test_a_link_divided_between_lines_stays_a_link_on_both() -> None:
    document = rendered(
        sample.page(8, ["一二三四五<a href='https://example.org'>六七八九十</a>。"], PLAIN)
    )
    links = [link for page in document.pages for link in page.links]
    assert len(links) == 2


def test_forced_breaks_are_kept() -> None:
    assert [text.strip() for text in lines(8, "一二三<br>四五")] == ["一二三", "四五"]


@pytest.mark.parametrize("space", "\u2009\u2003\u3000")
def test_a_space_at_which_a_line_ends_takes_no_room_in_it(space: str) -> None:
    (lines,) = pages(sample.pdf(sample.page(8.4, [f"一二三四五六七{space}八九"], PLAIN)), SIZE)
    assert [line.text for line in lines] == ["一二三四五六七", "八九"]
    assert lines[0].letters[-1].right == pytest.approx(MARGIN + 8.4 * SIZE, abs=0.1)


def test_text_that_does_not_wrap_stays_on_one_line() -> None:
    unwrapped = "<span style='white-space: nowrap'>六七八九</span>"
    assert lines(8, f"一二三四五{unwrapped}十一") == ["一二三四五", "六七八九十一"]


def test_a_mark_before_an_image_that_does_not_fit_is_trimmed() -> None:
    (lines,) = pages(sample.pdf(sample.page(8, [f"一二三四五六七，{IMAGE}八"], PLAIN)), SIZE)
    assert lines[0].letters[-1].end == pytest.approx(MARGIN + 8 * SIZE, abs=0.1)


def test_an_opening_mark_after_the_number_of_a_paragraph_stands_at_the_tab() -> None:
    number = "<span style='display: inline-block; width: 2em'>1.</span>"
    (lines,) = pages(sample.pdf(sample.page(12, [f"{number}《一二三》四五"], PLAIN)), SIZE)
    opening = next(letter for letter in lines[0].letters if letter.char == "《")
    assert opening.begin == pytest.approx(MARGIN + 2 * SIZE, abs=0.1)


def test_an_opening_mark_after_an_image_keeps_its_blank_half() -> None:
    (lines,) = pages(sample.pdf(sample.page(12, [f"一{IMAGE}《二三》四"], PLAIN)), SIZE)
    opening = next(letter for letter in lines[0].letters if letter.char == "《")
    assert opening.x == pytest.approx(MARGIN + SIZE + 21, abs=0.1)


def test_right_to_left_text_within_a_line_is_left_as_it_is() -> None:
    assert lines(20, "他说：שלום，再见。") == ["他说：שלום，再见。"]


def test_text_with_spaced_letters_is_left_to_the_page_engine() -> None:
    document = rendered(sample.page(20, ["<span style='letter-spacing: 1px'>汉，字</span>"], PLAIN))
    (box,) = found(document, TextBox)
    assert not isinstance(box.pango_layout, ComposedLayout)


def test_finished_lines_hold_no_passage() -> None:
    document = rendered(sample.page(20, sample.PARAGRAPHS))
    assert all(box.pango_layout.piece is None for box in found(document, TextBox))


def test_boxes_of_a_justified_line_lie_side_by_side_up_to_the_edge() -> None:
    text = sample.marked(sample.PARAGRAPHS[0], ("b", "a"), 3)
    document = rendered(sample.page(17, [text], PLAIN))
    for line in found(document, LineBox)[:-1]:
        boxes = [box for box in line.descendants() if isinstance(box, TextBox)]
        for one, other in pairwise(boxes):
            assert one.position_x + one.width == pytest.approx(other.position_x, abs=0.02)
        assert line.width == pytest.approx(17 * SIZE / 0.75, abs=0.02)
