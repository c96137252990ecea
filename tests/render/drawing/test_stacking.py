"""Boxes are copied for drawing only where something is taken out of them."""

from __future__ import annotations

from weasyprint import HTML
from weasyprint.stacking import StackingContext

from tests.render.drawing.drawn import kept


def test_boxes_out_of_which_nothing_is_taken_are_drawn_themselves() -> None:
    with kept():
        body = "<p id=a>One <i>two</i></p><p id=b>Three <i style='position: relative'>four</i></p>"
        page = HTML(string=body).render().pages[0]._page_box
        root = StackingContext.from_page(page).zero_z_contexts[0]
    own = {id(box) for box in page.descendants()}
    copied = {box.element.get("id"): id(box) not in own for box in root.block_level_boxes}
    assert copied["a"] is False
    assert copied["b"] is True
