"""The HTML of a document → every character that its pages can show."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape
from unicodedata import category

_DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})")
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))
"""What generated content can be made of: the numbers of pages, leaders."""


def characters(source: str) -> frozenset[str]:
    """The characters of `source`, those of its style sheets and drawings included."""
    drawings = (b64decode(data).decode() for data in _DRAWING.findall(source))
    escaped = (chr(int(code, 16)) for code in _ESCAPE.findall(source))
    shown = set(unescape(source)).union(*map(unescape, drawings), escaped)
    return _ALWAYS | {character for character in shown if _has_glyph(character)}


def _has_glyph(character: str) -> bool:
    """Whether a font must have `character`; spaces are not printable, but as wide as fonts say."""
    return character.isprintable() or category(character) == "Zs"
