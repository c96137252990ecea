"""An image where it is painted → its dots to the inch, and the ink of its darkest place."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Name

from docgen.check.press import colours
from docgen.check.press.canvas import Canvas
from docgen.check.press.colours import CMYK, Colour
from docgen.check.press.geometry import corners, moved, sides

SAMPLES = 400
"""So many places are looked at along the longer side of an image, each the mean of its dots."""


def paint(canvas: Canvas, image: Any) -> None:
    """Keep `image`, which fills the unit square."""
    state = canvas.state
    pixels = _number(image, "/Width", "/W"), _number(image, "/Height", "/H")
    dots = [
        count * 72 / side for count, side in zip(pixels, sides(state.matrix), strict=True) if side
    ]
    is_mask = image.get("/ImageMask", image.get("/IM", False))
    named = image.get("/ColorSpace", image.get("/CS"))
    colour = state.fill if is_mask else Colour(colours.space(named, canvas.resources))
    how = canvas.how()
    if "/SMask" in image or image.get("/SMaskInData", 0):
        how["transparent"] = "a soft mask"
    square = [moved(point, state.matrix) for point in corners((0, 0, 1, 1))]
    most = ink(image) if colour.space == CMYK and not is_mask else 0
    canvas.paint(
        "image", (colour,), square, **how, resolution=min(dots, default=0), pixels=pixels, ink=most
    )


def _number(image: Any, *keys: str) -> int:
    return next((int(image[key]) for key in keys if key in image), 0)


def ink(image: Any) -> float:
    """All plates together at the darkest place of an image in CMYK, each from 0 to 1.

    Two or three per cent may be missing. 0 for one that is damaged, which is another fault.
    """
    from PIL import ImageChops

    try:
        picture = _opened(image)
    except (pikepdf.PdfError, AttributeError, OSError, SyntaxError, ValueError):
        return 0
    cyan, magenta, yellow, black = picture.reduce(-(-max(picture.size) // SAMPLES)).split()
    halves = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    most: Any = ImageChops.add(*halves, 2).getextrema()[1]
    return float(most) * 4 / 255


def _opened(image: Any) -> Any:
    """The dots of `image`, where 255 is all ink.

    The reader of photographs takes them for the opposite of what they say, as most are.
    """
    from PIL import Image, ImageChops

    size = int(image.Width), int(image.Height)
    photograph = image.get("/Filter") == Name.DCTDecode
    if photograph:
        picture: Any = Image.open(io.BytesIO(image.read_raw_bytes()), formats=("JPEG",))
        picture.draft(None, (SAMPLES, SAMPLES))
    else:
        picture = Image.frombytes("CMYK", size, image.read_bytes())
    opposite = [float(part) for part in image.get("/Decode", ())][:1] == [1]
    return picture if opposite == photograph else ImageChops.invert(picture)
