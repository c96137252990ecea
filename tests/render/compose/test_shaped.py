"""A part of a text shaped once is what it would be alone."""

from __future__ import annotations

import random
from struct import Struct
from typing import Any

import pytest
from weasyprint.text import line_break

from docgen.render.compose.shaped import Words
from docgen.render.drawing.runs import Run
from tests.render.compose.test_words import STYLES, WORDS, style

GLYPH = Struct("=16s4x")
"""A glyph without the bits of Pango's that are not all set."""

LATIN = [word for word in WORDS if word.isascii()]


def drawn(runs: list[Run]) -> list[Any]:
    """All that is drawn of runs, glyph by glyph."""
    return [(run._replace(raw=b"", font=None), *GLYPH.iter_unpack(run.raw)) for run in runs]


@pytest.mark.parametrize("css", [*STYLES, "letter-spacing: 1px", "letter-spacing: 3px"])
def test_a_part_that_can_be_cut_out_measures_as_it_does_alone(css: str) -> None:
    chance, look, cut = random.Random(css), style(css), 0
    for _ in range(200):
        text = " ".join(chance.choices(LATIN, k=20))
        start, stop = sorted(chance.sample(range(len(text) + 1), 2))
        words = Words(text, look)
        if words.parted(start, stop):
            cut += 1
            alone = Words(text[start:stop], look)
            assert words.alone(start, stop) == alone.width
            assert (words.height, words.baseline) == (alone.height, alone.baseline)
            assert drawn(words.cut(start, stop)) == drawn(alone.runs)
    assert bool(cut) == ("word-spacing" not in css)


def test_lines_may_break_where_pango_says() -> None:
    text, look = "one two—three naïve", style("")
    attributes = line_break.get_log_attrs(text, "en")
    found = [Words(text, look).may_break(at) for at in range(len(text))]
    assert found == [bool(attributes[at].is_line_break) for at in range(len(text))]
    assert any(found)


@pytest.mark.parametrize("text", ["地方 town", "два towns", "مدينة"])
def test_text_in_several_fonts_scripts_or_directions_is_not_cut(text: str) -> None:
    words = Words(f"one {text} two", style(""))
    assert not words.parted(4, 4 + len(text))


def test_a_number_alone_has_no_script_and_is_not_cut_out() -> None:
    words = Words("one 2044 two", style(""))
    assert not words.parted(4, 8)
    assert words.parted(0, 8)
