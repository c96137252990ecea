"""The names of WeasyPrint that are replaced while a PDF is made, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any

from weasyprint import draw
from weasyprint.document import Page
from weasyprint.layout import page as paging

from docgen.render.hands.desk import Desk
from docgen.render.hands.drawn import Part
from docgen.render.hands.joining import join
from docgen.render.structure import hooks
from docgen.render.structure.spaces import Spaces

Function = Callable[..., Any]

_MAKING = Lock()
"""Names are replaced for the whole process, so that one PDF is made at a time."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an empty box stands for: the box as it is, and what was drawn of it."""

    box: Any
    part: Part


@contextmanager
def laying_out() -> Iterator[Desk]:
    """Have pages drawn by another process that are laid out in the block."""
    desk, remake_page = Desk(), paging.remake_page
    with _MAKING:
        paging.remake_page = _made(remake_page, desk)
        try:
            yield desk
        finally:
            paging.remake_page = remake_page
            desk.end()


@contextmanager
def structured(document: Any, symbol: str, desk: Desk) -> Iterator[None]:
    """As that of `structure`, but what `desk` has of the pages is not drawn once more."""
    desk.share()
    joining = _Joining(desk)
    paint, draw_stacking_context = Page.paint, draw.draw_stacking_context
    Page.paint = joining.painted(paint)
    draw.draw_stacking_context = joining.joined(draw_stacking_context)
    try:
        with hooks.structured(document, symbol) as joining.spaces:
            yield
    finally:
        Page.paint, draw.draw_stacking_context = paint, draw_stacking_context


class _Joining:
    """Puts what was drawn of pages into the file; `spaces` follow its words."""

    spaces: Spaces

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def painted(self, original: Function) -> Function:
        """Draw a page with empty boxes in place of the parts that are known."""

        @wraps(original)
        def paint(page: Any, stream: Any, scale: float = 1) -> None:
            box = page._page_box
            parts, children = self.desk.turn(box, stream._fonts), box.children
            box.children = [_empty(child, parts.get(id(child))) for child in children]
            original(page, stream, scale)
            box.children = children

        return paint

    def joined(self, original: Function) -> Function:
        """Draw what an empty box stands for as it is known."""

        @wraps(original)
        def draw_stacking_context(stream: Any, context: Any) -> None:
            known: Known | None = vars(context.box).get("known")
            if known:
                join(known.part, stream, known.box, self.spaces)
            else:
                original(stream, context)

        return draw_stacking_context


def _made(original: Function, desk: Desk) -> Function:
    @wraps(original)
    def remake_page(index: int, context: Any, root_box: Any, html: Any) -> Any:
        page, resume_at = original(index, context, root_box, html)
        desk.made(index, page, context.get_image_from_uri)
        return page, resume_at

    return remake_page


def _empty(box: Any, part: Part | None) -> Any:
    """`box` without content, if its `part` is known, but for a body with the background of a page.

    No box is copied the way that WeasyPrint does it, for the original has no borders afterwards.
    """
    if part is None or part.operations is None:
        return box
    empty = box.copy()
    empty.children = []
    for child in box.children:
        if child.element_tag == "body":
            empty.children.append(child.copy())
            empty.children[-1].children = []
    empty.known = Known(box, part)
    return empty
