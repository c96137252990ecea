"""What templates do to values before they print them."""

from __future__ import annotations

import pytest

from docgen.model import Facet, Image, Line, Link, NoteRef, Text
from docgen.render import filters
from tests.render.sample import CHINESE, ENGLISH, depths, paragraph, prose, sheet, wide_table


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Plain text, A/80/1.", "Plain text, A/80/1."),
        ("<b> & c", "&lt;b&gt; &amp; c"),
        (
            "see https://example.org/a-b/c_d.html?x=1&y=2.",
            "see https://example.<wbr>org/<wbr>a-<wbr>b/<wbr>c_<wbr>d.<wbr>html?<wbr>x=<wbr>1"
            "&amp;<wbr>y=<wbr>2.",
        ),
        ("见www.example.org。", "见www.<wbr>example.<wbr>org。"),
        (f"a {'b' * 40} c", f"a {'<wbr>'.join('b' * 40)} c"),
        (f"https://e.org/{'c' * 40}", f"https://e.<wbr>org/<wbr>{'<wbr>'.join('c' * 40)}"),
        (f"{'汉' * 50}, {'b' * 39}", f"{'汉' * 50}, {'b' * 39}"),
    ],
)
def test_a_web_address_may_break_after_its_joints_but_not_in_its_scheme(
    text: str, printed: str
) -> None:
    assert filters.breakable(text) == printed


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        (
            "fr",
            "les paragraphes ci-dessus, ci-après et là-haut",
            "les paragraphes ci-\u2060dessus, ci-\u2060après et là-haut",
        ),
        (CHINESE, "见第2段和下文第", "见第\u20602段和下文第\u2060"),
        (CHINESE, "第二次等第之争", "第二次等第之争"),
        (ENGLISH, "well-known, para.\u00a0", "well-known, para.\u00a0\u2060"),
    ],
)
def test_no_line_breaks_where_a_language_joins(language: str, text: str, printed: str) -> None:
    assert filters.bound(text, sheet(language)) == printed


def test_a_text_that_is_mostly_a_web_address_is_known() -> None:
    address = "https://example.org/reports/of-the-year"
    assert filters.is_address(prose(f"See {address}."))
    assert not filters.is_address(prose(f"See {address}, in which {'many words ' * 5}stand."))


def test_the_words_of_a_heading_have_no_note_marks() -> None:
    assert filters.words(prose("Harbours", NoteRef("see"))) == "Harbours"


def test_the_letters_before_the_first_slash_of_a_symbol_are_large() -> None:
    line = Line((Text("ST/SGB/2045/1"), NoteRef("reissued")))
    assert filters.initial(line) == ("ST", Line((Text("/SGB/2045/1"), NoteRef("reissued"))))


def test_a_space_follows_a_word_that_does_not_bring_its_own() -> None:
    assert filters.spaced("Source:") == "Source: "
    assert filters.spaced("资料来源：") == "资料来源："


def facet(place: str, text: str = "Words.") -> Facet:
    return Facet(place, (paragraph(text),), None, place)  # type: ignore[arg-type]


def test_facets_of_the_two_columns_stand_beside_each_other() -> None:
    start, end, full = facet("start"), facet("end"), facet("full")
    assert filters.beside((start, end, full)) == [(start, end), (full,)]
    assert filters.beside((full, end, start)) == [(full,), (None, end), (start, None)]


def test_a_row_of_short_facets_is_kept_on_one_page() -> None:
    assert filters.is_brief((facet("start"), None), sheet(ENGLISH))
    assert not filters.is_brief((facet("start"), facet("end", "Words. " * 200)), sheet(ENGLISH))
    assert not filters.is_brief((facet("full", "汉" * 400),), sheet(ENGLISH))


def test_a_table_of_many_columns_is_wide() -> None:
    assert filters.is_wide(wide_table(), sheet(ENGLISH))
    assert not filters.is_wide(depths(), sheet(ENGLISH))


def test_an_image_becomes_an_address() -> None:
    image = Image("dot.png", "image/png", b"\x89PNG")
    assert filters.data_uri(image) == "data:image/png;base64,iVBORw=="


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A/75/982", True),
        ("A/C.5/79/L.12/Rev.1", True),
        ("A/AC.109/2019/L.18/Add.1/Corr.1", False),
        ("resolution 67/290", False),
        ("大会第67/290号决议", False),
        ("https://example.org", False),
    ],
)
def test_a_short_symbol_is_one_that_stands_in_one_line(text: str, whole: bool) -> None:
    assert filters.is_symbol(Link("https://docs.un.org/en/A", (Text(text),))) == whole
