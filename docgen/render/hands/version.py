"""The names of WeasyPrint that are replaced or built on, and whether they are there."""

from __future__ import annotations

from docgen.render.engine import differences

NAMES = {
    "document:Page.paint": "(self, stream, scale=1)",
    "draw:draw_page": "(page, stream)",
    "draw:draw_stacking_context": "(stream, stacking_context)",
    "draw.text:draw_text": "(stream, textbox, offset_x, text_overflow, block_ellipsis)",
    "layout.background:layout_backgrounds": "(page, get_image_from_uri)",
    "layout.page:remake_page": "(index, context, root_box, html)",
    "pdf.fonts:Font": "(pango_font, description, font_size)",
    "pdf.stream:Stream": (
        "(fonts, page_rectangle, resources, images, tags, color_profiles, output_intent, *args, "
        "**kwargs)"
    ),
    "pdf.stream:Stream.add_group": "(self, x, y, width, height)",
    "pdf.stream:Stream.marked": "(self, box, tag)",
    "text.line_break:Layout.__init__": "(self, style, justification_spacing=0, max_width=None)",
    "stacking:StackingContext.from_box": "(box, page, child_contexts=None)",
}
"""Every name of WeasyPrint that is replaced or built on, with its signature."""


def known() -> bool:
    """Whether the WeasyPrint that is installed can be worked on, by its version and its names."""
    return not any(differences(NAMES))
