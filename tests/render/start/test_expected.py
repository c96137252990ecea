"""A style sheet that is parsed before the page that has it is there."""

from __future__ import annotations

import pytest
from weasyprint import HTML, css

from docgen.render.start.expected import Expected

RULES = "@page { size: 200px 100px } p { color: #123456; height: 40px }"


def page(style: str) -> str:
    paragraphs = "<p>Wells</p>" * 3
    return f"<html><head><style>{style}</style></head><body>{paragraphs}</body></html>"


def plainly(source: str) -> bytes:
    data: bytes = HTML(string=source).write_pdf(pdf_identifier=b"wells")
    return data


def written(source: str, known: Expected) -> bytes:
    with known.given():
        return plainly(source)


def test_a_page_with_that_style_sheet_is_the_same_and_nothing_is_parsed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known, plain = Expected(RULES), plainly(page(RULES))
    assert plain != plainly(page(""))
    monkeypatch.setattr(css, "CSS", None)
    assert written(page(RULES), known) == plain


def test_a_page_with_another_style_sheet_has_its_own() -> None:
    other = RULES.replace("40px", "90px")
    assert written(page(other), Expected(RULES)) == plainly(page(other))


@pytest.mark.parametrize(
    "rule", ["@font-face { font-family: a }", "@import 'a.css';", "@layer a { p { color: red } }"]
)
def test_rules_that_reach_further_are_parsed_with_their_page(rule: str) -> None:
    known = Expected(rule + RULES)
    assert known.parsed is None
    assert written(page(rule + RULES), known) == plainly(page(rule + RULES))


def test_afterwards_weasyprint_makes_its_style_sheets_itself() -> None:
    before = css.CSS
    with Expected(RULES).given():
        assert css.CSS is not before
    assert css.CSS is before
