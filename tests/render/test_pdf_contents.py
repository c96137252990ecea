"""The contents list of a long document: every entry leads to the page of its heading."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from docgen import bundle as bundles
from docgen.model import Block, Section
from docgen.render import pdf
from docgen.render.pdf import Pdf
from docgen.report import Report
from docgen.resolve import resolve
from tests.render.pages import lines, where
from tests.render.sample import ENGLISH, ROOT, paragraph, prose, report, sheet

RIGHT_EDGE = 552
ENTRY = re.compile(r"(?P<number>[IVX]+\.|[A-Z]\.|\d+\.)(?P<title>\w+)\.+(?P<page>\d+)")


def section(name: str, level: int) -> Section:
    """A section with deeper ones to the fourth level and text of a quarter of a page."""
    words = paragraph("Text of a section. " * 40)
    deeper = range(1, 3 if level < 4 else 1)
    parts: tuple[Block, ...] = tuple(section(f"{name}{place}", level + 1) for place in deeper)
    return Section(prose(name), (words, *parts), level, id=f"s-{name.lower()}")


@cache
def made() -> Pdf:
    """A document of forty-five sections, whose list of contents takes more than a page."""
    bundle = bundles.load(ROOT / "locales", ENGLISH, Report())
    blocks = tuple(section(name, 1) for name in ("Alpha", "Beta", "Gamma"))
    document = replace(report(ENGLISH), blocks=blocks)
    return pdf.write(resolve(document, bundle, sheet(ENGLISH), Report()), sheet(ENGLISH))


@cache
def entries() -> dict[str, int]:
    """The pages that the list says, by title."""
    written = [line.text for page in (1, 2) for line in lines(made().data, page)]
    found = (ENTRY.fullmatch(line) for line in written)
    return {entry["title"]: int(entry["page"]) for entry in found if entry}


def test_the_list_has_three_levels() -> None:
    annexes = 2
    assert len(entries()) == 3 * (1 + 2 + 4) + annexes
    assert not any(re.fullmatch(r"[A-Z][a-z]+\d{3}", title) for title in entries())


def test_every_entry_says_the_page_of_its_heading() -> None:
    assert max(entries().values()) > 10
    for title, page in entries().items():
        headings = [line.text for line in lines(made().data, page)]
        assert any(re.fullmatch(rf"(\w+\.)?{title}\*?", line) for line in headings), title


def test_annexes_come_last_below_a_head() -> None:
    found = [
        line for line in lines(made().data, 2) if "Annexes" in line.text or "...." in line.text
    ]
    assert [line.text.partition(".....")[0] for line in found[-4:]] == [
        "2.Gamma22",
        "Annexes",
        "I.Options",
        "II.Furthermatters",
    ]
    assert found[-3].x == pytest.approx(75.8, abs=0.5)  # measured in A/80/605


def test_numbers_of_pages_end_at_the_right_edge_below_their_head() -> None:
    page = where(made().data, 1, "Page")
    assert page.size == pytest.approx(7, abs=0.01)
    found = [line for line in lines(made().data, 1) if ENTRY.fullmatch(line.text)]
    assert all(line.right == pytest.approx(RIGHT_EDGE, abs=1) for line in found)
    assert all(line.y > page.y for line in found)
