"""What is asked of a font of Pango again and again, kept with the fonts of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import get_pango_font_key

FONTS = "pango_fonts"
"""The attribute of a font configuration that holds what is known of its fonts."""


class Advances(dict[int, int]):
    """The widths of glyphs of a `font` of Pango that stand alone, in its units."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, glyph: int) -> int:
        with ffi.new("PangoRectangle *") as logical:
            pango.pango_font_get_glyph_extents(self.font, glyph, ffi.NULL, logical)
            self[glyph] = width = int(logical.width)
        return width


class PangoFont:
    """A font of Pango in one size; it lasts as long as `layout`, of which a line is set in it."""

    def __init__(self, font: Any, layout: Any) -> None:
        self.it, self.layout = font, layout
        self.key, _, self.size = get_pango_font_key(font)
        self.advances = Advances(font)

    def written(self, stream: Any) -> tuple[Any, float]:
        """The font of the PDF that shows its glyphs in `stream`, and its size in CSS pixels."""
        return stream._fonts.get(self.key) or stream.add_font(self.it)[0], self.size


def known(style: Any) -> dict[Any, PangoFont]:
    """The fonts that are known of the document in which `style` is used, by Pango's own."""
    found: dict[Any, PangoFont] = vars(style.font_config).setdefault(FONTS, {})
    return found


def learn(fonts: Iterable[Any], layout: Any, style: Any) -> None:
    """Get to know `fonts`, which are Pango's own, in which the line of `layout` is set."""
    found = known(style)
    for font in fonts:
        if font not in found:
            found[font] = PangoFont(font, layout)
