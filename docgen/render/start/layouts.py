"""What Pango needs to know of a style, told to it once for all texts in that style.

WeasyPrint makes a context, a description of the font and a list of its features anew for every
piece of text that it measures, three times and more for each line.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.line_break import Layout

from docgen.render.start.everywhere import replace

KEPT = "pango"
STRUT = "strut"
"""The attributes of a style that hold what was made for it; copies of the style are without."""

_original = Layout.setup


class Prepared(NamedTuple):
    """What layouts in a style have in common: objects of Pango, and the font's features if any."""

    context: Any
    description: Any
    language: Any
    features: Any


def keep() -> None:
    """Let WeasyPrint, which is loaded, begin layouts with what is kept of their styles."""
    Layout.setup = setup
    replace(line_break.strut, strut, line_break)


def strut(style: Any) -> tuple[float, float]:
    """The height of a line in `style`, and where its baseline is."""
    known: tuple[float, float] | None = vars(style).get(STRUT)
    if known is None:
        known = line_break.strut(style)
        setattr(style, STRUT, known)
    return known


def setup(self: Any, style: Any) -> None:
    """Begin a layout; lines under and through text have measures that WeasyPrint takes itself."""
    if style["text_decoration_line"] != "none":
        _original(self, style)
        return
    known: Prepared = vars(style).get(KEPT) or _prepared(style)
    self.style, self.language, self.first_line_direction = style, known.language, 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.gc(pango.pango_layout_new(known.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, known.description)
    if known.features:
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, known.features)
        pango.pango_layout_set_attributes(self.layout, attributes)


def _prepared(style: Any) -> Prepared:
    """Make what layouts in `style` have in common, and keep it with the style."""
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    direction = line_break.PANGO_DIRECTION[style["direction"]]
    pango.pango_context_set_base_dir(context, direction)
    language = _language(style, context)
    description = line_break.get_font_description(style)
    made = Prepared(context, description, language, _features(style))
    setattr(style, KEPT, made)
    return made


def _language(style: Any, context: Any) -> Any:
    override = style["font_language_override"]
    tag = style["lang"]
    if override != "normal":
        tag = line_break.LST_TO_ISO.get(override.lower(), override)
    if not tag:
        return pango.pango_language_get_default()
    text, _ = line_break.unicode_to_char_p(tag)
    language = pango.pango_language_from_string(text)
    pango.pango_context_set_language(context, language)
    return language


def _features(style: Any) -> Any:
    """The attribute with the features of the font; None where the style asks for none."""
    kinds = ("ligatures", "position", "caps", "numeric", "alternates", "east_asian")
    asked = (style["font_kerning"], *(style[f"font_variant_{kind}"] for kind in kinds))
    features = line_break.font_features(*asked, style["font_feature_settings"])
    if not features:
        return None
    name = ",".join(f"{key} {value}" for key, value in features.items()).encode()
    known = style.font_config.font_features
    if name not in known:
        known[name] = pango.pango_attr_font_features_new(name)
    return known[name]
