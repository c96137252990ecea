"""Words are kept apart in the text of a PDF, also where a line ends between them."""

from __future__ import annotations

import pytest

from docgen.check.pdf import read
from tests.render.structure.printed import written

WORDS = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."


def texts(body: str, style: str = "", lang: str = "en") -> list[str]:
    return [printed.text for printed in read(written(body, style, lang))]


@pytest.mark.parametrize("align", ["start", "justify"])
def test_a_space_at_which_a_line_ends_is_there(align: str) -> None:
    assert texts(f"<p>{WORDS}</p>", f"p {{ text-align: {align} }}") == [WORDS]


@pytest.mark.parametrize("width", range(30, 160, 10))
@pytest.mark.parametrize(
    "body",
    [
        "One two <em>three four</em> five six",
        "One <em>two</em> <b>three</b> <i>four</i> five",
        "<em>One two</em> three <b>four <i>five</i></b> six",
        "One two<em>three</em>four five",
    ],
)
def test_spaces_around_marked_words_are_there_wherever_lines_end(body: str, width: int) -> None:
    plain = body
    for tag in ("em", "b", "i"):
        plain = plain.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert texts(f"<p>X y {body}.</p>", f"p {{ width: {width}pt }}") == [f"X y {plain}."]


def test_no_space_is_added_where_a_line_ends_within_a_word() -> None:
    address = "https://www.example.org/<wbr>one-<wbr>two/<wbr>three/<wbr>four/<wbr>five"
    assert texts(f"<p>See {address}</p>") == ["See " + address.replace("<wbr>", "")]


def test_no_space_is_added_between_han_characters() -> None:
    words = "地方和区域当局的伙伴关系需要长期的安排" * 3
    style = "* { font-family: Noto Serif CJK SC }"
    assert texts(f"<p>{words}</p>", style, "zh-Hans") == [words]


def test_no_space_comes_before_the_mark_of_a_note() -> None:
    note = f'<span class="note" id="note-a" data-label="1">{WORDS}</span>'
    assert texts(f"<p>{WORDS}{note} {WORDS}</p>") == [f"{WORDS}⟨1⟩ {WORDS}", WORDS]


def test_what_the_style_changes_is_left_as_it_is() -> None:
    style = "p { text-transform: uppercase } p::before { content: 'No ' }"
    (found,) = texts("<p>One two</p>", style)
    assert found == "NO ONE TWO"


def test_paragraphs_that_are_indented_in_the_source_begin_and_end_with_their_words() -> None:
    data = written("<div>\n  <p>\n    One\n  </p>\n  <p>\n    Two\n  </p>\n</div>")
    assert [printed.text for printed in read(data)] == ["One", "Two"]


def test_a_space_at_which_a_page_ends_is_there_also_before_notes() -> None:
    note = f'<span class="note" id="note-a" data-label="1">{WORDS}</span>'
    assert texts(f"<p>{WORDS}{note} {WORDS} {WORDS} {WORDS}</p>") == [
        f"{WORDS}⟨1⟩ {WORDS} {WORDS} {WORDS}",
        WORDS,
    ]
