"""The Geneva style on finished pages, in points, as measured in documents issued there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pypdfium2 as pdfium
import pytest

from docgen import bundle as bundles
from docgen import style as styles
from docgen.model import Document
from docgen.render import docx, pdf
from docgen.report import Report
from docgen.resolve import resolve
from docgen.style import Stylesheet
from tests.render.docx.opened import Opened
from tests.render.pages import lines, text, where
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, ROOT, paragraph, report

WIDTH, HEIGHT = 595.3, 841.9
FIRST_PAGE = {
    "United Nations": (120.5, 64),
    "General Assembly": (120.5, 94),
    "Distr.: General": (396.9, 93),
    "8 July 2044": (396.9, 105),
    "Original: English": (396.9, 129),
}


@cache
def sheet(tag: str) -> Stylesheet:
    return styles.load(ROOT / "styles", "geneva", bundles.load(ROOT / "locales", tag, Report()))


@cache
def document(tag: str) -> Document:
    """The sample with a paragraph of several lines."""
    bundle = bundles.load(ROOT / "locales", tag, Report())
    long = paragraph("Long " + "word after word " * 20, id="p-long")
    bare = replace(report(tag), blocks=(long, *report(tag).blocks))
    return resolve(bare, bundle, sheet(tag), Report())


@cache
def made(tag: str) -> bytes:
    return pdf.write(document(tag), sheet(tag)).data


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_page_is_a4(tag: str) -> None:
    leaves = pdfium.PdfDocument(made(tag))
    assert len(leaves) > 1
    assert all(leaf.get_size() == pytest.approx((WIDTH, HEIGHT), abs=0.1) for leaf in leaves)


@pytest.mark.parametrize("words", FIRST_PAGE)
def test_the_masthead_is_measured_like_an_issued_one(words: str) -> None:
    x, y = FIRST_PAGE[words]
    letter = where(made(ENGLISH), 1, words)
    assert letter.x == pytest.approx(x, abs=1)
    assert letter.y == pytest.approx(y, abs=1)


def test_the_thick_rule_stands_at_225_points_between_the_margins() -> None:
    leaf = pdfium.PdfDocument(made(ENGLISH))[0]
    bounds = [shape.get_bounds() for shape in leaf.get_objects(filter=[2], max_depth=1)]
    assert any(
        (left, right) == (pytest.approx(56.7, abs=1), pytest.approx(WIDTH - 56.7, abs=1))
        and HEIGHT - top == pytest.approx(225, abs=1)
        and top - bottom == pytest.approx(1.5, abs=0.1)
        for left, bottom, right, top in bounds
    )


def test_text_stands_from_113_to_482_points_and_after_its_number_at_142() -> None:
    data = made(ENGLISH)
    page = next(page for page in (1, 2) if "Long word" in text(data, page))
    assert where(data, page, "Long word").x == pytest.approx(141.7, abs=1)
    whole = [line for line in lines(data, page) if line.text.count("word") > 4]
    assert min(line.x for line in whole) == pytest.approx(113.3, abs=1)
    assert max(line.right for line in whole) == pytest.approx(482, abs=1)


def test_a_chinese_line_holds_35_characters() -> None:
    role, page = sheet(CHINESE).roles["paragraph"], sheet(CHINESE).page
    assert (page.measure - role.left - role.right) / role.size == pytest.approx(35, abs=0.05)


def test_the_foot_has_the_number_of_the_page_alone_in_nine_points() -> None:
    last = lines(made(ENGLISH), 2)[-1]
    assert last.text == "2"
    assert last.letters[0].size == pytest.approx(9, abs=0.01)
    assert last.x == pytest.approx(56.7, abs=1)


def test_notes_have_nine_points() -> None:
    role = sheet(ENGLISH).roles["note"]
    assert (role.size, sheet(ENGLISH).roles["running.head"].size) == (9, 9)


def test_what_geneva_does_not_change_is_that_of_headquarters() -> None:
    headquarters = styles.load(
        ROOT / "styles", "hq", bundles.load(ROOT / "locales", ENGLISH, Report())
    )
    assert sheet(ENGLISH).roles["organ"].size == headquarters.roles["organ"].size == 20
    assert sheet(ENGLISH).sequences == headquarters.sequences


def test_the_word_file_has_the_same_page_and_foot() -> None:
    found = Opened(docx.write(document(ENGLISH), sheet(ENGLISH)))
    assert found.find("//w:pgSz/@w:w") == ["11906"]
    assert found.find("//w:pgMar/@w:left") == ["1134"]
    assert "NUMPAGES" not in "".join(found.find("//w:instrText/text()", "footer1"))
    assert "PAGE" in "".join(found.find("//w:instrText/text()", "footer1"))
