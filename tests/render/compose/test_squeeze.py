"""Justified lines of words take what their spaces can give for one more word."""

from __future__ import annotations

from itertools import pairwise
from statistics import mean

import pytest

from tests.render.compose import sample
from tests.render.compose.printed import Line, pages
from tests.render.compose.sample import MARGIN, SIZE

TEXT = (
    "The council of a small town asks which report on its region will answer the questions that "
    "were put in 2044, and <em>how</em> the answers can be compared with <b>those of others</b>. "
) * 6
EMS = 30
RIGHT = MARGIN + EMS * SIZE
NATURAL = 0.25 * SIZE
FLUSH = 0.2
"""WeasyPrint cuts off what is less than 1/1000 em, at every space."""

ENGLISH = "body { font-family: 'Liberation Serif' } p { text-indent: 0 }"


def lines(facts: dict[str, object], more: str = "") -> list[Line]:
    html = sample.page(EMS, [TEXT], ENGLISH + more).replace("zh-Hans", "en")
    (found,) = pages(sample.pdf(html, facts), SIZE)
    return found


def spaces(line: Line) -> list[float]:
    gaps = (b.x - a.right for a, b in pairwise(line.letters))
    return [gap for gap in gaps if gap > NATURAL / 2]


def test_lines_stay_flush_and_their_spaces_above_the_least() -> None:
    *inner, _ = lines(sample.PLAIN)
    ends = [line.letters[-1].right for line in inner]
    assert ends == pytest.approx([RIGHT] * len(inner), abs=FLUSH)
    means = [mean(spaces(line)) for line in inner]
    assert min(means) > (1 - sample.PLAIN["word_squeeze"]) * NATURAL - 0.05
    assert min(means) < 0.95 * NATURAL


def test_more_goes_into_the_lines_than_without() -> None:
    loose = lines(sample.PLAIN | {"word_squeeze": 0})
    assert min(min(spaces(line)) for line in loose) > NATURAL - 0.05
    letters = [[len(line.letters) for line in found[:-1]] for found in (lines(sample.PLAIN), loose)]
    assert sum(letters[0]) > sum(letters[1])
    assert max(letters[0]) > max(letters[1])


def test_the_last_line_keeps_its_spaces() -> None:
    *_, last = lines(sample.PLAIN)
    assert mean(spaces(last)) == pytest.approx(NATURAL, abs=0.05)


def test_lines_that_are_not_justified_are_left_alone() -> None:
    ragged = "p { text-align: left }"
    squeezed, plain = (lines(f, ragged) for f in (sample.PLAIN, sample.PLAIN | {"word_squeeze": 0}))
    assert [line.text for line in squeezed] == [line.text for line in plain]
