"""Boxes that have been laid out, without what boxes have in common.

WeasyPrint lays out all pages before it draws the first. A page of text has some five hundred boxes,
each with thirty attributes of its own, of which two thirds say that there is no margin, no border
and no limit; and as many are left behind with the boxes that they were made from. When a page is
laid out both take these from their class, and share equal numbers. Backgrounds, five attributes
more, are found when the page is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial, wraps
from math import inf
from typing import Any

from weasyprint import document, layout
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox, TextBox
from weasyprint.layout import page

from docgen.render.drawing.kept import keep_texts

LONG = 32
"""From so many pages on they are packed; those of a shorter document have room as they are."""

WAITING = "waiting"
"""The attribute of what knows the pages that holds those to be packed if more of them come."""

Function = Callable[..., Any]
Place = dict[int, Any] | None
"""Where a page begins: the index of a child, and where in that child; None at its beginning."""

SET = "remove_decoration_sides"
SIDES = ("top", "right", "bottom", "left")
COMMON: dict[str, Any] = {
    **{f"{kind}_{side}": 0 for kind in ("margin", "padding") for side in SIDES},
    **{f"border_{side}_width": 0 for side in SIDES},
    **{f"min_{axis}": 0 for axis in ("width", "height")},
    **{f"max_{axis}": inf for axis in ("width", "height")},
    "children": [],
    "clearance": None,
    "first_letter_style": None,
    "first_line_style": None,
    "leading_collapsible_space": False,
    SET: frozenset(),
    "resume_at": None,
    "string_set": [],
    "text_indent": 0,
    "trailing_collapsible_space": False,
}
"""What most boxes are like."""

LINE = frozenset({"resume_at"})
TEXT = frozenset({"margin_top", "margin_bottom"})
NONE: frozenset[str] = frozenset()
"""What is asked of lines, texts and others while they are laid out, and of no finished page."""


def spare() -> None:
    """Let WeasyPrint, which is loaded, keep less of its boxes from now on."""
    document.layout_document = _let_go(document.layout_document)
    page.remake_page = _packed(page.remake_page)
    layout.layout_backgrounds = _later(layout.layout_backgrounds)
    document.Page.paint = _painted(document.Page.paint)


def _let_go(original: Function) -> Function:
    """What is known of targets leads to all the boxes that pages are made from."""

    @wraps(original)
    def layout_document(html: Any, root_box: Any, context: Any, *args: Any) -> Iterator[Any]:
        for number, made in enumerate(original(html, root_box, context, *args)):
            if number >= LONG:
                for box in made.children[1:]:
                    pack(box.descendants())
            yield made
        context.target_collector.target_lookup_items.clear()
        context.target_collector.counter_lookup_items.clear()
        context.tables.clear()
        vars(context).pop(WAITING, None)

    return layout_document


def _packed(original: Function) -> Function:
    @wraps(original)
    def remake_page(index: int, context: Any, root_box: Any, html: Any) -> Any:
        start = context.page_maker[index][0]
        made, stop = original(index, context, root_box, html)
        keep_texts(made)
        waiting = vars(context).setdefault(WAITING, [])
        waiting.append((made, start, stop))
        while index >= LONG and waiting:
            _pack(root_box, *waiting.pop())
        return made, stop

    return remake_page


def _later(original: Function) -> Function:
    """Backgrounds come last of all, after the boxes in the margins of the page."""

    @wraps(original)
    def layout_backgrounds(page: Any, get_image_from_uri: Any) -> None:
        for box in page.children[1:]:
            keep_texts(box)
        page.backgrounds = partial(original, page, get_image_from_uri)

    return layout_backgrounds


def _painted(original: Function) -> Function:
    @wraps(original)
    def paint(page: Any, stream: Any, scale: float = 1) -> None:
        backgrounds = vars(page._page_box).pop("backgrounds", None)
        if backgrounds:
            backgrounds()
        original(page, stream, scale)

    return paint


def _pack(root_box: Any, made: Any, start: Place, stop: Place) -> None:
    """Pack a page and what it is made from."""
    pack(made.descendants(placeholders=True))
    pack(between(root_box, start, stop))


def between(box: Any, start: Place, stop: Place) -> Iterator[Any]:
    """`box` and the boxes within it that a page is made of, which ends where the next begins."""
    yield box
    first = min(start) if start else 0
    last = max(stop) if stop else len(box.children)
    for index, child in enumerate(box.children[first : last + 1], first):
        end = stop and stop.get(index)
        if end or index != last:
            yield from between(child, start and start.get(index), end)


def pack(boxes: Iterable[Any]) -> None:
    """Take from `boxes` what their class can say for all of them; pictures are left alone."""
    known: dict[Any, Any] = {}
    for box in boxes:
        if not isinstance(box, ReplacedBox):
            done = LINE if isinstance(box, LineBox) else TEXT if isinstance(box, TextBox) else NONE
            kind: Any = type(box)
            box.__dict__ = _own(vars(box), done, known)
            box.__class__ = _packed_class(kind)


def _own(given: dict[str, Any], done: frozenset[str], known: dict[Any, Any]) -> dict[str, Any]:
    """The attributes that a box has alone, without what is `done`; those `known` are shared."""
    own = {
        name: known.setdefault(value, value) if type(value) is float else value
        for name, value in given.items()
        if name not in done and (name not in COMMON or value != COMMON[name])
    }
    if SET in own:
        sides = frozenset(own[SET])
        own[SET] = known.setdefault(sides, sides)
    return own


class Packed:
    """What packed boxes are; they can be laid out again."""

    def _reset_spacing(self: Any, side: str) -> None:
        """Begin a set of sides of its own."""
        self.remove_decoration_sides = {*self.remove_decoration_sides}
        super()._reset_spacing(side)  # type: ignore[misc]


@cache
def _packed_class(kind: Any) -> Any:
    """The class of packed boxes of a `kind`."""
    return kind if issubclass(kind, Packed) else type(kind.__name__, (Packed, kind), COMMON)
