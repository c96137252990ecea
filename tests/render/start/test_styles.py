"""Styles that elements have in common."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.css import StyleFor
from weasyprint.formatting_structure.boxes import BlockBox

from docgen.render.start import styles

PAGE = """
<style>@page { margin: 0 } p { color: red; margin: 3px } .b { color: blue }</style>
<p id="one"><span>1</span> a</p><p id="two"><span>2</span> b</p><p>c</p><p class="b">d</p>
<p id="six"><a href="#one">6</a></p>
"""


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Styles are shared, however the engine was imported."""
    method = "set_computed_styles"
    monkeypatch.setattr(StyleFor, method, getattr(StyleFor, method))
    styles.share()


def laid_out() -> tuple[dict[str, Any], Any]:
    """The boxes of the page by the words in them, and the page."""
    page = HTML(string=PAGE).render().pages[0]
    blocks = [box for box in page._page_box.descendants() if isinstance(box, BlockBox)]
    return {_words(box): box for box in blocks if box.element_tag == "p"}, page


def _words(box: Any) -> str:
    return "".join(part.text for part in box.descendants() if hasattr(part, "text"))


def test_what_stands_within_elements_that_differ_in_their_id_alone_has_one_style() -> None:
    found, _ = laid_out()
    one, two = (
        next(part for part in found[words].descendants() if part.element_tag == "span")
        for words in ("1 a", "2 b")
    )
    assert one.style is two.style


def test_each_element_has_its_own_anchor_and_all_are_found() -> None:
    found, page = laid_out()
    assert [found[words].style["anchor"] for words in ("1 a", "2 b", "c")] == ["one", "two", None]
    assert set(page.anchors) == {"one", "two", "six"}


def test_other_rules_are_kept_apart() -> None:
    found, _ = laid_out()
    colours = {words: str(found[words].style["color"]) for words in ("1 a", "2 b", "c", "d")}
    assert colours["1 a"] == colours["2 b"] == colours["c"] != colours["d"]
    assert {box.style["margin_top"].value for box in found.values()} == {3}


def test_a_copy_of_a_shared_style_stands_alone() -> None:
    found, _ = laid_out()
    copy = found["2 b"].style.copy()
    copy["margin_top"] = "changed"
    assert copy["anchor"] == "two"
    assert found["1 a"].style["margin_top"].value == found["2 b"].style["margin_top"].value == 3
