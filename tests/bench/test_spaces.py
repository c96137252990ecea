"""What is counted of the spaces in lines of words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bench import spaces
from bench.paper import Letter, Line
from bench.spaces import figures, rivers

NATURAL = 0.25


def line(words: str, *gaps: float, at: float = 0.0) -> Line:
    """Words of letters that are half an em wide, with these `gaps` between them."""
    letters = list[Letter]()
    for word, gap in zip(words.split(), (0.0, *gaps), strict=True):
        at += gap
        for char in word:
            letters.append(Letter(char, at, at + 0.5))
            at += 0.5
    return Line(letters)


def counted(*lines: Line) -> dict[str, str]:
    return dict(zip(spaces.HEADING[2:], figures([lines], NATURAL), strict=True))


FULL = line("abc def gh", 0.5, 0.5)
LAST = line("the last", 0.25)


def test_the_spaces_of_full_lines_are_measured_in_natural_ones() -> None:
    found = counted(FULL, line("abcd efgh", 1.0), LAST)
    assert (found["full lines"], found["narrowest"], found["widest"]) == ("2", "2.00", "4.00")
    assert (found["wider than 1.5"], found["wider than 2"]) == ("2", "1")
    assert found["standard deviation"] == "1.000"


def test_a_space_that_keeps_its_width_does_not_count() -> None:
    assert counted(line("ab cd e fg", 0.5, 0.25, 0.75), LAST)["widest"] == "2.00"


@pytest.mark.parametrize(("gap", "ragged"), [(0.52, "0"), (0.4, "1")])
def test_a_line_that_ends_before_the_others_is_ragged(gap: float, ragged: str) -> None:
    assert counted(FULL, line("abc def gh", 0.5, gap), FULL, LAST)["not flush"] == ragged


@pytest.mark.parametrize(("words", "short"), [("last", "1"), ("lasts", "0")])
def test_a_last_line_shorter_than_an_indent_is_counted(words: str, short: str) -> None:
    assert counted(FULL, line(words))["short last lines"] == short


def below(*starts: float) -> Sequence[Line]:
    """Lines of two words, of which the second ones begin half an em after `starts`."""
    return [line("a b", 0.5, at=start) for start in starts]


def test_spaces_that_meet_in_four_lines_are_one_river() -> None:
    assert rivers(below(0, 0.1, 0.2, 0.1)) == 1
    assert rivers(below(0, 0.1, 0.2, 0.1, 0.1, 0.1)) == 1


@pytest.mark.parametrize("starts", [(0, 0.1, 0.2), (0, 0.1, 0.6, 0.6), (0, 0.4, 0.8, 1.2)])
def test_fewer_lines_or_spaces_that_hardly_meet_are_none(starts: Sequence[float]) -> None:
    assert rivers(below(*starts)) == 0
