"""Lists of contents in every language and direction: where each entry leads, and its leader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from docgen.check.tree import Annotation, Element, File, opened
from docgen.model import Annex, Section
from docgen.render import pdf
from tests.render.pages import Letter, lines
from tests.render.sample import numbered, paragraph, prose, sheet, unnumbered
from tests.render.structure.printed import words

MADE = [
    (tag, direction, style)
    for tag, direction in (("en", "ltr"), ("fr", "ltr"), ("zh", "ltr"), ("qps-arab", "rtl"))
    for style in ("hq", "geneva")
]
Made = tuple[str, str, str]
TITLES = {
    "ltr": (
        "Harbours",
        "港口和航运",
        "A title of so many words that a line has no room for it " * 2,
    ),
    "rtl": ("مرفأ", "مرفأ وتقرير", "عنوان تجريبي من كلمة في نص على جدول " * 3),
}
"""Titles of different lengths, so that leaders begin at many places."""


def section(level: int, place: int, titles: tuple[str, ...]) -> Section:
    title = prose(titles[place % len(titles)] + titles[0][0] * place)
    deeper = tuple(section(level + 1, at, titles) for at in range(4 if level < 3 else 0))
    text = paragraph("Text of a section. " * 60)
    return Section(title, (text, *deeper), level, id=f"s-{id(text)}")


@cache
def made(of: Made) -> bytes:
    """A document of 42 sections and three annexes."""
    tag, direction, style = of
    titles = TITLES[direction]
    annexes = tuple(
        Annex(prose(title + title), (paragraph("Words. " * 400),), id=f"x-{place}")
        for place, title in enumerate(titles)
    )
    blocks = tuple(section(1, place, titles) for place in range(2))
    bare = unnumbered(tag)
    masthead = replace(bare.masthead, title=prose(titles[0]))
    bare = replace(bare, masthead=masthead, direction=direction)  # type: ignore[arg-type]
    whole = replace(bare, blocks=blocks, summary=(), annexes=annexes)
    return pdf.write(numbered(whole, tag, style), sheet(tag, style)).data


@cache
def file(of: Made) -> File:
    return opened(made(of))


def entries(of: Made) -> list[Element]:
    """The entries that lead somewhere, which the word above the annexes does not."""
    found = file(of).elements("TOCI")
    return [one for one in found if any(child.role == "Reference" for child in one.children)]


@dataclass(frozen=True)
class Place:
    """A page, counted from 1, and a height on it in points from above."""

    page: int
    y: float


def destination(pdf: File, entry: Element) -> Place:
    """Where the link of an entry leads."""
    (key, *_) = [kid.key for one in entry.walk() for kid in one.kids if isinstance(kid, Annotation)]
    listed = list(pdf.pdf.Root.Names.Dests.Names)
    places = {bytes(name): place for name, place in zip(listed[::2], listed[1::2], strict=True)}
    found: Any = places[bytes(pdf.pdf.get_object(key).Dest)]
    page = [page.objgen for page in pdf.pdf.pages].index(found[0].objgen)
    return Place(page + 1, float(pdf.pdf.pages[page].mediabox[3]) - float(found[3]))


def said(of: Made, elements: Iterable[Element]) -> list[str]:
    """The words of elements without spaces."""
    return ["".join(words(file(of), one).split()) for one in elements]


@pytest.mark.parametrize("of", MADE)
def test_every_entry_has_the_words_of_the_heading_that_it_leads_to(of: Made) -> None:
    _, _, *headings = said(of, file(of).elements("H1", "H2", "H3", "H4"))
    assert len(entries(of)) == len(headings) == 2 * (1 + 4 + 16) + 3
    for entry, heading in zip(entries(of), headings, strict=True):
        label, title, _ = said(of, entry.children)
        assert Counter(title) + Counter(label.strip(".")) <= Counter(heading)
        assert title in heading or of[1] == "rtl", "lines from right to left are read otherwise"


@pytest.mark.parametrize("of", MADE)
def test_every_entry_says_the_page_and_leads_to_the_height_of_its_heading(of: Made) -> None:
    for entry in entries(of):
        _, title, page = said(of, entry.children)
        place = destination(file(of), entry)
        assert int(page) == place.page
        beside = [row for row in lines(made(of), place.page) if 0 < row.y - place.y < 60]
        assert any(set(title[:5]) <= set(row.text) for row in beside), title


Parts = tuple[tuple[Letter, ...], tuple[Letter, ...]]


def leaders(of: Made) -> Iterator[Parts]:
    """The title before each leader, and its dots, both from left to right."""
    for row in (row for page in (1, 2, 3) for row in lines(made(of), page)):
        found = re.search(r"\.{5,}", row.text)
        if found and of[1] == "rtl":
            yield row.letters[found.end() :], row.letters[found.start() : found.end()]
        elif found:
            yield row.letters[: found.start()], row.letters[found.start() : found.end()]


@pytest.mark.parametrize("of", MADE)
def test_leaders_end_at_one_place(of: Made) -> None:
    last = 0 if of[1] == "rtl" else -1
    ends = [dots[last].x for _, dots in leaders(of)]
    assert len(ends) == len(entries(of))
    assert ends == pytest.approx([ends[0]] * len(ends), abs=0.05)


@pytest.mark.parametrize("of", MADE)
def test_no_leader_touches_its_title(of: Made) -> None:
    for title, dots in leaders(of):
        gap = title[0].x - dots[-1].right if of[1] == "rtl" else dots[0].x - title[-1].right
        assert 2 < gap < 16
