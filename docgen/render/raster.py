"""SVG → PNG for programs that cannot show drawings, kept for as long as the drawing is the same.

A chart takes as long to draw in dots as ten pages of text take to be written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from docgen.model import Image
from docgen.report import DocgenError
from docgen.store import NOWHERE_KEPT, Store, digest

SVG = "image/svg+xml"
PNG = "image/png"
JPEG = "image/jpeg"
_CSS_DPI = 96.0
_REMEMBERED = 64
"""How many drawings a process remembers, whether they are kept or not: one can stand in a document
often."""

_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
"""Where the rasteriser looks for fonts, on a machine without other instructions."""


def raster(image: Image, width: float, store: Store = NOWHERE_KEPT, *, dpi: int = 300) -> Image:
    """A PNG of the SVG `image`, for a place `width` points wide; other images as they are.

    Raises DocgenError for a drawing that cannot be drawn.
    """
    if image.media_type != SVG:
        return image
    pixels, source = max(1, round(width * dpi / 72)), image.data.decode("utf-8-sig")
    fonts = _fonts() if "<text" in source else ()
    key = digest("raster", *_program(), pixels, *fonts, source)
    try:
        data = store.kept(key, lambda: _drawn(source, pixels))
    except ValueError as error:
        raise DocgenError(
            f"the drawing {image.name} cannot be drawn: {error}", "Save it again as plain SVG."
        ) from error
    return Image(f"{image.name.removesuffix('.svg')}.png", PNG, data)


@lru_cache(_REMEMBERED)
def _drawn(source: str, pixels: int) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=source, width=pixels, dpi=_CSS_DPI))


@cache
def _program() -> tuple[object, ...]:
    """What tells this rasteriser from another: the size and the time of its file, unopened."""
    spec = find_spec("resvg_py")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'resvg_py'", name="resvg_py")
    found = Path(spec.origin).stat()
    return found.st_size, found.st_mtime_ns


@cache
def _fonts() -> tuple[str, ...]:
    """What tells the fonts of this machine from others: folders and their times."""
    return tuple(sorted(f"{folder} {folder.stat().st_mtime_ns}" for folder in _font_folders()))


def _font_folders() -> Iterator[Path]:
    for top in _FONTS:
        for folder, _, _ in os.walk(Path(top).expanduser()):
            yield Path(folder)
