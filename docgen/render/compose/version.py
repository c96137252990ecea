"""The names of WeasyPrint that this package replaces, and whether they are there."""

from __future__ import annotations

from docgen.render.engine import Status, differences, named, source

REPORT = "report = not context.in_column and can_break_now and not could_break_before"
"""The one line of `_linebox_layout` that decides whether notes may go to the next page."""

PLACE = "overflow = context.layout_footnote(footnote)"
"""The one line of `_linebox_layout` that lays out the notes of a line."""

_TEXT = (
    "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
)

NAMES = {
    "layout:LayoutContext._update_footnote_area": "(self)",
    "layout.block:_linebox_layout": (
        "(context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, bottom_space, position_y, skip_stack, first_letter_style, "
        "first_line_style, draw_bottom_decoration, max_lines)"
    ),
    "layout.block:block_level_layout": (
        "(context, box, bottom_space, skip_stack, containing_block, page_is_empty=True, "
        "absolute_boxes=None, fixed_boxes=None, adjoining_margins=None, first_letter_style=None, "
        "first_line_style=None, discard=False, max_lines=None)"
    ),
    "layout.block:iter_line_boxes": (
        "(context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, "
        "fixed_boxes, first_letter_style, first_line_style)"
    ),
    "layout.inline:_adjust_line_height": "(box)",
    "layout.inline:can_break_text": "(text, lang)",
    "layout.inline:get_next_linebox": (
        "(context, linebox, position_y, bottom_space, skip_stack, containing_block, "
        "absolute_boxes, fixed_boxes, first_letter_style, first_line_style)"
    ),
    "layout.inline:handle_leader": "(context, line, containing_block)",
    "layout.inline:inline_block_width": "(box, context, containing_block)",
    "layout.inline:justify_line": "(context, line, extra_width)",
    "layout.inline:line_box_verticality": "(box)",
    "layout.inline:remove_last_whitespace": "(context, line)",
    "layout.inline:split_first_line": _TEXT,
    "layout.inline:split_inline_box": (
        "(context, box, position_x, max_x, bottom_space, skip_stack, containing_block, "
        "absolute_boxes, fixed_boxes, line_placeholders, waiting_floats, line_children, "
        "first_letter_style, first_line_style)"
    ),
    "layout.inline:split_text_box": "(context, box, available_width, skip, is_line_start=True)",
    "layout.inline:add_word_spacing": "(context, box, justification_spacing, x_advance)",
    "layout.inline:count_expandable_spaces": "(box)",
    "layout.inline:text_align": "(context, line, available_width, last)",
    "layout.leader:leader_index": "(box)",
    "layout.page:remake_page": "(index, context, root_box, html)",
    "layout.percent:resolve_percentages": "(box, containing_block)",
    "layout.preferred:inline_max_content_width": "(context, box, outer=True, is_line_start=False)",
    "layout.preferred:split_first_line": _TEXT,
    "svg:Node.text_children": "(self, element, trailing_space, text_root=False)",
    "text.line_break:Layout": "(style, justification_spacing=0, max_width=None)",
    "text.line_break:Layout.get_first_line": "(self)",
    "text.line_break:Layout.set_text": "(self, text, justify=False)",
    "text.line_break:get_log_attrs": "(text, lang)",
}
"""Every name of WeasyPrint that is replaced or built on, with its signature."""

LOST = "its lines and notes are set with less care"


def check() -> Status:
    """Whether the WeasyPrint that is installed can be worked on, by its version and its names."""
    found = next(differences(NAMES), "") or _report_elsewhere()
    return Status(not found, found, LOST if found else "")


def _report_elsewhere() -> str:
    try:
        text = source(named("layout.block:_linebox_layout"))
    except OSError:
        return "the source of WeasyPrint is not here"
    known = text.count(REPORT) == text.count(PLACE) == 1
    return "" if known else "WeasyPrint decides otherwise which notes may leave their page"
