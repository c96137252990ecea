"""Layouts begun with what is kept of their styles."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text import line_break
from weasyprint.text.line_break import Layout, line_size

from docgen.render.start import layouts

STYLES = (
    "font: italic bold 9pt Liberation Serif",
    "font-feature-settings: 'halt', 'kern' 0",
    "font-variant: small-caps; letter-spacing: 1px; word-spacing: 2px",
    "text-decoration: underline",
    "font-language-override: 'ROM'",
    "direction: rtl",
)


def begun(setup: Any, style: Any, text: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What Pango says of `text`, and what WeasyPrint knows of the layout."""
    monkeypatch.setattr(Layout, "setup", setup)
    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    facts = layout.ascent, layout.underline_position, layout.language, layout.first_line_direction
    return (*line_size(line, style), *facts)


@pytest.mark.parametrize("css", STYLES)
@pytest.mark.parametrize("lang", ["", "zh-Hans", "en"])
def test_a_layout_measures_as_one_that_was_begun_anew(
    css: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = f"<p lang='{lang}' style=\"{css}\">Affine 地方，“x”"
    page = HTML(string=source).render().pages[0]._page_box
    style = next(each for each in page.descendants() if each.element_tag == "p").style
    for text in ("Affine, AVATAR 1", "地方，“a”——"):
        found = [begun(layouts.setup, style, text, monkeypatch) for _ in range(2)]
        assert found == [begun(layouts._original, style, text, monkeypatch)] * 2


def test_a_copy_of_a_style_keeps_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = HTML(string="<p>x").render().pages[0]._page_box
    style = next(each for each in page.descendants() if each.element_tag == "p").style
    begun(layouts.setup, style, "x", monkeypatch)
    assert hasattr(style, layouts.KEPT)
    assert not hasattr(style.copy(), layouts.KEPT)


def test_the_height_of_a_line_is_found_once_for_a_style() -> None:
    page = HTML(string="<p style='font: 9pt/1.5 Liberation Serif'>x").render().pages[0]._page_box
    style = next(each for each in page.descendants() if each.element_tag == "p").style
    assert layouts.strut(style) == layouts.strut(style) == line_break.strut(style)
    assert layouts.strut(style)[0] == pytest.approx(18)
