"""SVG → PNG for programs that cannot show drawings, kept for as long as the drawing is the same.

A chart takes as long to draw in dots as ten pages of text take to be written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any

from docgen.model import Image
from docgen.report import DocgenError
from docgen.store import NOWHERE_KEPT, Store, digest

SVG = "image/svg+xml"
PNG = "image/png"
JPEG = "image/jpeg"
_CSS_DPI, _FONT_SIZE = 96.0, 16.0
"""What a CSS inch and letters of no stated size have in pixels."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_PANIC = "PanicException"
"""The class of the errors of the library, which is not there to be imported."""

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
    source, pixels = _asked(image, width, dpi)
    try:
        if store.keeps:
            data = store.kept(_key(source, pixels), lambda: _drawn(source, pixels))
        else:
            data = _drawn(source, pixels)
    except ValueError as error:
        raise DocgenError(
            f"the drawing {image.name} cannot be drawn: {error}", "Save it again as plain SVG."
        ) from error
    return Image(f"{image.name.removesuffix('.svg')}.png", PNG, data)


def kept(image: Image, width: float, store: Store, *, dpi: int = 300) -> bytes | None:
    """The PNG of the same, if it was made before."""
    return store.find(_key(*_asked(image, width, dpi))) if store.keeps else None


def _asked(image: Image, width: float, dpi: int) -> tuple[str, int]:
    """The drawing, and how many dots wide it is to be."""
    return image.data.decode("utf-8-sig"), max(1, round(width * dpi / 72))


def _key(source: str, pixels: int) -> str:
    fonts = _fonts() if _worded(source) else ()
    return digest("raster", *_program(), pixels, *fonts, source)


@lru_cache(_REMEMBERED)
def _drawn(source: str, pixels: int) -> bytes:
    """The drawing so many dots wide; ValueError for what is none."""
    if _NAMESPACE not in source:
        raise ValueError("it does not say that it is SVG")
    engine = _engine()
    try:
        tree = engine.usvg.Tree.from_str(source, _options(_worded(source)))
        width, height = tree.int_size()
        size = pixels, -(-pixels * height // width)
        scale = pixels / width, 0, 0, 0, size[1] / height, 0
        return bytes(engine.render(tree, scale, bg_size=size))
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise ValueError(f"{error}") from error


def drawn(store: Store, receive: Callable[[], tuple[Image, float] | None]) -> dict[object, bytes]:
    """Draw what is received, with the width of its place in points, until nothing is.

    The PNG of each by its number. Meanwhile what they are made with is loaded.
    """
    prepare()
    asked = enumerate(iter(receive, None))
    return {number: raster(image, width, store).data for number, (image, width) in asked}


def prepare() -> None:
    """Load what drawings are made with, before there is one; fonts take longest."""
    _options(True)


@cache
def _options(worded: bool, /) -> Any:
    """How a drawing is read that has words, or none."""
    options = _engine().usvg.Options.default()
    options.dpi, options.font_size = _CSS_DPI, _FONT_SIZE
    if worded:
        options.load_system_fonts()
    return options


def _worded(source: str) -> bool:
    """Whether there may be words, so that the fonts of the machine matter."""
    return "text" in source


@cache
def _engine() -> Any:
    """The library resvg, without the package around it.

    The package looks for its own version, which takes as long as to draw a chart.
    """
    found = _place()
    engine = module_from_spec(found)
    found.loader.exec_module(engine)
    return engine


@cache
def _place() -> Any:
    """Where the library is."""
    package = find_spec("resvg")
    folders = package.submodule_search_locations if package else None
    found = PathFinder.find_spec("_resvg", folders) if folders else None
    if found is None:
        raise ModuleNotFoundError("No module named 'resvg'", name="resvg")
    return found


@cache
def _program() -> tuple[object, ...]:
    """What tells this rasteriser from another: the size and the time of its file, unopened."""
    found = Path(_place().origin).stat()
    return found.st_size, found.st_mtime_ns


@cache
def _fonts() -> tuple[str, ...]:
    """What tells the fonts of this machine from others: folders and their times."""
    return tuple(sorted(f"{folder} {folder.stat().st_mtime_ns}" for folder in _font_folders()))


def _font_folders() -> Iterator[Path]:
    for top in _FONTS:
        for folder, _, _ in os.walk(Path(top).expanduser()):
            yield Path(folder)
