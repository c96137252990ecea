"""Letters that a space beside them leaves as they are, so that a line can be cut out of a text.

Some fonts move letters nearer to a space, and then a line that ends there is not as wide as its
part of the text. Pango does not say where a text may be cut, so that each letter is tried once.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

from weasyprint.text.ffi import pango
from weasyprint.text.line_break import Layout

from docgen.render.drawing.runs import runs

GLYPHS = Struct("=16s4x")
"""A glyph of Pango in memory: its number, width and place, and bits that are not all set."""

FONT = (
    *("font_family", "font_style", "font_weight", "font_stretch", "font_kerning"),
    *(f"font_variant_{kind}" for kind in ("ligatures", "position", "caps", "numeric")),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("font_variation_settings", "font_language_override", "lang"),
)
"""The properties by which letters are shaped, but for their size."""

KEPT = "apart"
"""The attribute of styles, and of the fonts of a document, that holds what is known of letters."""


class Apart:
    """What is known of the letters of one font."""

    def __init__(self, style: Any) -> None:
        self.layout = Layout(style)
        self.space = self._glyphs(" ")
        self.known: dict[str, bool] = {}

    def leaves(self, letter: str) -> bool:
        """Whether a space leaves `letter` as it is, before it and after it."""
        if letter not in self.known:
            alone = self._glyphs(letter)
            both = self._glyphs(f"{letter} {letter}")
            self.known[letter] = both == [*alone, *self.space, *alone]
        return self.known[letter]

    def _glyphs(self, text: str) -> list[bytes]:
        """The glyphs of `text` with their widths and places, without space between letters."""
        pango.pango_layout_set_text(self.layout.layout, text.encode(), -1)
        line, _ = self.layout.get_first_line()
        return [glyph for run in runs(line) for (glyph,) in GLYPHS.iter_unpack(run.raw)]


def apart(style: Any) -> Apart:
    """What is known of the font of `style`, in any size; it is kept with the style, too."""
    found: Apart | None = vars(style).get(KEPT)
    if found is None:
        known: dict[str, Apart] = vars(style.font_config).setdefault(KEPT, {})
        key = str([style[name] for name in FONT])
        found = known[key] = known.get(key) or Apart(style)
        setattr(style, KEPT, found)
    return found
