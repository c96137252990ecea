"""Lines of words filled as their whole paragraph or title wants, and narrowed to their room.

WeasyPrint fills a line with all that it has room for. A line is given the room of the words that
should be in it: so all else about lines stays WeasyPrint's. Where that is more than there is, the
spaces of the line are narrowed when it is aligned.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from math import isfinite
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBlockBox, LineBox, TextBox
from weasyprint.layout import inline

from docgen.render.compose.paragraph import Paragraph, space
from docgen.render.compose.work import WORK

EXACT = 0.001
"""By how many CSS pixels a line may be wider than its room."""

OVER = 0.125
"""By how much more than its spaces can give a line is narrowed, in ems, before it is left alone."""

WIDE = 0.6
"""The width of letters in ems, by which a text that is shorter than its line is known."""

PLANNED = "planned"
"""The attribute of a line box that holds what is found out about its paragraph."""

Function = Callable[..., Any]


GIVE: ContextVar[float] = ContextVar("GIVE", default=0.0)
"""The part of a word space that can be taken in this thread; if it is nothing none are."""


def room(context: Any, linebox: Any, skip: Any, first: float, around: Any) -> float:
    """The room that a line should be given where there is `first`, in a box of the width `around`.

    It is as much as there is where the line is not one of justified words alone, or of a title.
    """
    give, work, full = GIVE.get(), WORK.get(), justified(linebox.style)
    if not give or not (full or _title(linebox, first, around)) or not isfinite(first):
        return first
    if context.excluded_shapes or (work and work.composer.takes(linebox)):
        return first
    known = vars(linebox).get(PLANNED)
    if known is None:
        number = _number(context, linebox, around)
        known = Paragraph(linebox, around.width, number, give if full else 0.0)
        setattr(linebox, PLANNED, known)
    return known.wanted(linebox, skip, first, around.width) if known.leaves else first


def justified(style: Any) -> bool:
    """Whether lines are stretched to their full width."""
    return bool(style["text_align_all"] == "justify" and style["white_space"] == "normal")


def _title(linebox: Any, room: float, around: Any) -> bool:
    """Whether a block is a title, kept with what follows, and perhaps too long for one line."""
    style = around.style
    if style["break_after"] != "avoid" or style["white_space"] != "normal":
        return False
    letters = sum(len(box.text) for box in linebox.descendants() if isinstance(box, TextBox))
    return bool(letters * WIDE * style["font_size"] > room)


def _number(context: Any, linebox: Any, around: Any) -> float:
    """The width of the box with a number that a paragraph begins with."""
    first = linebox.children[0] if linebox.children else None
    if not isinstance(first, InlineBlockBox):
        return 0.0
    inline.resolve_percentages(first, around)
    inline.inline_block_width(first, context, around)
    return float(first.margin_width())


def split_inline_box(original: Function) -> Function:
    """Give a line the room that is wanted, in place of WeasyPrint's function of that name."""

    def hook(
        context: Any, box: Any, left: float, right: float, bottom: Any, skip: Any, *given: Any
    ) -> Any:
        if isinstance(box, LineBox):
            right = left + room(context, box, skip, right - left, given[0])
        return original(context, box, left, right, bottom, skip, *given)

    return hook


def text_align(original: Function) -> Function:
    """Narrow the spaces of a line that is wider than its room by what they can give."""

    def hook(context: Any, line: Any, available_width: float, last: bool) -> Any:
        excess, give = line.width - available_width, GIVE.get()
        if give and excess > EXACT and justified(line.style):
            spaces = inline.count_expandable_spaces(line)
            if excess <= give * space(line.style) * spaces + OVER * line.style["font_size"]:
                inline.add_word_spacing(context, line, -excess / spaces, 0)
                return 0
        return original(context, line, available_width, last)

    return hook
