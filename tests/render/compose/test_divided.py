"""Notes without room below their line go on at the foot of the next page.

Pages have ten lines. Lines of text are capital letters, lines of notes small ones.
"""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page

from docgen.render import compose
from docgen.render.compose.turns import astray
from tests.render.compose import sample

STYLE = """
    @page { size: 200px 100px; margin: 0; @footnote { margin: 0 } }
    html, body, p, h2 { margin: 0; font: 10px/10px Liberation Serif; orphans: 2; widows: 2 }
    h2 { break-after: avoid } .new { break-before: page } .whole { break-inside: avoid }
    .note { float: footnote; footnote-policy: line }
    .note::footnote-call { content: none; line-height: 0; vertical-align: 0 }
    .note::footnote-marker { content: none }
    nav a::after, i a::after { content: target-counter(attr(href), page) }"""


def note(letter: str, lines: int, name: str = "") -> str:
    """A note of so many lines of `letter`."""
    return f"<span class=note id='{name or letter}'>{'<br>'.join(letter * lines)}</span>"


def text(letter: str, lines: int, *notes: str, at: int = 0, kind: str = "") -> str:
    """A paragraph of so many lines of `letter`, with `notes` in the line `at`; the last if 0."""
    rows = [letter] * lines
    rows[at - 1] += "".join(notes)
    return f"<p class='{kind}'>{'<br>'.join(rows)}</p>"


def rendered(html: str) -> object:
    with compose.installed(sample.PLAIN):
        return HTML(string=f"<style>{STYLE}</style>{html}").render()


def pages(html: str) -> list[str]:
    """The letters of the lines on each page, from top to bottom."""
    return [_letters(each._page_box) for each in rendered(html).pages]  # type: ignore[attr-defined]


def _letters(page: boxes.PageBox) -> str:
    lines = [box for box in page.descendants() if isinstance(box, boxes.LineBox)]
    ordered = sorted(lines, key=lambda line: line.position_y)
    heights = [round(line.position_y) for line in ordered]
    assert len({*heights}) == len(heights), "lines stand over each other"
    assert ordered[-1].position_y + ordered[-1].height <= 100, "a line stands below the page"
    texts = (box.text for line in ordered for box in line.descendants() if hasattr(box, "text"))
    return "".join(texts)


def pages_made(html: str) -> list[int]:
    """The numbers of the pages laid out, one after the other."""
    found = list[int]()

    def counted(*given: Any) -> Any:
        found.append(given[4])
        return make_page(*given)

    make_page = page.make_page
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "make_page", counted)
        rendered(html)
    return found


def strays(html: str) -> list[tuple[int, str, str]]:
    return [*astray(rendered(html).pages)]  # type: ignore[attr-defined]


def test_a_note_with_room_is_whole() -> None:
    assert pages(text("A", 6, note("n", 4))) == ["AAAAAAnnnn"]


def test_a_note_fills_its_page_and_goes_on_before_the_notes_of_the_next() -> None:
    long, short = note("n", 7), note("m", 1)
    found = pages(text("A", 6, long) + text("B", 6, short, at=2))
    assert found == ["AAAAAAnnnn", "BBBBBBnnnm"]


def test_two_lines_of_a_note_stand_on_either_page() -> None:
    assert pages(text("A", 8, note("n", 4)) + text("B", 2)) == ["AAAAAAAAnn", "BBnn"]
    assert pages(text("A", 6, note("n", 5)) + text("B", 2)) == ["AAAAAAnnn", "BBnn"]


def test_a_note_of_three_lines_goes_to_the_next_page_with_its_line() -> None:
    assert pages(text("A", 8, note("n", 3)) + text("B", 2)) == ["AAAAAA", "AABBnnn"]


def test_a_note_is_divided_higher_up_for_the_next_line_of_a_paragraph() -> None:
    widow = text("A", 6, note("n", 9), at=5)
    assert pages(widow + text("B", 2)) == ["AAAAAAnnnn", "BBnnnnn"]
    orphan = text("A", 4) + text("B", 4, note("n", 9), at=1)
    assert pages(orphan + text("C", 2)) == ["AAAABBnnnn", "BBCCnnnnn"]


def test_a_note_that_has_room_is_divided_for_the_next_line_of_a_paragraph() -> None:
    assert pages(text("A", 6, note("n", 5), at=5) + text("B", 2)) == ["AAAAAAnnn", "BBnn"]


def test_the_note_of_a_heading_is_divided_so_that_text_follows() -> None:
    heading = f"<h2>H{note('n', 8)}</h2>"
    assert pages(text("A", 3) + heading + text("B", 4)) == ["AAAHBBnnnn", "BBnnnn"]


def test_the_note_of_a_block_that_is_whole_is_divided_so_that_it_stays() -> None:
    block = text("B", 4, note("n", 5), at=1, kind="whole")
    assert pages(text("A", 3) + block + text("C", 2)) == ["AAABBBBnnn", "CCnn"]


def test_a_note_is_divided_for_a_block_that_is_not() -> None:
    block = text("B", 4, note("n", 9), at=4, kind="whole")
    assert pages(text("A", 3) + block + text("C", 2)) == ["AAABBBBnnn", "CCnnnnnn"]


def test_a_note_longer_than_a_page_goes_on_as_long_as_it_has_lines() -> None:
    found = pages(text("A", 4, note("n", 24)) + text("B", 5))
    assert found == ["AAAAnnnnnn", "BBnnnnnnnn", "BBnnnnnnnn", "Bnn"]


def test_a_fifth_of_a_page_is_left_for_text_beside_a_long_note() -> None:
    assert pages(text("A", 2, note("n", 12), at=1) + text("B", 6))[0] == "AAnnnnnnnn"


def test_where_a_long_note_goes_on_no_other_begins() -> None:
    found = pages(text("A", 4, note("n", 20)) + text("B", 2) + text("C", 2, note("m", 1)))
    assert found == ["AAAAnnnnnn", "BBnnnnnnnn", "CCnnnnnnm"]


def test_on_the_last_page_a_note_is_whole_and_its_line_goes_to_a_page_after_it() -> None:
    assert pages(text("A", 8, note("n", 6))) == ["AAAAAA", "AAnnnnnn"]


def test_a_note_does_not_go_on_in_a_part_that_begins_a_page_if_it_can_be_whole() -> None:
    part = text("B", 3, kind="new")
    assert pages(text("A", 8, note("n", 6)) + part) == ["AAAAAA", "AAnnnnnn", "BBB"]
    assert pages(text("A", 8, note("n", 9)) + part) == ["AAAAAAAAnn", "BBBnnnnnnn"]


def test_after_the_last_text_a_long_note_has_pages_of_its_own() -> None:
    found = pages(text("A", 4, note("n", 30)))
    assert found == ["AAAAnnnnnn", "nnnnnnnnnn", "nnnnnnnnnn", "nnnn"]


def test_two_notes_of_one_line_have_their_beginnings_on_its_page() -> None:
    both = text("A", 3, note("n", 4), note("m", 5), at=2)
    assert pages(both + text("B", 3)) == ["AAAnnnnmmm", "BBBmm"]


def test_a_note_that_cannot_begin_where_its_mark_is_is_told_with_the_one_before_it() -> None:
    assert strays(text("A", 3, note("n", 12), note("m", 2), at=2)) == [(2, "m", "n")]
    assert strays(text("A", 3, note("n", 4), note("m", 5), at=2)) == []


def test_pages_made_again_for_numbers_of_pages_keep_what_notes_pass_on() -> None:
    contents = "".join(f"<nav><a href='#{name}'>X</a></nav>" for name in "xy")
    body = text("A", 6, note("n", 9)) + "<p id=x>B</p>" + text("C", 9) + text("D", 6, note("m", 30))
    found = pages(f"{contents}{body}<p id=y>E</p>")
    assert found == [
        "X2X5AAAAAAnn",
        "BCCnnnnnnn",
        "CCCCCCCDDD",
        "DDDmmmmmmm",
        "Emmmmmmmm",
        "mmmmmmmmmm",
        "mmmmm",
    ]


def test_room_that_was_left_for_a_note_is_text_again_when_the_note_is_gone() -> None:
    ruled = "<style>@page { @footnote { padding-top: 10px } }</style>"
    block = text("B", 2, note("n", 3), at=1, kind="whole")
    found = pages(ruled + text("A", 7) + block + text("C", 2))
    assert found == ["AAAAAAA", "BBCCnnn"]


def test_a_divided_note_stays_though_the_next_note_has_to_go() -> None:
    found = pages(text("A", 1, note("n", 12)) + text("B", 1, note("m", 5)) + text("C", 2))
    assert found == ["Annnnnnnn", "Bnnnnmmmmm", "CC"]


def test_a_page_is_filled_with_notes_where_the_last_would_not_begin_otherwise() -> None:
    both = text("B", 1, note("m", 1), note("k", 6))
    found = pages(text("A", 4, note("n", 12)) + both + text("C", 3))
    assert found == ["AAAAnnnnnn", "Bnnnnnnmkk", "CCCkkkk"]


def test_a_note_is_divided_for_six_lines_below_its_own_and_for_no_more() -> None:
    long = text("B", 7, note("n", 9), at=1, kind="whole")
    assert pages(text("A", 1) + long + text("C", 2)) == ["ABBBBBBBnn", "CCnnnnnnn"]
    low = "<style>.note { line-height: 5px }</style>" + text("A", 1)
    longer = text("B", 8, note("n", 12), at=1, kind="whole")
    assert pages(low + longer + text("C", 2))[0] == "A"


def test_a_note_is_not_divided_for_another_that_cannot_begin() -> None:
    first, next_ = text("A", 4, note("n", 4)), text("B", 1, note("m", 5))
    assert pages(first + next_ + text("C", 2)) == ["AAAAnnnn", "BCCmmmmm"]
    two = text("B", 1, note("m", 6), note("k", 2))
    assert pages(text("A", 1, note("n", 4)) + two) == ["Annnn", "Bmmmmmmkk"]


def test_a_note_is_divided_before_a_new_page_if_the_one_before_it_has_no_room_otherwise() -> None:
    both = text("A", 1, note("n", 6), note("m", 4))
    assert pages(both + text("B", 2, kind="new")) == ["Annnnnnmm", "BBmm"]


def test_a_page_is_made_once_for_a_note_too_short_to_be_divided() -> None:
    block = text("B", 3, note("m", 2), at=1, kind="whole")
    assert pages_made(text("A", 2, note("n", 4)) + block) == [1, 2]


def test_a_page_is_made_once_for_a_line_of_which_the_second_note_cannot_begin() -> None:
    two = text("B", 1, note("m", 6), note("k", 2))
    assert pages_made(text("A", 1, note("n", 4)) + two + text("C", 2)) == [1, 2, 3]


def test_what_is_referred_to_is_on_the_page_to_which_its_line_went() -> None:
    contents = "<nav><a href='#x'>X</a></nav>"
    found = pages(contents + text("A", 7, "<b id=x></b>", note("n", 6)))
    assert found == ["X2AAAAA", "AAnnnnnn"]


def test_a_line_that_went_to_the_next_page_is_told_what_it_refers_to() -> None:
    line = text("A", 8, "<i><a href='#x'>X</a></i>", note("n", 6))
    assert pages(line + "<p id=x class=new>B</p>") == ["AAAAAA", "AAX3nnnnnn", "B"]


WIDER = """<style>
    @counter-style roman { system: additive; additive-symbols: 5 V, 4 IV, 1 I }
    nav { width: 15px } nav a::after { content: ' ' target-counter(attr(href), page, roman) }
    </style><nav><a href='#x'>X</a></nav>"""
"""What takes one line until the page is known, and then two."""


def test_the_next_page_is_made_again_when_more_of_a_note_goes_on_there() -> None:
    found = pages(WIDER + text("A", 6, note("n", 9)) + "<p id=x>B</p>")
    assert found == ["XIIAAAAAAnn", "Bnnnnnnn"]


def test_pages_of_notes_alone_are_made_again_when_more_of_a_note_goes_on_there() -> None:
    found = pages("<p>D</p>" + WIDER + text("A", 4, note("n", 25)) + "<b id=x>B</b>")
    assert "".join(found).count("n") == 25


def test_pages_are_made_once_where_nothing_changes_them() -> None:
    contents = "<nav><a href='#x'>X</a></nav>"
    for body in text("A", 6, note("n", 9)), text("A", 5, note("n", 9), at=4):
        found = pages_made(contents + body + text("B", 9) + "<p id=x>C</p>")
        assert [found.count(number) for number in (2, 3)] == [1, 1]


def test_pages_are_not_gone_through_again_for_a_page_of_notes_that_is_gone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The number of the page is wide until it is known, and the note is divided."""
    narrower = """<style>
        @counter-style wide { system: numeric; symbols: '00 00' '1' }
        nav { width: 22px } nav a::after { content: ' ' target-counter(attr(href), page, wide) }
        </style>"""
    with caplog.at_level("INFO", "weasyprint.progress"):
        found = pages(f"{narrower}<nav id=x><a href='#x'>X</a>{note('n', 9)}</nav>")
    assert found == ["X 1nnnnnnnnn"]
    assert caplog.text.count("Repagination") < 5


def test_boxes_beside_the_text_go_on_where_a_page_is_made_again() -> None:
    aside = f"<div style='float: left; margin-top: 5px'>{'<br>'.join('f' * 14)}</div>"
    body = text("A", 12) + text("B", 4, note("n", 9), at=1) + text("C", 3)
    drawn = [box for each in rendered(aside + body).pages for box in each._page_box.descendants()]
    assert "".join(box.text for box in drawn if isinstance(box, boxes.TextBox)).count("f") == 14
