"""Backgrounds, borders and outlines are drawn where there are any, in the order of WeasyPrint."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML

from docgen.render.drawing.looks import Look, look
from tests.render.drawing.drawn import both

DOT = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
PICTURE = f'url("{DOT}")'
WORDS = "One two three four five six seven. " * 12
TABLE = "<table><thead><tr><th>A<th>B<tbody><tr><td>c<td><tr><td colspan=2>d</table>"

STYLES = (
    "html { background: #eee } p { background: red }",
    "body { background: #eee } @page { background: yellow; border: 1pt solid; padding: 3pt }",
    "p { border: 1pt solid; border-radius: 3pt; box-decoration-break: clone }",
    "p { border-bottom: 2pt dotted blue } i { border: 1px solid; border-start-start-radius: 4px }",
    f"p {{ background: {PICTURE} no-repeat 3pt 4pt }} i {{ background: {PICTURE} }}",
    "p { background: red; visibility: hidden } i { visibility: visible; background: blue }",
    "p { box-shadow: 1pt 2pt 3pt red } i { box-shadow: inset 1px 1px blue }",
    f"p {{ border: 4px solid; border-image: {PICTURE} 2 }}",
    f"p {{ mask-border-source: {PICTURE}; mask-border-slice: 2 }}",
    "p { outline: 2px solid red } i { outline: 1px dashed }",
    "i { outline: 2px solid red; outline-offset: 2px }",
    "div { columns: 2; column-rule: 1px solid } div + p { columns: 3 }",
    "table { border-collapse: collapse } td { border: 1pt solid } th { background: silver }",
    "td { border: 1pt solid; empty-cells: hide } tr { background: #eee } thead { color: red }",
    "i { position: relative; top: 2pt } p { opacity: .5 }",
    "i { float: left } b { position: absolute; left: 3pt } p { overflow: hidden }",
    "i { display: inline-block; transform: rotate(9deg) } b { z-index: -1; position: relative }",
    "p { --c: red; background: var(--c) } i { background: var(--none, blue) }",
)


@pytest.mark.parametrize("style", STYLES)
def test_what_is_painted_is_what_weasyprint_paints(style: str) -> None:
    body = f"<div><p>{WORDS}<i>{WORDS}</i></p></div><p>{WORDS}<b>{WORDS}</b></p>{TABLE}"
    theirs, ours = both(body, style)
    assert ours == theirs


def looks(css: str) -> Look:
    page = HTML(string=f"<p style='{css}'>x").render().pages[0]._page_box
    style: Any = next(each for each in page.descendants() if each.element_tag == "p").style
    return look(style)


@pytest.mark.parametrize(
    ("css", "missing"),
    [
        ("color: red; font-weight: bold; margin: 3pt", set()),
        ("background: transparent; border-radius: 0; box-shadow: none; outline: none", set()),
        ("background: white", {"bare"}),
        (f"background-image: {PICTURE}".replace("'", "%27"), {"bare"}),
        ("border-radius: 1px", {"bare"}),
        ("border-end-end-radius: 1px", {"bare"}),
        ("visibility: hidden; background: red", set()),
        ("columns: 2; column-rule: 1px solid", {"unruled"}),
        ("columns: 2", set()),
        ("outline: 1px solid", {"unlined"}),
        ("opacity: .9", {"flat"}),
        ("float: left", {"flat"}),
        ("position: relative", {"flat"}),
    ],
)
def test_a_style_says_what_boxes_have_not(css: str, missing: set[str]) -> None:
    assert {name for name, has_not in looks(css)._asdict().items() if not has_not} == missing
