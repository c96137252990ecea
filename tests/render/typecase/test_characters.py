"""What the pages of an HTML text can show."""

from __future__ import annotations

from base64 import b64encode

import pytest

from docgen.render.typecase.characters import characters


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>地方</p>", "地方"),
        ("<p>caf&eacute; &amp; &#x2013;</p>", "é&–"),
        (r"<style>p::before { content: '\2060' '\a0' }</style>", ""),
        (r"<style>p::before { content: '\2014 x' }</style>", "—x"),
        ("<p></p>", "0123456789./"),
    ],
)
def test_characters_are_found_in_text_entities_and_escapes(source: str, shown: str) -> None:
    assert set(shown) <= characters(source)


def test_drawings_within_the_page_are_looked_into() -> None:
    drawing = b64encode("<svg><text>轴 &#x8FC7;</text></svg>".encode()).decode()
    found = characters(f'<img src="data:image/svg+xml;base64,{drawing}">')
    assert {"轴", "过"} <= found


def test_what_cannot_be_seen_needs_no_glyph() -> None:
    assert not characters("\u2060\u200b\n") & {"\u2060", "\u200b", "\n"}
