"""Markup in pieces."""

from __future__ import annotations

import pytest

from docgen import bundle as bundles
from docgen.check.translation import compiled
from docgen.check.translation.glossary import Concept
from docgen.check.translation.terms import Index
from docgen.report import Report
from docgen.review.pieces import Reading, codes
from docgen.review.values import Term
from tests.libraries import ROOT

PLAIN = Reading("en", {"s-end": "V"})


def kinds(text: str, reading: Reading = PLAIN) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in reading.pieces(text)]


def test_codes_stand_apart_from_words() -> None:
    assert kinds(
        "As **agreed**,[^law] see [](#s-end) and [the site](https://example.org/a_(b))."
    ) == [
        ("text", "As "),
        ("code", "**"),
        ("text", "agreed"),
        ("code", "**"),
        ("text", ","),
        ("note", "[^law]"),
        ("text", " see "),
        ("reference", "[](#s-end)"),
        ("text", " and "),
        ("link", "[the site](https://example.org/a_(b))"),
        ("text", "."),
    ]


@pytest.mark.parametrize(
    "text", ["", "*", "[^", "[](#)", "a \\* b", "[x](", "第[](#s-end)节。[^law]"]
)
def test_joined_the_pieces_are_the_text_again(text: str) -> None:
    assert "".join(piece.text for piece in PLAIN.pieces(text)) == text


def test_a_reference_leads_to_its_row_and_tells_its_number() -> None:
    (piece,) = PLAIN.pieces("[](#s-end)")
    assert (piece.target, piece.title) == ("#u-s-end", "V")


def test_only_a_web_address_is_a_link() -> None:
    (safe,) = PLAIN.pieces("[a](https://example.org)")
    (script,) = PLAIN.pieces("[a](javascript:alert)")
    assert (safe.target, script.target) == ("https://example.org", "")


def test_a_symbol_leads_to_the_document_in_the_language_of_its_column() -> None:
    reading = Reading("zh")
    piece = reading.pieces("见A/79/968。")[1]
    assert (piece.kind, piece.text) == ("symbol", "A/79/968")
    assert piece.target == "https://docs.un.org/zh/A/79/968"


def with_terms() -> Reading:
    english = compiled(bundles.load(ROOT / "locales", "en", Report()))
    concepts = [Concept({"en": ["Member State"], "zh": ["会员国"]}, {"zh": ["成员国"]})]
    index = Index(concepts, "en", english.terms)
    term = Term("t-1", "Member State", ["会员国"], ["成员国"])
    return Reading("en", {}, index, {"Member State": term})


def test_a_term_leads_to_its_wordings_however_it_is_inflected() -> None:
    pieces = with_terms().pieces("The Member States act.")
    assert [(piece.kind, piece.text) for piece in pieces][1] == ("term", "Member States")
    assert (pieces[1].target, pieces[1].title) == ("#t-1", "会员国")


def test_no_term_is_found_within_a_code() -> None:
    assert kinds("[the Member State](https://example.org)", with_terms()) == [
        ("link", "[the Member State](https://example.org)")
    ]


def test_what_is_to_be_carried_over_is_told_once() -> None:
    pieces = PLAIN.pieces("A/79/968,[^a] *see* [](#s-end), and A/79/968[^b]")
    assert codes(pieces) == ["A/79/968", "[^a]", "[](#s-end)", "[^b]"]
