"""Units of text: what holds for every one of them, whatever file it is from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model import Prose, Text
from docgen.read import inline, parse_inline
from docgen.report import Origin, Report

PLACE = Origin("zh.po", 12)
MARKUP = ["*", "**", "***", "\\", "[", "]", "(", ")", "[^a]", "[](#p-a)", "](https://un.org)", "\n"]
PIECES = st.sampled_from(
    [*MARKUP, " ", "word", "议程", "。", "“", "<", "&", "`", "https://un.org/a"]
)


def parsed(source: str) -> Prose:
    return parse_inline(source, PLACE, Report())


@pytest.mark.parametrize(
    "text",
    ["2025. A year", "- a dash", "> a quotation", "# a heading", "::: box", "{#p-a}", "1) one"],
)
def test_a_text_never_becomes_a_block(text: str) -> None:
    report = Report()
    prose = parse_inline(text, PLACE, report, id="p-a")
    assert prose.id == "p-a"
    assert prose.inlines == (Text(text),)


def test_errors_are_in_the_line_in_which_the_fault_stands() -> None:
    report = Report()
    parse_inline("one\ntwo\n`three`", PLACE, report)
    assert [str(found.origin) for found in report] == ["zh.po:14"]


def test_a_place_without_a_line_stays_without_one() -> None:
    report = Report()
    parse_inline("`one`", Origin("zh.po"), report)
    assert [str(found.origin) for found in report] == ["zh.po"]


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("one\n  two", "one two"),
        ("议程\n项目", "议程项目"),
        ("第79/1\n号决议", "第79/1号决议"),
        ("结束。\n“引文”", "结束。“引文”"),
        ("议程[^a]\n项目", "议程[^a]项目"),
        ("第\n[](#p-a)至", "第[](#p-a)至"),
        ("paragraph\n[](#p-a) below", "paragraph [](#p-a) below"),
        ("**议程**\n**项目**", "**议程****项目**"),
        ("한국어\n한국어", "한국어 한국어"),
        ("\n one \t two \n", "one two"),
    ],
)
def test_a_line_break_is_a_space_only_where_words_have_spaces(wrapped: str, joined: str) -> None:
    assert parsed(wrapped).source == joined


@given(st.lists(PIECES).map("".join))
def test_the_markup_of_a_prose_is_read_as_the_prose_itself(source: str) -> None:
    prose = parsed(source)
    again = parsed(prose.source)
    assert again.source == prose.source
    assert again.inlines == prose.inlines


@given(st.lists(PIECES).map("".join))
def test_no_letter_is_lost(source: str) -> None:
    prose = parsed(source)
    for word in ("word", "议程", "。"):
        assert repr(prose.inlines).count(word) >= source.count(word)


@given(st.lists(st.one_of(PIECES, st.characters()), max_size=9).map("".join))
def test_a_text_without_marks_is_read_at_once_as_it_would_be_piece_by_piece(source: str) -> None:
    both = Report(), Report()
    found = parse_inline(source, PLACE, both[0], id="p-a")
    assert found == inline._parsed(source, PLACE, both[1], "p-a", "source")
    assert list(both[0]) == list(both[1])


@pytest.mark.parametrize("address", ["well(1).png", "data:image/png;base64," + "A" * 9_000])
def test_a_picture_is_one_error_however_long_its_address_is(address: str) -> None:
    report = Report()
    parse_inline(f"A well ![of 1990]({address}).", PLACE, report)
    assert len(report.errors) == 1


@pytest.mark.parametrize("source", ["Wells were dug.", " 已经挖井。 ", "", "a/b (c) – d"])
def test_most_texts_have_no_marks(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "_parsed", pytest.fail)
    text = source.strip()
    assert parsed(source).inlines == ((Text(text),) if text else ())
