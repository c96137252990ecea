"""Above and below are where they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.translation import examine_source, places
from docgen.model import Block, Box, Document, Note, Section
from docgen.report import Diagnostic
from tests.check.translation.desk import (
    document,
    examined,
    facts,
    keys,
    paragraph,
    told,
)


def section(id: str, *blocks: Block) -> Section:
    title = paragraph("", f"{id}.title").text
    return Section(title, blocks, 1, id=id)


def look(source: Document, tag: str) -> list[Diagnostic]:
    return list(examine_source(source, facts(tag), places(source)))


def said(text: str, tag: str) -> list[str]:
    """What is said of `text`, which stands between two sections and a box with one paragraph."""
    box = Box(None, (paragraph("", "p-box"),), id="b-box")
    blocks = (
        section("s-one", paragraph("", "p-one")),
        section("s-two", paragraph(text, "u")),
        section("s-three", box, paragraph("", "p-three")),
    )
    return [found.message for found in look(document(tag, *blocks), tag)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "See paragraph [](#p-one) above."),
        ("en", "See paragraphs [](#p-box) to [](#p-three) below, and section [](#s-one)."),
        ("zh", "见上文第[](#p-one)段。"),
        ("zh", "见下文方框[](#b-box)和第[](#p-three)段。"),
        ("zh", "见下文第[](#p-box)至[](#p-three)段。"),
        ("fr", "Voir paragraphes [](#p-box) et [](#p-three) ci-dessous."),
        ("es", "Véase el párrafo [](#p-one) supra."),
        ("ru", "См. пункты [](#p-box)–[](#p-three) ниже."),
        ("ar", "انظر الفقرات من [](#p-box) إلى [](#p-three) أدناه."),
    ],
)
def test_a_true_direction_is_left_alone(tag: str, text: str) -> None:
    assert said(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "text", "true"),
    [
        ("en", "See paragraph [](#p-three) above.", "below"),
        ("en", "See section [](#s-one) below.", "above"),
        ("en", "See paragraphs [](#p-one) to [](#p-three) above.", "below"),
        ("zh", "见上文第[](#p-three)段。", "below"),
        ("zh", "见下文第[](#p-one)段。", "above"),
        ("zh", "见下文第[](#p-one)至[](#p-three)段。", "above"),
        ("fr", "Voir le paragraphe [](#p-three) ci-dessus.", "below"),
        ("es", "Véase el párrafo [](#p-one) infra.", "above"),
        ("ru", "См. пункт [](#p-three) выше.", "below"),
        ("ar", "انظر الفقرة [](#p-one) أدناه.", "above"),
    ],
)
def test_a_wrong_direction_is_told_with_the_true_one(tag: str, text: str, true: str) -> None:
    (message,) = said(text, tag)
    assert f"and it is {true}: " in message


def test_a_section_is_neither_above_nor_below_what_stands_in_it() -> None:
    (message,) = said("见上文第[](#s-two)节。", "zh")
    assert "it is the part in which the text itself stands" in message


def test_a_direction_is_checked_in_the_translation_too() -> None:
    source = document("en", paragraph("See paragraph [](#q) below.", "u"), paragraph("", "q"))
    (found,) = examined(source, {"u": "见上文第[](#q)段。"}, "zh")
    assert (found.key, found.unit) == ("direction", "u")


def test_a_note_stands_where_it_is_called() -> None:
    called = paragraph("A note.[^n]", "u")
    note = Note("n", paragraph("See para. [](#q) above.", "fn-n").text)
    early = document("en", paragraph("", "q"), called)
    late = document("en", called, paragraph("", "q"))

    def faults(source: Document) -> list[str]:
        noted = replace(source, notes=(note,))
        return [found.key for found in look(noted, "en")]

    assert faults(early) == []
    assert faults(late) == ["direction"]


def test_a_reference_without_a_direction_says_nothing() -> None:
    assert "direction" not in keys(told("Paragraph [](#p).", "en", "第[](#p)段。", "zh"))
