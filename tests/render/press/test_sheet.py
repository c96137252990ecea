"""The sheet of paper with the facts of a print file, as it is read from its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from docgen import ticket
from docgen.check.matterhorn import findings
from docgen.check.press import Preflight
from docgen.model import Document, Line, Text
from docgen.render.pdf import Pdf
from docgen.render.press import sheet as sheets
from docgen.ticket import Ticket
from tests.conforming import PROFILES, failures
from tests.conftest import Golden
from tests.press import machine
from tests.render import pages, sample
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES
from tests.test_ticket import BLANK, COLOUR, INK

GOLDENS = Path(__file__).parent / "goldens"
TITLE = 20
"""The size that the word of the status exceeds, in points: nothing else on the page is as large."""


def facts(document: Document, *, final: bool = False, booklet: bool = False) -> Ticket:
    leaves = (INK, INK, COLOUR, INK, INK, INK, BLANK, BLANK)
    return ticket.ticket(
        document,
        machine(),
        Preflight((), leaves),
        ["Liberation Serif", "AR PL UKai CN"],
        name=f"A_99_1-{document.language}-print.pdf",
        data=b"%PDF",
        booklet=booklet,
        final=final,
    )


def made(document: Document, known: Ticket, style: str = "hq") -> Pdf:
    look = sample.sheet(document.language, style)
    return sheets.write(document, look, ticket.as_sheet(known))


@cache
def plain(language: str, style: str = "hq") -> Pdf:
    document = sample.report(language, style)
    return made(document, facts(document), style)


def said(data: bytes) -> str:
    """What the pages say, line by line."""
    leaves = pdfium.PdfDocument(data)
    texts = (leaf.get_textpage().get_text_range() for leaf in leaves)
    return "\n".join(" ".join(line.split()) for text in texts for line in text.splitlines()) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_what_it_did(language: str, golden: Golden) -> None:
    golden(GOLDENS / f"sheet-{language}.txt", said(plain(language).data))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("booklet", [False, True])
def test_all_that_the_text_says_is_on_the_sheet(language: str, booklet: bool) -> None:
    document = sample.report(language)
    known = facts(document, booklet=booklet)
    squeezed = "".join(said(made(document, known).data).split())
    for line in ticket.as_text(known).splitlines()[1:]:  # the symbol is in the head
        name, fact = line[: ticket.WIDTH], line[ticket.WIDTH :]
        if name.strip() not in ("Title", "Status"):
            assert "".join(line.split()) in squeezed
        else:
            assert "".join(fact.replace("draft:", "draft").split()).lower() in squeezed.lower()


@pytest.mark.parametrize(("final", "word"), [(False, "DRAFT"), (True, "FINAL")])
def test_the_status_is_larger_than_all_else(final: bool, word: str) -> None:
    document = sample.report(ENGLISH)
    letters = pages.letters(made(document, facts(document, final=final)).data, 1)
    large = [letter.text for letter in letters if letter.size * pages.SCALE > TITLE]
    assert "".join(large) == word


@pytest.mark.parametrize(("style", "size"), [("hq", (612, 792)), ("geneva", (595, 842))])
def test_one_page_of_the_house_style_holds_it(style: str, size: tuple[int, int]) -> None:
    found = plain(ENGLISH, style)
    assert found.pages == 1
    assert tuple(map(round, pdfium.PdfDocument(found.data)[0].get_size())) == size
    assert found.warnings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_meets_the_standards_that_all_other_pdfs_meet(language: str) -> None:
    data = plain(language).data
    assert findings(data) == []
    assert [failures(data, profile) for profile in PROFILES] == [[], []]


def test_the_same_facts_give_the_same_bytes() -> None:
    document = sample.report(CHINESE)
    assert made(document, facts(document)).data == plain(CHINESE).data


# ---- more than a page holds --------------------------------------------------------------------


def fonts(number: int) -> tuple[str, ...]:
    return tuple(f"Family Semibold Condensed {index}" for index in range(number))


LONG = {
    "forty fonts": (lambda known: replace(known, fonts=fonts(40)), 2),
    "fonts for a page and more": (lambda known: replace(known, fonts=fonts(60)), 3),
    "other plates on every other side": (
        lambda known: replace(known, plates=(("Black",), ("Cyan", "Black")) * 150),
        2,
    ),
    "a name without a joint": (lambda known: replace(known, file=f"{'A' * 300}.pdf"), 1),
}


@pytest.mark.parametrize("name", LONG)
def test_nothing_is_cut_where_there_is_more_than_a_page_holds(name: str) -> None:
    change: Callable[[Ticket], Ticket]
    change, most = LONG[name]
    document = sample.report(ENGLISH)
    known = change(facts(document))
    found = made(document, known)
    assert found.pages <= most
    squeezed = "".join(said(found.data).split())
    for _, lines in (fact for group in ticket.as_sheet(known).groups for fact in group):
        assert all("".join(line.split()) in squeezed for line in lines)
    within(found, sample.sheet(ENGLISH).page.right)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_title_takes_as_many_lines_as_it_needs(language: str) -> None:
    document = sample.report(language)
    assert document.masthead
    words = sample.prose("The waters of the north and of the south, 港口和海岸 " * 8)
    long = replace(document, masthead=replace(document.masthead, title=words))
    found = made(long, facts(long))
    assert found.pages == 1
    assert "".join(facts(long).title.split()) in "".join(said(found.data).split())
    within(found, sample.sheet(language).page.right)


def test_two_symbols_stand_above_the_rule_of_the_head() -> None:
    document = sample.report(ENGLISH)
    assert document.masthead
    symbols = (*document.masthead.symbols, Line((Text("E/2045/12"),)))
    both = replace(document, masthead=replace(document.masthead, symbols=symbols))
    said = {line.text: line.y for line in pages.lines(made(both, facts(both)).data, 1)}
    second = next(y for text, y in said.items() if text.endswith("E/2045/12"))
    band = next(y for text, y in said.items() if text.startswith("DRAFT"))
    assert band - second > 60


def within(found: Pdf, margin: float) -> None:
    """All letters stand on the page, within its right margin."""
    for number in range(1, found.pages + 1):
        width = pdfium.PdfDocument(found.data)[number - 1].get_width()
        assert max(one.right for one in pages.letters(found.data, number)) <= width - margin + 0.5


def test_a_name_goes_with_its_facts_to_the_next_page() -> None:
    document = sample.report(ENGLISH)
    found = made(document, replace(facts(document), fonts=fonts(40)))
    lines = [line.text for line in pages.lines(found.data, 2)]
    assert any(line.startswith("Fonts") and line.endswith("Condensed0") for line in lines)


def test_its_date_is_that_of_the_document() -> None:
    document = sample.report(ENGLISH)
    front = replace(document.front, date=date(2031, 2, 3))
    later = replace(document, front=front)
    info = pdfium.PdfDocument(made(later, facts(later)).data).get_metadata_dict()
    assert info["CreationDate"].startswith("D:20310203")
