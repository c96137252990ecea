"""Faults of one text by itself, in a source as in a translation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.bundle import Bundle
from docgen.check.translation.facts import compiled
from docgen.report import DocgenError
from tests.check.translation.desk import bundle, keys, said, told


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The “silent” replies (see para. 5 (b)) – 46 in all – that that note had."),
        ("en", "Two dots (..) mean nil; an ellipsis … is left."),
        ("zh", "两点(..)表示不适用，省略号……表示从略。"),
        ("zh", "《契约》[^a]、“当局”及docgen引擎1 200次——均见A/99/1，第5(b)段。"),
        ("fr", "Voir le point 15 a), l’alinéa b) i) ; « ainsi » : oui !"),
        ("es", "¿Véase el párrafo 8 a) ii)? Sí, el 18%."),
        ("ru", "См. пункт 8 a); термин «орган» — прежний."),
        ("ar", "انظر الفقرة 8 (أ)، «هنا»؛ نعم."),
    ],
)  # fmt: skip
def test_right_text_is_left_alone(tag: str, text: str) -> None:
    assert said(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "text", "key"),
    [
        ("en", "One (of two.", "brackets"),
        ("en", "One of two).", "brackets"),
        ("en", "One (of [two)].", "brackets"),
        ("en", "One of of two.", "doubled-words"),
        ("en", "One of two..", "doubled-signs"),
        ("en", "One ,two.", "typography"),
        ("zh", "一,二。", "typography"),
        ("zh", "一。。", "doubled-signs"),
        ("zh", "一。.", "doubled-signs"),
        ("zh", "的的确定。", "doubled-words"),
        ("fr", "Oui: non.", "typography"),
        ("en", "A so\u00adft hyphen.", "debris"),
        ("en", "A tab\u0007.", "debris"),
        ("en", "\ufeffA mark.", "debris"),
        ("ar", "هنا\u200f.", "debris"),
    ],
)
def test_wrong_text_is_found(tag: str, text: str, key: str) -> None:
    assert key in keys(said(text, tag))


def test_a_fault_that_the_source_has_too_is_not_the_translators() -> None:
    assert "brackets" in keys(told("One and", "en", "“一和", "zh"))
    assert "brackets" not in keys(told("“One and", "en", "“一和", "zh"))


def test_a_message_shows_the_place() -> None:
    assert said("数据 改进。", "zh") == [
        "typography: has a slip of typography, blank between Chinese characters: …数据 改进。…"
    ]


def test_a_character_that_cannot_be_seen_is_named() -> None:
    assert said("The \u200btext.", "en") == ["debris: holds U+200B, zero width space"]


def spoiled(**changes: object) -> Bundle:
    """A bundle with other facts for the checks; None takes a key away."""
    right = bundle("fr")
    table = {**right.facts["checks"], **changes}
    table = {key: value for key, value in table.items() if value is not None}
    return replace(right, facts={**right.facts, "checks": table})


def test_a_pattern_that_is_none_is_told_with_its_file() -> None:
    with pytest.raises(DocgenError, match="not a regular expression") as raised:
        compiled(spoiled(doubled=["(open"]))
    assert raised.value.diagnostic.origin.file.endswith("locale.toml")
    assert "(open" in raised.value.diagnostic.hint


def test_a_key_that_is_missing_is_told_with_its_file() -> None:
    with pytest.raises(DocgenError, match="need the key “terms”") as raised:
        compiled(spoiled(terms=None))
    assert raised.value.diagnostic.origin.file.endswith("locale.toml")
