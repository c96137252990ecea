"""How a line is stretched: the share of each gap in thousandths of a character."""

from __future__ import annotations

import pytest

from docgen.render.compose.justify import Gap, gaps, share
from tests.render.compose.text import EM, made


def weights(text: str) -> list[float]:
    """The weight of the gap after each character but the last."""
    found = {gap.after: gap.weight for gap in gaps(made(text), 0, len(text) - 1)}
    return [found.get(i, 0.0) for i in range(len(text) - 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("汉字汉", [1, 1]),
        ("汉AB字", [1, 0, 1]),
        ("汉，字", [0.5, 1]),
        ("汉（字", [1, 0.5]),
        ("汉——字", [0, 0, 0]),
        ("汉·字", [0, 0]),
        ("字¹汉", [0, 1]),
        ("字¹，", [0, 0.5]),
        ("ab cd", [0, 0, 1, 0]),
        ("汉 A", [0, 1]),
        ("时々刻", [1, 1]),
        ("第\u20601段", [1, 0, 1]),
    ],
)
def test_gaps_open_where_the_script_has_them(text: str, expected: list[float]) -> None:
    assert weights(text) == expected


def test_what_has_no_width_has_no_gap_of_its_own() -> None:
    assert weights("汉\u200b字") == [1, 0]


def test_all_gaps_have_the_same_share() -> None:
    even = [Gap(i, EM, 1.0) for i in range(4)]
    assert [*share(100.0, even)] == [25, 25, 25, 25]


def test_a_gap_of_half_weight_has_half_the_share() -> None:
    assert [*share(150.0, [Gap(0, EM, 1.0), Gap(1, EM, 0.5)])] == [100, 50]


def test_rounding_is_made_up_for_so_that_the_line_ends_where_it_should() -> None:
    found = [*share(100.0, [Gap(i, EM, 1.0) for i in range(7)])]
    assert sum(found) == 100
    assert max(found) - min(found) <= 1


def test_larger_characters_stretch_by_more() -> None:
    small, large = share(300.0, [Gap(0, EM, 1.0), Gap(1, 2 * EM, 1.0)])
    assert (small, large) == (100, 100)


def test_a_line_without_gaps_has_no_shares() -> None:
    assert [*share(100.0, [])] == []
