"""The lines of a justified paragraph of words are chosen together."""

from __future__ import annotations

from itertools import pairwise
from statistics import mean

import pytest

from tests.render.compose import sample
from tests.render.compose.printed import Line, pages
from tests.render.compose.sample import MARGIN, SIZE
from tests.render.drawing.drawn import kept

TEXT = (
    "The council of a small town asks which report on its region will answer the questions that "
    "were put in 2044, and <em>how</em> the answers can be compared with <b>those of others</b>. "
) * 6
EMS = 30
RIGHT = MARGIN + EMS * SIZE
NATURAL = 0.25 * SIZE
FLUSH = 0.1

ENGLISH = "body { font-family: 'Liberation Serif' } p { text-indent: 0 }"


def lines(facts: dict[str, object], more: str = "", text: str = TEXT) -> list[Line]:
    html = sample.page(EMS, [text], ENGLISH + more).replace("zh-Hans", "en")
    with kept():
        (found,) = pages(sample.pdf(html, facts), SIZE)
    return found


def loosest(found: list[Line]) -> float:
    return max(mean(spaces(line)) for line in found[:-1])


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


WORDS = (
    "There is no question that municipalities, associations and intergovernmental commissions have "
    "had to undertake responsibilities for which neither staff nor money was ever at hand. "
) * 5
GREEDY = sample.PLAIN | {"word_squeeze": 0}
"""Lines as WeasyPrint finds them, one after the other."""


def test_the_loosest_line_is_less_loose_than_line_by_line() -> None:
    together, one_by_one = (lines(facts, text=WORDS) for facts in (sample.PLAIN, GREEDY))
    assert loosest(together) < 0.8 * loosest(one_by_one)


def test_markup_in_a_paragraph_changes_no_line() -> None:
    marked = WORDS.replace("staff", "<span>staff</span>").replace("no ", "<span>no </span>")
    marked = marked.replace("associations and", "<a href=#a>associations <i></i>and</a>")
    texts = [[line.text for line in lines(sample.PLAIN, text=text)] for text in (WORDS, marked)]
    assert texts[0] == texts[1]


def test_a_number_in_a_box_takes_the_room_of_an_indent() -> None:
    number = "<span style='display: inline-block; width: 2em'></span>"
    boxed = lines(sample.PLAIN, text=number + WORDS)
    indented = lines(sample.PLAIN, "p { text-indent: 2em !important }", WORDS)
    assert [line.text for line in boxed] == [line.text for line in indented]
    assert [line.letters[-1].right for line in boxed[:-1]] == pytest.approx(
        [RIGHT] * (len(boxed) - 1), abs=FLUSH
    )


@pytest.mark.parametrize("held", ["<b style='white-space: nowrap'>{}</b>", "{}"])
def test_what_must_stay_on_one_line_does(held: str) -> None:
    bound = held.format("associations and commissions")
    bound = bound if "nowrap" in held else bound.replace(" ", "&nbsp;")
    found = lines(sample.PLAIN, text=WORDS.replace("associations", bound))
    assert sum("associationsandcommissions" in line.text for line in found) == 5


TITLE = (
    "Preparation of projects, requested and approved from 2037 to 2044, in millions of United "
    "States dollars"
)


@pytest.mark.parametrize("tag", ["{}", "<b>{}</b>"])
def test_a_title_has_lines_that_end_where_they_read_well(tag: str) -> None:
    found = lines(sample.PLAIN, "p { text-align: left; break-after: avoid }", tag.format(TITLE))
    assert [line.text[-5:] for line in found[:-1]] == ["2044,"]


def test_other_ragged_lines_are_as_full_as_they_can_be() -> None:
    found = lines(sample.PLAIN, "p { text-align: left }", TITLE)
    assert found[0].text.endswith("in")


FRENCH = (
    "Le conseil demande «&nbsp;quels&nbsp;» rapports&nbsp;; combien de chiffres&nbsp;: "
    "12&nbsp;000&nbsp;000 ou 5&nbsp;%&nbsp;? voir le par.&nbsp;5 des rapports intergouvernementaux "
) * 6


def test_spaces_beside_marks_and_in_numbers_keep_their_width() -> None:
    *inner, _ = lines(sample.PLAIN, text=FRENCH)
    gaps = [
        (a.char + b.char, b.x - a.right)
        for line in inner
        for a, b in pairwise(line.letters)
        if b.x - a.right > NATURAL / 2
    ]
    fixed = {"«q", "s»", "s;", "s:", "20", "00", "5%", "%?"}
    widths = [gap for pair, gap in gaps if pair in fixed]
    assert {pair for pair, _ in gaps} > fixed
    assert widths == pytest.approx([NATURAL] * len(widths), abs=0.05)
    assert max(gap for pair, gap in gaps if pair == ".5") > 1.2 * NATURAL
    ends = [line.letters[-1].right for line in inner]
    assert ends == pytest.approx([RIGHT] * len(inner), abs=FLUSH)


def test_notes_and_breaks_in_a_paragraph_lose_nothing() -> None:
    text = WORDS.replace("staff", "staff<span class=note>Aside.</span><br>")
    found = "".join(line.text for line in lines(sample.PLAIN, text=text))
    assert found.count("commissions") == found.count("staff") == 5


def test_a_word_wider_than_its_line_is_left_to_the_page_engine() -> None:
    found = lines(sample.PLAIN, text=WORDS + "x" * 120 + " " + WORDS)
    assert "x" * 120 in "".join(line.text for line in found)
    assert max(line.letters[-1].right for line in found) < RIGHT + FLUSH
