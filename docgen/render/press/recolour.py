"""A PDF → the same with every stream, image and gradient in the inks of the plates."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, PdfImage, Stream
from PIL import Image

from docgen.render.press.plates import Plates, over_white
from docgen.render.press.streams import converted

SPACES = {"L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}


def recolour(file: pikepdf.Pdf, plates: Plates) -> None:
    """Convert all that `file` paints, in place: pages, forms, patterns, images, gradients."""
    for page in file.pages:
        data = pikepdf.unparse_content_stream(converted(pikepdf.parse_content_stream(page), plates))
        page.Contents = file.make_stream(data)
    for stream in _streams(file):
        if stream.get("/Subtype") == Name.Form or stream.get("/PatternType") == 1:
            data = pikepdf.unparse_content_stream(
                converted(pikepdf.parse_content_stream(stream), plates)
            )
            stream.write(data)
        elif stream.get("/Subtype") == Name.Image:
            _image(stream, plates)
    for shading in _shadings(file):
        _shading(shading, plates)


def _streams(file: pikepdf.Pdf) -> list[Any]:
    return [found for found in file.objects if isinstance(found, Stream)]


def _image(image: Any, plates: Plates) -> None:
    """Write the pixels again where they are no inks yet, or lie under a soft mask."""
    if image.get("/ImageMask") or (_is_printable(image, plates) and "/SMask" not in image):
        return
    picture = PdfImage(image).as_pil_image()
    if "/SMask" in image:
        picture = over_white(picture, PdfImage(image.SMask).as_pil_image())
    _write(image, plates.image(picture))


def _is_printable(image: Any, plates: Plates) -> bool:
    space = image.get("/ColorSpace")
    return bool(space == Name.DeviceGray or (space == Name.DeviceCMYK and plates.in_colour))


def _write(image: Any, picture: Image.Image) -> None:
    inks = picture if picture.mode in SPACES else picture.convert("L")
    for key in ("/SMask", "/Mask", "/Decode", "/DecodeParms"):
        if key in image:
            del image[key]
    image.ColorSpace = SPACES[inks.mode]
    image.BitsPerComponent = 8
    image.write(zlib.compress(inks.tobytes(), 9), filter=Name.FlateDecode)


def _shadings(file: pikepdf.Pdf) -> Iterator[Any]:
    """Every gradient, whether an object of its own or within a pattern."""
    for found in file.objects:
        if isinstance(found, Dictionary | Stream):
            inner = found.get("/Shading")
            for candidate in (found, inner):
                if isinstance(candidate, Dictionary | Stream) and "/ShadingType" in candidate:
                    yield candidate


def _shading(shading: Any, plates: Plates) -> None:
    """Convert the colours between which a gradient runs; another kind is left to the preflight."""
    if shading.get("/ColorSpace") == Name.DeviceRGB and "/Function" in shading:
        _function(shading.Function, plates)
        shading.ColorSpace = Name.DeviceCMYK if plates.in_colour else Name.DeviceGray


def _function(function: Any, plates: Plates) -> None:
    for part in function.get("/Functions", ()):
        _function(part, plates)
    for key in ("/C0", "/C1"):
        if key in function:
            inks = plates.paint(tuple(map(float, function[key])))
            levels = inks if plates.in_colour else tuple(1 - ink for ink in inks)
            function[key] = Array([Decimal(f"{round(level, 4):g}") for level in levels])
