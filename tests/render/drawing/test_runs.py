"""Runs that Pango has shaped, as bytes."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text.line_break import Layout

from docgen.render.drawing.runs import Run, runs

TEXT = "Walks, é 汉字。 (1)"


@pytest.fixture(scope="module")
def style() -> Any:
    page = HTML(string="<p style='font-family: Liberation Serif'>x").render().pages[0]._page_box
    return next(each for each in page.descendants() if each.element_tag == "p").style


def shaped(text: str, style: Any) -> tuple[Layout, list[Run]]:
    """The layout, by which the fonts of its runs last."""
    layout = Layout(style)
    layout.set_text(text)
    return layout, [*runs(layout.get_first_line()[0])]


def letters(found: list[Run], text: str) -> list[str]:
    return [run.letters(at, text) for run in found for at in range(len(run.places()))]


def test_every_glyph_knows_its_letters(style: Any) -> None:
    _layout, found = shaped(TEXT, style)
    assert len({run.start for run in found}) > 1
    assert "".join(letters(found, TEXT)) == TEXT
