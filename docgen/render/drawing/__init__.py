"""Pages drawn with less work: the same operators, found sooner."""

from __future__ import annotations


def keep() -> None:
    """Let WeasyPrint, which is loaded, draw this way from now on."""
    import pydyf
    from weasyprint import draw
    from weasyprint import stacking as order
    from weasyprint.draw import text as drawn
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import background, inline
    from weasyprint.text.line_break import Layout

    from docgen.render.drawing import decoration, file, justified, kept, stacking, text

    decoration.bare(Box)
    background.layout_box_backgrounds = decoration.backgrounds(background.layout_box_backgrounds)
    draw.draw_border = decoration.border(draw.draw_border)
    draw.draw_outline = decoration.outline(draw.draw_outline)
    draw.draw_text = text.text(draw.draw_text)
    drawn.draw_first_line = text.first_line(drawn.draw_first_line)
    inline.add_word_spacing = justified.spaced(inline.add_word_spacing)
    order._dispatch_children = stacking.children(order._dispatch, order._dispatch_children)
    pydyf.PDF.write = file.written(pydyf.PDF.write)
    Layout.deactivate = kept.deactivate
