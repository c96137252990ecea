"""Corrections of WeasyPrint's text from right to left: justified lines, leaders, drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import bidirectional

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.leader import leader_index

from docgen.render.compose.tree import chain

COLLAPSING = ("normal", "nowrap", "pre-line")


def aligned(remove: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Keep a line at its edge when the space after its last word goes.

    WeasyPrint moves all of the line left by that space because the drawn text still holds it;
    justification then draws the text without it. Here the text is made anew without the space and
    stays where it was (in place of `layout.inline.remove_last_whitespace`).
    """

    def remove_last_whitespace(context: Any, line: Any) -> None:
        nested = chain(line)
        box = nested[-1]
        if not _leftward(line, box):
            remove(context, line)
            return
        width = box.width
        remove(context, line)
        for each in nested[1:]:
            each.position_x += width - box.width
        if box.text:
            box.pango_layout = inline.split_text_box(context, box, None, 0)[0].pango_layout

    return remove_last_whitespace


def led(handle: Callable[..., None]) -> Callable[..., None]:
    """Let all leaders of a list end at one place, which is the left edge of their lines.

    WeasyPrint counts their dots from the right, where lines from right to left have their indents
    (in place of `layout.inline.handle_leader`).
    """

    def handle_leader(context: Any, line: Any, containing_block: Any) -> None:
        handle(context, line, containing_block)
        _, leader = leader_index(line)
        if leader and leader.children and line.style["direction"] == "rtl":
            first = leader.position_x - min(dot.position_x for dot in leader.children)
            for dot in leader.children:
                dot.translate(dx=first)

    return handle_leader


def drawn(children: Callable[..., Any]) -> Callable[..., Any]:
    """Draw a text of an SVG file as one, if it runs from right to left and its letters may join.

    WeasyPrint puts letter after letter to the right, each by itself (in place of
    `svg.Node.text_children`, which settles the text before it is drawn).
    """

    def text_children(node: Any, *args: Any, **options: Any) -> Any:
        made = children(node, *args, **options)
        element = node._etree_node
        if element.text and any(bidirectional(letter) in ("R", "AL") for letter in element.text):
            element.text = _Whole(element.text)
        return made

    return text_children


class _Whole(str):
    """A text that comes in one piece to whoever wants its letters."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        return iter((str(self),))


def _leftward(line: Any, box: Any) -> bool:
    """Whether `box` is text in a line from right to left that ends with a space to be removed."""
    return bool(
        isinstance(box, boxes.TextBox)
        and line.style["direction"] == "rtl"
        and box.text.endswith(" ")
        and box.style["white_space"] in COLLAPSING
        and box.pango_layout.first_line_direction % 2
    )
