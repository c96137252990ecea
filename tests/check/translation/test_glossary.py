"""The glossary: what is read, and what is found in texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.translation.glossary import Concept, read
from docgen.check.translation.terms import Index
from docgen.report import DocgenError
from tests.check.translation.desk import concepts, facts, keys, told

ROWS = [
    Concept({"en": ["Member State"], "zh": ["会员国"], "fr": ["État Membre"]}, {"zh": ["成员国"]}),
    Concept({"en": ["Goal", "Sustainable Development Goal"], "zh": ["可持续发展目标"]}, {}),
    Concept({"en": ["sustainable development"], "zh": ["可持续发展"]}, {"zh": ["发展目标"]}),
    Concept({"en": ["agenda"], "zh": ["议程"], "ru": ["повестка дня"]}, {}),
    Concept({"en": ["agenda"], "zh": ["日程"]}, {}),
    Concept({"en": ["General Assembly"], "ru": ["Генеральная Ассамблея"]}, {}),
    Concept({"en": ["local authority"], "ar": ["سلطة محلية", "السلطات المحلية"]}, {}),
]


def found(text: str, tag: str) -> set[str]:
    index = Index(ROWS, tag, facts(tag).terms)
    return {each.term for each in index.find(text)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "glossary.csv"


# ---- reading -----------------------------------------------------------------------------------


def test_a_row_has_terms_by_language_and_wording_that_is_forbidden(file: Path) -> None:
    file.write_text("en,zh,zh!\nresolution,决议|決議,决议案\ndecision,决定,\n", "utf-8")
    first, second = read(file)
    assert first == Concept({"en": ["resolution"], "zh": ["决议", "決議"]}, {"zh": ["决议案"]})
    assert second == Concept({"en": ["decision"], "zh": ["决定"]}, {"zh": []})


def test_without_a_file_there_are_no_terms(file: Path) -> None:
    assert read(file) == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("en,Chinese\na,b\n", 1, "the column “Chinese” is of no language"),
        ("en,zh\na,b,c\n", 2, "this row has more or fewer cells than the first"),
        ("en,zh\na,b\nc\n", 3, "this row has more or fewer cells than the first"),
        ('en,zh\n"a,b\n', 0, "not a table"),
    ],
)
def test_a_file_that_is_no_glossary_is_refused_with_its_line(
    file: Path, text: str, line: int, message: str
) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(DocgenError, match=message) as raised:
        read(file)
    assert raised.value.diagnostic.origin.line == line
    assert raised.value.diagnostic.hint


def test_a_file_in_another_encoding_is_refused(file: Path) -> None:
    file.write_bytes("en,zh\na,决议\n".encode("gb18030"))
    with pytest.raises(DocgenError, match="not a table"):
        read(file)


def test_the_glossary_of_the_project_has_sixty_concepts_in_english_and_chinese() -> None:
    both = [row for row in concepts() if row.terms["en"] and row.terms["zh"]]
    assert len(both) >= 60
    assert len({row.terms["en"][0] for row in both}) == len(both)


def test_no_wording_of_the_project_is_both_right_and_forbidden() -> None:
    for row in concepts():
        for tag, words in row.forbidden.items():
            assert not set(words) & set(row.terms[tag])


# ---- finding -----------------------------------------------------------------------------------


def test_a_long_term_hides_the_short_one_in_it() -> None:
    assert found("The Sustainable Development Goals", "en") == {"Sustainable Development Goal"}
    assert found("sustainable development", "en") == {"sustainable development"}
    assert found("可持续发展目标与可持续发展", "zh") == {"可持续发展目标", "可持续发展"}


def test_a_term_with_a_capital_letter_is_another_one_than_without() -> None:
    assert found("The member states", "en") == set()
    assert found("The Agenda", "en") == {"agenda"}


@pytest.mark.parametrize(
    ("tag", "text", "term"),
    [
        ("en", "the local authorities", "local authority"),
        ("en", "the Member\u00a0States", "Member State"),
        ("fr", "les États Membres", "État Membre"),
        ("ru", "решение Генеральной Ассамблеи", "Генеральная Ассамблея"),
        ("ru", "в повестке дня", "повестка дня"),
        ("ar", "للسلطات المحلية", "السلطات المحلية"),
    ],
)
def test_a_term_is_found_in_its_inflected_forms(tag: str, text: str, term: str) -> None:
    assert term in found(text, tag)


def test_a_part_of_a_word_is_no_term() -> None:
    assert found("Goalkeepers and subagendas", "en") == set()


def test_a_term_of_two_concepts_may_have_the_wording_of_either() -> None:
    assert told("The agenda.", "en", "议程。", "zh", ROWS) == []
    assert told("The agenda.", "en", "日程。", "zh", ROWS) == []
    assert told("The agenda.", "en", "程序。", "zh", ROWS) == [
        "glossary: u does not render “agenda” as “议程” or “日程”"
    ]


def test_forbidden_wording_is_told_instead_of_the_missing_term() -> None:
    assert told("Member States.", "en", "成员国。", "zh", ROWS) == [
        "forbidden: u renders “Member State” as “成员国”"
    ]


def test_forbidden_wording_within_wording_that_is_right_is_right() -> None:
    source = "Sustainable development and the Sustainable Development Goals."
    assert keys(told(source, "en", "可持续发展和可持续发展目标。", "zh", ROWS)) == set()
    assert keys(told(source, "en", "可持续发展和发展目标。", "zh", ROWS)) == {
        "glossary",
        "forbidden",
    }


def test_a_language_without_a_term_is_left_alone() -> None:
    assert told("The General Assembly.", "en", "L’assemblée.", "fr", ROWS) == []
