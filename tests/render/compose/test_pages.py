"""Finished Chinese pages at ten measures, measured letter by letter."""

from __future__ import annotations

from statistics import median

import pytest

from tests.render.compose import sample
from tests.render.compose.printed import Line, pages
from tests.render.compose.rules import faults
from tests.render.compose.sample import MARGIN, PARAGRAPHS, SIZE

MEASURES = (8, 10, 12, 14, 17, 20, 25, 30, 35, 40)
MARKUP = ((), ("b",), ("em",), ("a",), ("note",), ("b", "em", "a", "note"))


def composed(ems: float, kinds: tuple[str, ...] = ()) -> list[tuple[str, list[Line]]]:
    """Every paragraph of the sample as HTML, and its lines on paper."""
    texts = [sample.marked(text, kinds, seed) for seed, text in enumerate(PARAGRAPHS)]
    return list(zip(texts, pages(sample.pdf(sample.page(ems, texts)), SIZE), strict=True))


@pytest.mark.parametrize("kinds", MARKUP, ids="+".join)
@pytest.mark.parametrize("ems", MEASURES)
def test_no_line_of_the_sample_breaks_a_rule(ems: int, kinds: tuple[str, ...]) -> None:
    right = MARGIN + ems * SIZE
    found = [
        fault
        for html, lines in composed(ems, kinds)
        for fault in faults(lines, sample.source(html), MARGIN, right, indent=2 * SIZE)
    ]
    assert found == []


def test_without_composition_half_of_the_lines_are_ragged() -> None:
    data = sample.pdf(sample.page(17, PARAGRAPHS), sample.PLAIN)
    found = [
        fault
        for text, lines in zip(PARAGRAPHS, pages(data, SIZE), strict=True)
        for fault in faults(lines, text, MARGIN, MARGIN + 17 * SIZE, indent=2 * SIZE)
    ]
    ragged = sum("short of the right edge" in fault for fault in found)
    assert ragged > 20


def test_gaps_between_scripts_are_a_quarter_of_a_character_in_the_middle() -> None:
    gaps = [
        (b.x - a.right) / SIZE
        for _, lines in composed(30)
        for line in lines
        for a, b in line.pairs
        if (a.han and b.latin) or (a.latin and b.han)
    ]
    assert 0.2 <= median(gaps) <= 0.3


def test_gaps_between_han_characters_open_by_a_few_hundredths_at_most() -> None:
    gaps = sorted(
        (b.x - a.x) / SIZE - 1
        for _, lines in composed(38)
        for line in lines
        for a, b in line.pairs
        if a.han and b.han
    )
    assert abs(gaps[0]) < 0.001
    assert gaps[int(0.99 * len(gaps))] <= 0.06


def test_quotation_marks_are_full_in_chinese_and_narrow_in_english() -> None:
    text = '他说“好”，又说<span lang="en">“a good ‘thing’ at last”</span>。'
    (lines,) = pages(sample.pdf(sample.page(30, [text])), SIZE)
    quotes = [letter for line in lines for letter in line.letters if letter.char in "“”‘’"]
    assert [letter.char for letter in quotes] == list("“”“‘’”")
    assert [round((q.right - q.x) / SIZE, 2) for q in quotes] == [1, 1, 0.44, 0.33, 0.33, 0.44]
    assert ["CJK" in letter.font for letter in quotes] == [True, True, False, False, False, False]


def test_two_em_dashes_and_ellipses_are_two_characters_wide() -> None:
    (lines,) = pages(sample.pdf(sample.page(30, ["改革——它不容易……但是"])), SIZE)
    (line,) = lines
    first = line.letters[0]
    places = {letter.char: round((letter.x - first.x) / SIZE, 3) for letter in line.letters}
    assert [places[char] for char in "革它易但"] == [1, 4, 7, 10]


def test_lines_that_end_with_a_mark_are_centred_without_its_blank_half() -> None:
    more = "p { text-align: center; text-indent: 0 }"
    (lines,) = pages(sample.pdf(sample.page(20, ["《未来契约》，"], more)), SIZE)
    (line,) = lines
    middle = (line.letters[0].begin + line.letters[-1].end) / 2
    assert middle == pytest.approx(MARGIN + 10 * SIZE, abs=0.01)
