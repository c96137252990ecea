"""Cited documents become links to the reader's language version."""

from __future__ import annotations

from typing import Any

from docgen.cite import cite
from docgen.model import Inline, Link, Prose, Strong, Text


def cited(*inlines: Inline, language: str = "en") -> tuple[Inline, ...]:
    document: Any = (Prose("", "", inlines),)
    return cite(document, language)[0].inlines  # type: ignore[index, no-any-return]


def test_a_bare_symbol_becomes_a_link() -> None:
    assert cited(Text("(see A/75/982).")) == (
        Text("(see "),
        Link("https://docs.un.org/en/A/75/982", (Text("A/75/982"),)),
        Text(")."),
    )


def test_the_link_leads_to_the_language_of_the_reader() -> None:
    assert cited(Text("见A/75/982。"), language="zh")[1] == Link(
        "https://docs.un.org/zh/A/75/982", (Text("A/75/982"),)
    )


def test_words_can_lead_to_a_symbol() -> None:
    link = Link("symbol:A/RES/70/1", (Text("resolution 70/1"),))
    assert cited(link) == (Link("https://docs.un.org/en/A/RES/70/1", link.children),)


def test_symbols_in_bold_text_are_links_too() -> None:
    (bold,) = cited(Strong((Text("A/75/982"),)))
    assert isinstance(bold, Strong)
    assert isinstance(bold.children[0], Link)


def test_symbols_within_a_link_stay_as_they_are() -> None:
    link = Link("https://example.org", (Text("A/75/982"),))
    assert cited(link) == (link,)
