"""Style sheets that are parsed once for all pages that have them."""

from __future__ import annotations

import pytest
from weasyprint import CSS, HTML, css

from docgen.render.start import sheets

RULES = "@page { size: 200px 100px } p { color: #123456; height: 40px }"
OTHER = RULES.replace("#123456", "#654321")


def page(style: str) -> str:
    paragraphs = "<p>Wells</p>" * 3
    return f"<html><head><style>{style}</style></head><body>{paragraphs}</body></html>"


def written(style: str) -> bytes:
    data: bytes = HTML(string=page(style)).write_pdf(pdf_identifier=b"wells")
    return data


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Files as WeasyPrint makes them alone; from then on style sheets are kept."""
    monkeypatch.setattr(css, "CSS", CSS)
    made = {style: written(style) for style in ("", RULES, OTHER)}
    sheets._parsed.cache_clear()
    sheets.keep()
    return made


def test_pages_with_a_style_sheet_that_is_kept_are_the_same(plain: dict[str, bytes]) -> None:
    assert len(set(plain.values())) == 3
    for style in (RULES, OTHER, "", RULES, OTHER, RULES):
        assert written(style) == plain[style]


def test_a_style_sheet_that_is_expected_is_not_parsed_again(
    plain: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets.expect(RULES)
    monkeypatch.setattr("weasyprint.tinycss2.parse_stylesheet", None)
    assert written(RULES) == plain[RULES]


@pytest.mark.parametrize(
    "rule", ["@font-face { font-family: a }", "@import 'a.css';", "@layer a { p { color: red } }"]
)
def test_rules_that_reach_further_are_parsed_with_their_page(
    rule: str, plain: dict[str, bytes]
) -> None:
    assert sheets._parsed(rule + RULES) is None
    assert sheets._parsed(RULES)


def test_what_is_wrong_with_a_style_sheet_is_said_of_each_page(
    plain: dict[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        caplog.clear()
        written("p { colour: red }")
        assert [record.args[0] for record in caplog.records if record.args] == ["colour"]
