"""Names of pages are those that WeasyPrint finds."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import Box

from docgen.render.start import names

PAGE = """
<style>.a { page: a } .b { page: b } .out { position: absolute } .side { float: left }</style>
<section><div class="a"><p>one</p></div><p class="out a">out</p><p>two <b>three</b></p></section>
<section class="b"><p>four</p><div><p class="side a">side</p></div></section>
<section><table class="a"><td>five</table><p class="out">six</p></section><ul><li>seven</ul>
"""


def test_each_box_begins_and_ends_on_the_same_pages() -> None:
    pages = HTML(string=PAGE).render().pages
    boxes = [box for page in pages for box in page._page_box.descendants(placeholders=True)]
    found = [(names.page_values(box), box.page_values()) for box in boxes]
    assert all(ours == theirs for ours, theirs in found)
    assert {name for ours, _ in found for name in ours} >= {"a", "b", ""}


def test_each_edge_is_gone_down_once(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = 12 * "<div><p>x</p>" + 12 * "</div>"
    box = HTML(string=deep).render().pages[0]._page_box
    asked: list[Any] = []
    original = Box.is_in_normal_flow
    monkeypatch.setattr(Box, "is_in_normal_flow", lambda box: asked.append(box) or original(box))
    names.page_values(box)
    assert len(asked) < 200
