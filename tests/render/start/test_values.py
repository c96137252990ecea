"""Values that no rule sets are those that WeasyPrint finds."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.css import ComputedStyle
from weasyprint.css.properties import INITIAL_VALUES

from docgen.render.start import values

PAGE = """
<style>
  @page { margin: 1cm; @top-left { content: "x"; border: 1px solid } }
  p { margin-inline-start: 3em; color: red; font: italic 9pt serif; text-decoration: underline }
  b { border-style: solid; padding-block: 2px; inline-size: 4em; border-inline-end: 3px dotted }
  i { all: initial; margin: inherit; border-top-width: 4px } u { width: var(--w); --w: 3px }
  .rtl { direction: rtl; inset-inline-start: 3px; position: relative; float: left }
</style>
<p>a <b>b <i>c</i></b> <u>d</u></p><p class="rtl">e <b>f</b></p>
"""


def styles() -> list[Any]:
    page = HTML(string=PAGE).render().pages[0]._page_box
    found = {id(box.style): box.style for box in page.descendants()}
    return [style.copy() for style in found.values() if isinstance(style, ComputedStyle)]


def fresh(style: Any) -> Any:
    """A style with the same rules of which nothing is known."""
    copy = style.copy()
    copy.clear()
    return copy


@pytest.mark.parametrize("backward", [False, True])
def test_each_value_of_each_style_is_the_same(
    backward: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = ComputedStyle.__missing__
    names = sorted(INITIAL_VALUES, reverse=backward)
    for style in styles():
        theirs = fresh(style)
        wanted = {name: theirs[name] for name in names}
        with monkeypatch.context() as patched:
            patched.setattr(ComputedStyle, "__missing__", values.missing(original))
            ours = fresh(style)
            assert {name: ours[name] for name in names} == wanted


def test_most_values_are_found_without_weasyprint() -> None:
    asked: list[str] = []
    find = values.missing(lambda style, key: asked.append(key))
    inner = (style for style in styles() if style.parent_style)
    plain = min(inner, key=lambda style: len(style.cascaded))
    for name in INITIAL_VALUES:
        find(fresh(plain), name)
    assert len(asked) < len(INITIAL_VALUES) / 4
