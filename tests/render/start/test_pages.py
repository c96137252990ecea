"""Boxes that have been laid out, and pages that are drawn from them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from weasyprint import HTML, document, layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext, page

from docgen.render.start import pages

STYLE = """
@page { size: 200pt 120pt; margin: 20pt; @top-left { content: counter(page) "/" counter(pages) } }
p { border: 1pt solid; padding: 2pt; margin: 4pt 0; background: #eee; border-radius: 3pt }
table { border-collapse: collapse } td { border: 2pt solid red }
i { background: yellow; padding: 0 2pt } .up { position: absolute; top: 3pt; left: 9pt }
a::after { content: target-counter(attr(href), page) }
"""
BODY = """
<p><a href="#end">See page </a></p><p>{words} <i>{words}</i></p><span class="up">up</span>
<table><tr><td>{words}<td>b<tr><td>c<td>d</table><ul><li>{words}</ul><p id="end">{words}</p>
"""
DRAWING = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"


def source() -> str:
    words = "One two three four five six seven eight nine ten. " * 9
    return f'<style>{STYLE}</style>{BODY.format(words=words)}<img src="{DRAWING}">'


PLACES = (
    (document, "layout_document"),
    (document.Page, "paint"),
    (layout, "layout_backgrounds"),
    (page, "remake_page"),
)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A PDF of WeasyPrint as it is, which boxes are packed in from here on."""
    for owner, name in PLACES:
        function = getattr(owner, name)
        monkeypatch.setattr(owner, name, getattr(function, "__wrapped__", function))
    data: bytes = HTML(string=source()).write_pdf()
    monkeypatch.setattr(pages, "LONG", 0)
    pages.spare()
    return data


def test_what_is_drawn_is_the_same(plain: bytes) -> None:
    assert HTML(string=source()).write_pdf() == plain


def test_a_document_can_be_written_twice(plain: bytes) -> None:
    made = HTML(string=source()).render()
    assert made.write_pdf() == made.write_pdf() == plain


def test_no_box_has_what_its_class_says(plain: bytes) -> None:
    made = HTML(string=source()).render()
    assert len(made.pages) > 3
    for box in (box for each in made.pages for box in each._page_box.descendants()):
        if not isinstance(box, boxes.ReplacedBox):
            own = pages.COMMON.keys() & vars(box).keys()
            assert [name for name in own if vars(box)[name] == pages.COMMON[name]] == []


@pytest.mark.parametrize(("long", "packed"), [(2, True), (99, False)])
def test_boxes_are_packed_where_there_are_many_pages(
    plain: bytes, long: int, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LONG", long)
    made = HTML(string=source()).render()
    roots = [each._page_box.children[0] for each in made.pages]
    assert {isinstance(root, pages.Packed) for root in roots} == {packed}
    assert made.write_pdf() == plain


def test_boxes_are_of_their_kind_and_say_what_they_said() -> None:
    box = boxes.BlockBox("p", {}, None, [])
    box.margin_top, box.margin_left, box.width = 3.5, 0, 9
    pages.pack([box])
    assert isinstance(box, boxes.BlockBox)
    assert (box.margin_top, box.margin_left, box.width, box.max_width) == (3.5, 0, 9, float("inf"))
    assert "margin_left" not in vars(box)


def test_a_packed_box_can_be_divided_again() -> None:
    first, second = (boxes.BlockBox("p", {"box_decoration_break": "slice"}, None, []) for _ in "ab")
    pages.pack([first, second])
    pages.pack([first])
    first.remove_decoration(start=True, end=False)
    assert first.remove_decoration_sides == {"top"}
    assert second.remove_decoration_sides == set()
    assert type(first) is type(second)


# ---- what a page is made of -------------------------------------------------------------------


def tree(name: str, *children: Any) -> Any:
    return SimpleNamespace(name=name, children=children)


ROOT = tree(
    "root",
    tree("a", tree("a1"), tree("a2")),
    tree("b", tree("b1", tree("line 1"), tree("line 2"), tree("line 3"))),
    tree("c", tree("c1")),
)


@pytest.mark.parametrize(
    ("start", "stop", "names"),
    [
        (None, None, "root a a1 a2 b b1 line 1 line 2 line 3 c c1"),
        (None, {1: None}, "root a a1 a2"),
        (None, {1: {0: {1: None}}}, "root a a1 a2 b b1 line 1"),
        ({1: {0: {1: None}}}, {1: {0: {2: None}}}, "root b b1 line 2"),
        ({1: {0: {2: None}}}, {2: None}, "root b b1 line 3"),
        ({2: None}, None, "root c c1"),
        ({0: {1: None}, 1: None}, {1: {0: None}, 2: None}, "root a a2 b"),
    ],
)
def test_what_a_page_is_made_of_lies_between_its_ends(start: Any, stop: Any, names: str) -> None:
    assert " ".join(box.name for box in pages.between(ROOT, start, stop)) == names


# ---- what is let go ---------------------------------------------------------------------------


def test_when_pages_are_laid_out_nothing_leads_to_what_they_are_made_from(
    plain: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts: list[Any] = []
    make = LayoutContext.__init__

    def kept(self: Any, *args: Any) -> None:
        make(self, *args)
        contexts.append(self)

    monkeypatch.setattr(LayoutContext, "__init__", kept)
    HTML(string=source()).render()
    (context,) = contexts
    assert not context.target_collector.target_lookup_items
    assert not context.tables
