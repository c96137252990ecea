"""Lines that are all of one text, made without asking what else may stand in a line.

Most lines of a paragraph, and most cells, are such. WeasyPrint looks for floats, marks, breaks
between boxes and boxes out of the flow, level by level; here the levels are only copied, by the
same steps, and lines with anything else in them are left to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import InlineBox, TextBox
from weasyprint.layout import inline

from docgen.render.compose import filled
from docgen.render.compose.words import LETTER

Function = Callable[..., Any]

NEAR = 1 + 1e-9
"""By how much WeasyPrint widens the room of a line at each level, for what floats lose."""


class Level(NamedTuple):
    """A box around a text, or the text itself.

    `place` is that of the child in which the line begins, or the byte of the text; `opens` tells
    that the box begins with the line.
    """

    box: Any
    place: int
    opens: bool


def get_next_linebox(original: Function) -> Function:
    """Make the next line, in place of WeasyPrint's function of that name."""

    def hook(context: Any, linebox: Any, *given: Any) -> Any:
        top, _, skip, around, _, _, *first = given
        plain = not any(first) and not context.excluded_shapes
        if plain and linebox.style["direction"] == around.style["direction"] == "ltr":
            levels = [*within(linebox, skip)]
            found = levels and _line(context, levels, skip, top, around)
            if found:
                return found
        return original(context, linebox, *given)

    return hook


def within(box: Any, skip: Mapping[int, Any] | None) -> Iterator[Level]:
    """The boxes from a line to the text that it begins with; none if it begins otherwise."""
    levels = [Level(box, *_place(skip))]
    while not isinstance(box, TextBox):
        skip = skip and skip[levels[-1].place]
        box = box.children[levels[-1].place] if box.children else None
        if not (isinstance(box, InlineBox | TextBox) and _plain(box)):
            return
        levels.append(Level(box, *_place(skip)))
    if box.text.encode()[levels[-1].place :][:1] not in (b"", b" "):
        yield from levels


def _place(skip: Mapping[int, Any] | None) -> tuple[int, bool]:
    return (next(iter(skip)), False) if skip else (0, True)


def _plain(box: Any) -> bool:
    """Whether a box stands in its line and in nothing else, and is cut where the line breaks."""
    style = box.style
    return (
        style["position"] == "static"
        and style["float"] == "none"
        and style["box_decoration_break"] == "slice"
        and style["direction"] == "ltr"
        and not box.is_leader
    )


def _line(context: Any, levels: Sequence[Level], skip: Any, top: float, around: Any) -> Any:
    """The line, and where to go on; None if there is anything but the text in it."""
    linebox, text = levels[0].box, levels[-1]
    left, room = around.content_box_x(), around.width
    lasts = all(level.place == len(level.box.children) - 1 for level in levels[:-1])
    if (
        not lasts
        and (len(text.box.text) - text.place) * LETTER * text.box.style["font_size"] < room
    ):
        return None
    linebox.position_x, linebox.position_y, linebox.width, linebox.height = left, top, 0, 0
    indent = linebox.text_indent
    edge = left + indent + filled.room(context, linebox, skip, room - indent, around)
    right = max(edge, left + room)
    for level in levels[1:]:
        edge *= NEAR
        level.box.position_y = top
        inline.resolve_percentages(level.box, around)
    start = text.box.position_x = left + linebox.text_indent
    made, stop, forced = inline.split_text_box(context, text.box, edge - start, text.place)
    if made is None or forced or made.position_x + made.margin_width() > right:
        return None
    ends = stop is None
    if (ends and not lasts) or not all(_bare(level, ends) for level in levels[:-1]):
        return None
    line, resume_at = _wrapped(levels, made, None if ends else {stop: None}, start)
    linebox.width, linebox.height = line.width, line.height
    _set(context, line, top, room, ends)
    return line, resume_at


def _bare(level: Level, ends: bool) -> bool:
    """Whether a box takes no room before a line that it begins with, and after its last line."""
    box = level.box
    left = level.opens and (box.margin_left or box.padding_left or box.border_left_width)
    right = ends and (box.margin_right or box.padding_right or box.border_right_width)
    return not (left or right)


def _wrapped(levels: Sequence[Level], made: Any, resume_at: Any, start: float) -> Any:
    """Copies of the boxes around a piece of text, and where to go on in the first of them."""
    for box, place, opens in reversed(levels[:-1]):
        copy = box.copy_with_children([made])
        copy.remove_decoration(start=not opens, end=resume_at is not None)
        if isinstance(copy, InlineBox):
            copy.position_x = start
        copy.width = made.position_x + made.margin_width() - copy.content_box_x()
        inline._adjust_line_height(copy)
        made, resume_at = copy, resume_at and {place: resume_at}
    return made, resume_at


def _set(context: Any, line: Any, top: float, room: float, ends: bool) -> None:
    """Align a line, and put it below what is above it."""
    inline.remove_last_whitespace(context, line)
    across = inline.text_align(context, line, room, last=ends)
    bottom, above = inline.line_box_verticality(line)
    line.baseline, line.position_y, line.height = -above, above, bottom - above
    line.margin_top = line.margin_bottom = 0
    line.translate(across, top - above)
    line.position_y = top
