"""The PDF: places measured in issued documents, notes, breaks of pages, structure."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest

from docgen.model import (
    Block,
    Facet,
    Line,
    Note,
    NoteRef,
    Number,
    Option,
    OptionTable,
    Section,
    Table,
    Text,
)
from docgen.render import pdf
from docgen.report import Rejected, SetupError
from docgen.style import Stylesheet
from docgen.walk import find
from tests.render.pages import letters, lines, text, where
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, paragraph, prose, report, sheet

WORDS = [
    "the",
    "council",
    "of",
    "a",
    "small",
    "town",
    "asks",
    "which",
    "report",
    "on",
    "partnership",
    "its",
    "region",
    "will",
    "answer",
]


@cache
def made(language: str = ENGLISH) -> pdf.Pdf:
    return pdf.write(report(language), sheet(language))


def printed(*blocks: Block, language: str = ENGLISH, title: str = "Harbours") -> pdf.Pdf:
    """A document of `blocks` alone, under the masthead of the sample."""
    document = report(language)
    front = replace(document.front, contents=False)
    masthead = replace(document.masthead, title=prose(title))  # type: ignore[type-var]
    parts = {"blocks": blocks, "summary": (), "annexes": (), "front": front}
    return pdf.write(replace(document, masthead=masthead, **parts), sheet(language))  # type: ignore[arg-type]


def numbered(value: int, *parts: object) -> Block:
    number = Number("paragraph", value, f"{value}.")
    return replace(paragraph(*parts), number=number)  # type: ignore[arg-type]


def sentence(length: int, seed: int = 1) -> str:
    choice = random.Random(seed)
    return " ".join(choice.choice(WORDS) for _ in range(length)) + "."


# ---- where things stand ---------------------------------------------------------------------

FIRST_PAGE = {  # x and baseline in A/80/604/Add.8
    "United Nations": (123.4, 57.9),
    "General Assembly": (123.4, 86.4),
    "Distr.: General": (397.1, 86.7),
    "8 July 2044": (397.1, 98.4),
    "Original: English": (397.1, 122.4),
    "Ninety-ninth session": (60.0, 222.3),
    "Agenda item 17 (b)": (60.0, 234.3),
    "Oceans and the law of the sea": (60.0, 246.3),
    "Harbours": (123.4, 278.5),
    "44-01234 (E)": (65.3, 747.6),
}


@cache
def first_page() -> bytes:
    return printed(numbered(1, sentence(20))).data


@pytest.mark.parametrize("words", FIRST_PAGE)
def test_the_first_page_is_measured_like_an_issued_one(words: str) -> None:
    x, y = FIRST_PAGE[words]
    letter = where(first_page(), 1, words)
    assert letter.x == pytest.approx(x, abs=1)
    assert letter.y == pytest.approx(y, abs=1)


def test_the_symbol_ends_at_the_right_edge_with_a_large_initial() -> None:
    initial = where(made().data, 1, "A/99/1")
    assert initial.size == pytest.approx(20, abs=0.01)
    assert initial.y == pytest.approx(56.4, abs=1)
    line = next(line for line in lines(made().data, 1) if "A/99/1" in line.text)
    assert line.right == pytest.approx(552, abs=1.5)


def test_a_long_title_has_the_leading_of_its_role() -> None:
    data = printed(title=sentence(30)).data
    title = [
        line.y for line in lines(data, 1) if line.letters[0].size == pytest.approx(14, abs=0.01)
    ]
    first, second, third = [y for y in title if 260 < y < 330][:3]
    assert (second - first, third - second) == (pytest.approx(15, abs=0.01),) * 2


def rules(data: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """The upright boxes of everything drawn on a page: left, top, right, bottom."""
    leaf = pdfium.PdfDocument(data)[page - 1]
    bounds = (shape.get_bounds() for shape in leaf.get_objects(filter=[2], max_depth=1))
    return [(left, 792 - top, right, 792 - bottom) for left, bottom, right, top in bounds]


def test_the_thick_rule_of_the_masthead_stands_where_it_does_in_issued_documents() -> None:
    assert any(
        (left, right) == (pytest.approx(60, abs=1), pytest.approx(552, abs=1))
        and (top, bottom) == (pytest.approx(208.9, abs=1), pytest.approx(210.3, abs=1))
        for left, top, right, bottom in rules(made().data, 1)
    )


def test_numbered_text_begins_at_its_tab_and_following_lines_at_the_edge() -> None:
    data = printed(numbered(1, "First ", sentence(60))).data
    number, following = where(data, 1, "1.First"), where(data, 1, "First")
    assert number.x == pytest.approx(123.4, abs=0.5)
    assert following.x == pytest.approx(147.2, abs=0.5)
    body = [line for line in lines(data, 1) if following.y < line.y < 500]
    assert {round(line.x) for line in body} == {123}
    assert max(line.right for line in body) == pytest.approx(488.6, abs=1)
    assert body[1].y - body[0].y == pytest.approx(12, abs=0.05)


def test_the_symbol_and_the_page_number_stand_on_the_outer_side() -> None:
    even, odd = (
        (lambda words: where(made().data, 2, words)),
        (lambda words: where(made().data, 3, words)),
    )
    pages = made().pages
    assert (even("A/99/1").x, even("A/99/1").y) == (
        pytest.approx(60, abs=0.5),
        pytest.approx(59.1, abs=1),
    )
    assert (even(f"2/{pages}").x, even(f"2/{pages}").y) == (
        pytest.approx(60, abs=0.5),
        pytest.approx(755.3, abs=1),
    )
    assert even("44-01234").x > 500
    assert odd("A/99/1").x > 500
    assert odd(f"3/{pages}").x > 500
    assert odd("44-01234").x == pytest.approx(60, abs=0.5)


def test_text_of_a_following_page_begins_below_the_head() -> None:
    data = printed(*(numbered(n, sentence(80, n)) for n in range(1, 12))).data
    first = next(line for line in lines(data, 2) if line.y > 66)
    assert first.y == pytest.approx(84.5, abs=1)


# ---- notes ----------------------------------------------------------------------------------


def noted(seed: int) -> tuple[list[Block], int]:
    """Sixty paragraphs with notes here and there, and the number of the notes."""
    choice, count, blocks = random.Random(seed), 0, []
    for value in range(1, 61):
        parts: list[object] = []
        for _ in range(choice.randint(1, 5)):
            parts.append(sentence(choice.randint(5, 45), choice.random()))  # type: ignore[arg-type]
            if choice.random() < 0.5:
                count += 1
                body = prose(f"body{count}. ", sentence(choice.randint(3, 50), count))
                note = Note(f"n{count}", body, Number("note", count, str(count)))
                parts += [f" call{count}.", NoteRef(note.key, note.number, note), " "]
        blocks.append(numbered(value, *parts))
    return blocks, count


@pytest.mark.parametrize("seed", [0, 4, 7])
def test_every_note_stands_on_the_page_of_its_mark(seed: int) -> None:
    blocks, count = noted(seed)
    result = printed(*blocks)
    pages = [text(result.data, page) for page in range(1, result.pages + 1)]
    for words in ("call", "body"):
        assert sum(page.count(words) for page in pages) == count
    for number in range(1, count + 1):
        assert [f"call{number}." in page for page in pages] == [
            f"body{number}." in page for page in pages
        ]


def test_text_never_runs_into_the_notes() -> None:
    result = printed(*noted(2)[0])
    for page in range(2, result.pages + 1):
        found = [letter for letter in letters(result.data, page) if 66 < letter.y < 740]
        text_end = max(letter.y for letter in found if letter.size > 9)
        notes = [letter.y for letter in found if 8 < letter.size < 9]
        assert not notes or text_end + 20 < min(notes)


def test_the_mark_of_a_note_never_begins_a_line() -> None:
    result = printed(*noted(3)[0])
    for page in range(2, result.pages + 1):
        marks = [letter for letter in letters(result.data, page) if letter.size < 7]
        assert not [mark for mark in marks if 120 < mark.x < 130]


@pytest.mark.parametrize("style", ["hq", "geneva"])
def test_of_two_symbols_the_last_stands_where_one_does_and_the_other_above(style: str) -> None:
    document = report(ENGLISH, style)
    symbols = tuple(Line((Text(symbol),)) for symbol in ("A/99/1", "E/2044/7"))
    masthead = replace(document.masthead, symbols=symbols)  # type: ignore[type-var]
    two = pdf.write(replace(document, masthead=masthead), sheet(ENGLISH, style)).data
    one = pdf.write(document, sheet(ENGLISH, style)).data
    assert where(two, 1, "/2044/7").y == pytest.approx(where(one, 1, "/99/1").y, abs=0.01)
    assert 20 < where(two, 1, "/2044/7").y - where(two, 1, "/99/1").y < 25
    assert where(two, 1, "/99/1").y > 25


def test_a_mark_has_its_size_from_the_text_around_it() -> None:
    marks = {number: Number("note", number, str(number)) for number in (77, 88)}
    notes = [NoteRef(f"n{n}", m, Note(f"n{n}", prose("N."), m)) for n, m in marks.items()]
    section = Section(prose("Large", notes[0]), (numbered(1, "Small", notes[1]),), 1)
    data = printed(section).data
    assert where(data, 1, "77").size == pytest.approx(9.1, abs=0.01)
    assert where(data, 1, "88").size == pytest.approx(6.5, abs=0.01)


def test_notes_of_the_first_page_stand_above_its_foot() -> None:
    star = where(made().data, 1, "*Reissued")
    assert 670 < star.y < 730
    assert star.x == pytest.approx(115.2, abs=1)
    assert where(made().data, 1, "Reissued").x == pytest.approx(123.4, abs=0.5)


def marked(name: str, *words: str) -> NoteRef:
    """The mark of a note of those words."""
    number = Number("note", 1, "1")
    return NoteRef(name, number, Note(name, prose(" ".join(words)), number))


def test_a_note_longer_than_its_page_goes_on_at_the_foot_of_the_next_pages() -> None:
    words = [f"word{number:04}" for number in range(1600)]
    result = printed(numbered(1, "Harbours", marked("long", *words)), numbered(2, sentence(200)))
    assert result.pages == 4
    found = [letter for page in range(1, 5) for letter in letters(result.data, page)]
    notes = "".join(letter.text for letter in found if 8 < letter.size < 9)
    assert re.findall(r"word\d{4}", notes) == words


def test_a_note_that_cannot_begin_where_its_mark_is_is_refused_with_the_one_before_it() -> None:
    long = marked("long", sentence(2000))
    with pytest.raises(Rejected) as raised:
        printed(numbered(1, sentence(300)), numbered(2, long, marked("short", "Ships.")))
    (found,) = raised.value.report
    assert found.message == (
        "the note [^short] cannot begin on page 2, where its mark is: "
        "the note [^long] fills the page"
    )
    assert found.hint == "Shorten [^long], or move a part of it into the text or an annex."


# ---- where pages turn -----------------------------------------------------------------------


def headed(seed: int) -> list[Block]:
    choice = random.Random(seed)
    sections = []
    for value in range(1, 50):
        words = numbered(value, sentence(choice.randint(20, 110), value))
        sections.append(Section(prose(f"Heading{value}"), (words,), choice.randint(1, 3)))
    return sections


@pytest.mark.parametrize("seed", [1, 2])
def test_a_heading_is_never_the_last_line_of_a_page(seed: int) -> None:
    result = printed(*headed(seed))
    for page in range(1, result.pages):
        body = [line for line in lines(result.data, page) if 66 < line.y < 700 or page > 1]
        body = [line for line in body if line.y < 735]
        assert not any("Heading" in line.text for line in body[-2:])


def test_no_paragraph_leaves_a_single_line_on_a_page() -> None:
    result = printed(*(numbered(n, sentence(60 + 7 * n, n)) for n in range(1, 40)))
    for page in range(2, result.pages):
        body = [line for line in lines(result.data, page) if 66 < line.y < 735]
        assert not body[-1].text[0].isdigit(), "a first line stands alone at the foot"
        assert not body[0].text.endswith(".") or body[1].x == pytest.approx(body[0].x)


def long_option() -> Option:
    blocks = tuple(paragraph(sentence(90, n), form="unnumbered") for n in range(9))
    heading = Line((Text("Benefits"),))
    facets = (
        Facet("a", blocks, heading, "start"),
        Facet("b", blocks, heading, "end"),
        Facet("c", (paragraph("Recommended.", form="unnumbered"),), None, "full"),
    )
    number = Number("option", 1, "a.")
    return Option(prose("Divided"), blocks[:1], facets, "o-divided", number)


def test_the_title_of_an_option_is_repeated_where_a_page_divides_it() -> None:
    result = printed(OptionTable((long_option(),)))
    parts = [
        page for page in range(1, result.pages + 1) if "the council" in text(result.data, page)
    ]
    assert len(parts) > 1
    assert all("Divided" in text(result.data, page) for page in range(1, result.pages + 1))


def test_the_head_of_a_long_table_is_repeated_and_its_notes_stand_with_its_end() -> None:
    table = next(find(report(ENGLISH), Table))
    result = printed(replace(table, body=table.body[2:3] * 60 + table.body[3:]))
    last = text(result.data, result.pages)
    assert result.pages > 2
    assert all(
        "Harbour 2043" in text(result.data, page).replace("\r\n", " ")
        for page in range(1, result.pages + 1)
    )
    assert ("Beta" in last, "Total" in last, "Source:" in last) == (True, True, True)


def test_an_annex_begins_a_page() -> None:
    pages = [page for page in range(1, made().pages + 1) if "Annex II" in text(made().data, page)]
    label = where(made().data, pages[-1], "Annex II")
    assert (label.x, label.y) == (pytest.approx(60, abs=0.5), pytest.approx(87, abs=2))


def test_contents_lead_to_the_pages_of_their_headings() -> None:
    line = next(line for line in lines(made().data, 1) if line.text.startswith("II.Further"))
    assert line.text.endswith(str(made().pages))
    assert line.right == pytest.approx(552, abs=1)


def test_a_long_address_breaks_and_stays_within_the_lines() -> None:
    address = "https://www.example.org/" + "/".join(["partnership-report"] * 8)
    data = printed(numbered(1, "See ", address, ".")).data
    body = [line for line in lines(data, 1) if "partnership-report" in line.text]
    assert len(body) > 2
    assert max(line.right for line in body) < 489


def test_a_space_before_a_reference_does_not_break_the_line_early() -> None:
    words = (
        "(b)\u00a0five regional dialogues, held between September and November 2044 "
        "(see sect.\u00a0"
    )
    data = printed(paragraph(words, NoteRef("law", Number("note", 1, "1")), form="unnumbered")).data
    first = next(line for line in lines(data, 1) if line.text.startswith("(b)"))
    assert first.text.startswith("(b)five")
    assert len(first.text) > 50


# ---- Chinese --------------------------------------------------------------------------------


CHINESE_WORDS = "地方和区域当局的伙伴关系需要长期的安排，2045年的报告对此作了说明。"


def test_chinese_lines_stand_at_even_distances_though_fonts_differ_in_height() -> None:
    data = printed(paragraph(CHINESE_WORDS * 12), language=CHINESE).data
    body = [line.y for line in lines(data, 1) if "伙伴关系" in line.text or "报告对此" in line.text]
    assert len(body) > 8
    assert {round(below - above, 2) for above, below in pairwise(body)} == {15.75}


def test_a_chinese_line_holds_35_characters() -> None:
    data = printed(paragraph("汉" * 80), language=CHINESE).data
    line = where(data, 1, "汉")
    [first, *_] = [found for found in lines(data, 1) if "汉汉" in found.text]
    assert (line.x, len(first.text)) == (pytest.approx(122.25, abs=0.1), 35)


def test_chinese_marks_come_from_the_chinese_font_and_letters_from_the_latin_one() -> None:
    data = printed(paragraph("他说：“好”——和 A。"), language=CHINESE).data
    line = next(line for line in lines(data, 1) if "他说" in line.text)
    advance = {one.text: other.x - one.x for one, other in pairwise(line.letters)}
    assert advance["“"] == pytest.approx(10.5, abs=0.1)
    assert advance["A"] == pytest.approx(10.5 * 0.722, abs=0.1)  # of Times and its like


def names_of_fonts(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as file:
        fonts = [font for page in file.pages for font in page.Resources.Font.values()]
        return {str(font.BaseFont).partition("+")[2] for font in fonts}


def test_chinese_is_never_slanted() -> None:
    assert any("Italic" in name for name in names_of_fonts(made(ENGLISH).data))
    slanted = {name for name in names_of_fonts(made(CHINESE).data) if "Italic" in name}
    assert not any(
        "Noto" in name or "Kai" in name or "docgen-emphasis-2" in name for name in slanted
    )


# ---- the file -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_engine_has_nothing_to_complain_about(language: str) -> None:
    assert made(language).warnings == ()


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf.write(report(CHINESE), sheet(CHINESE)).data == made(CHINESE).data


def opened(language: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made(language).data))


def test_title_author_symbol_language_and_date_are_those_of_the_document() -> None:
    with opened(CHINESE) as file:
        assert str(file.docinfo["/Title"]) == "Harbours of the sample: Thalassa 和 “港口”"
        assert str(file.docinfo["/Keywords"]) == "A/99/1"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20440708")
        assert str(file.Root.Lang) == "zh-Hans"


def test_the_file_is_tagged_and_says_that_it_is_accessible() -> None:
    with opened(ENGLISH) as file:
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def bookmarks(language: str) -> Iterator[tuple[int, str]]:
    for mark in pdfium.PdfDocument(made(language).data).get_toc():
        yield mark.level, mark.get_title()


def test_bookmarks_are_numbers_and_words_of_headings_one_below_the_other() -> None:
    found = list(bookmarks(ENGLISH))
    assert found[:4] == [
        (0, "I. Introduction"),
        (0, "II. Harbours"),
        (1, "A. Northern"),
        (2, "1. Piers"),
    ]
    assert (0, "Annex II Further matters") in found
    assert found[-1] == (1, "I. Headings too")


# ---- what is refused ------------------------------------------------------------------------


def test_a_character_that_no_font_has_is_an_error_with_its_language() -> None:
    words = replace(prose("A \U000130b8 in stone"), language="egy")
    with pytest.raises(Rejected) as raised:
        printed(replace(paragraph(), text=words))
    [found] = raised.value.report.errors
    assert found.message == "no font has “\U000130b8” (U+130B8), used in egy"
    assert "docgen doctor" in found.hint


def lacking(style: Stylesheet) -> Stylesheet:
    face = replace(style.faces["text"], pdf=("Liberation Serif", "No Such Song"))
    return replace(style, faces={**style.faces, "text": face})


def test_a_font_that_is_not_installed_is_an_error_and_not_replaced() -> None:
    with pytest.raises(SetupError, match="not installed: No Such Song"):
        pdf.write(report(ENGLISH), lacking(sheet(ENGLISH)))
