"""What a new text can go on from, by rapidfuzz and by difflib."""

from __future__ import annotations

import random
import sys

import pytest

from docgen.memory import Match, Memory, Segment, adapted

FIRST = Segment("The Council met in Lima in March 2040.", "理事会2040年3月在利马开会。", "a", "p-1")
SECOND = Segment("The Council met in Lima in March 2040.", "理事会在利马开会。", "b", "p-2")
OTHER = Segment("The Assembly adopted the budget of the Fund.", "大会通过基金预算。", "b", "p-3")
QUICK = pytest.mark.parametrize("quick", [True, False], ids=["rapidfuzz", "difflib"])


def memory(*segments: Segment, quick: bool, spaces: bool = True) -> Memory:
    return Memory(segments, spaces=spaces, quick=quick)


@QUICK
def test_the_same_text_of_the_same_unit_is_the_best(quick: bool) -> None:
    held = memory(OTHER, FIRST, SECOND, quick=quick)
    assert held.find("p-2", FIRST.source, 65) == Match(SECOND, 100)
    assert held.find("p-9", FIRST.source, 65) == Match(FIRST, 100)


@QUICK
def test_a_similar_text_is_found_with_how_near_it_is(quick: bool) -> None:
    match = memory(OTHER, FIRST, quick=quick).find("", "The Council met in Rome in March 2041.", 65)
    assert match is not None
    assert match.segment == FIRST
    assert 80 <= match.score < 100


@QUICK
def test_what_is_less_near_than_asked_for_is_not_found(quick: bool) -> None:
    held = memory(OTHER, FIRST, quick=quick)
    assert held.find("", "The Council met in Rome in March 2041.", 95) is None
    assert held.find("", "Nothing of the kind was ever said.", 65) is None


@QUICK
def test_a_text_that_differs_in_codes_alone_is_not_the_same(quick: bool) -> None:
    match = memory(FIRST, quick=quick).find("", f"{FIRST.source}[^n]", 65)
    assert match == Match(FIRST, 99)


@QUICK
def test_a_language_without_spaces_goes_by_its_characters(quick: bool) -> None:
    here = Segment("理事会2040年3月在利马开会讨论预算。", "Council", "a")
    held = memory(Segment("大会通过基金预算。", "Assembly", "a"), here, quick=quick, spaces=False)
    match = held.find("", "理事会2041年4月在利马开会讨论预算。", 65)
    assert match is not None
    assert match.segment == here


@QUICK
def test_an_empty_memory_and_a_text_without_words_find_nothing(quick: bool) -> None:
    assert memory(quick=quick).find("", "Anything at all.", 65) is None
    assert memory(FIRST, quick=quick).find("", "—", 65) is None


@QUICK
def test_of_many_texts_each_is_found_when_one_word_is_another(quick: bool) -> None:
    chance = random.Random(7)
    words = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("anto", "elin", "irus", "opal", "umer")]
    texts = [" ".join(chance.choices(words, k=18)) for _ in range(2000)]
    held = memory(*(Segment(text, "", "a", str(n)) for n, text in enumerate(texts)), quick=quick)
    found = 0
    for number in range(0, 2000, 40):
        parts = texts[number].split()
        parts[number % 18] = "quince"
        match = held.find("", " ".join(parts), 65)
        found += match is not None and match.segment.id == str(number)
    assert found == 50


def test_without_rapidfuzz_difflib_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    match = Memory([FIRST], spaces=True).find("", "The Council met in Rome in March 2041.", 65)
    assert match is not None
    assert match.segment == FIRST


# ---- numbers and codes ----------------------------------------------------------------------


def test_numbers_and_codes_that_stand_once_are_adapted() -> None:
    old = Segment(
        "In 2040[^a] it had 12 members, see [](#p-x).", "2040年[^a]有12名成员，见[](#p-x)。", "a"
    )
    new = "In 2041[^b] it had 15 members, see [](#p-y)."
    assert adapted(old, new) == "2041年[^b]有15名成员，见[](#p-y)。"


@pytest.mark.parametrize(
    ("source", "target", "text"),
    [
        ("12 of 12 members", "12名成员", "13 of 14 members"),
        ("In 5 cities", "五个城市", "In 6 cities"),
        ("In 5 cities", "在5个城市中的5个", "In 6 cities"),
        ("5 of 6 cities", "6个城市中的5个", "6 of 5 cities"),
        ("In 5 cities", "5个城市", "In 6 towns"),
        ("In 5 cities", "5个城市", "In 6 cities[^n]"),
        ("In **5** cities", "**5**个城市", "In *5* cities"),
    ],
)
def test_what_is_not_certain_is_left(source: str, target: str, text: str) -> None:
    assert adapted(Segment(source, target, "a"), text) == ""
