"""The objects of a file, whether a page shows them or not → what none of them may be or hold."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from math import ceil
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, PdfError, Stream

from docgen.check.fonts import FILES
from docgen.check.press import colours
from docgen.check.press.operators import INTENTS
from docgen.profile import Profile

FORBIDDEN = {
    "/AA": "something that happens by itself",
    "/JS": "a script",
    "/EF": "another file",
    "/Alternates": "a picture with another in its place",
    "/OPI": "a picture that is to be replaced by another (OPI)",
    "/Ref": "a page of another file",
    "/TR": "a transfer function",
    "/TR2": "a transfer function",
    "/HT": "a screen for halftones",
    "/DefaultGray": "other colours for gray",
    "/DefaultRGB": "other colours for RGB",
    "/DefaultCMYK": "other colours for CMYK",
}
"""Keys that no object may have (ISO 15930-7, 6.2 to 6.23), with what they stand for."""

PACKED = (Name.FlateDecode, Name.DCTDecode)
"""The filters of streams that can be judged; LZW and encryption are not allowed."""

SIMPLE = (Name.Type1, Name.MMType1, Name.TrueType)
"""Fonts that are no parts of others and must have a description."""

PARTS = {"DeviceGray": 1, "DeviceCMYK": 4}


def faults(file: pikepdf.Pdf, profile: Profile) -> Iterator[str]:
    """All that is wrong with the objects of `file`."""
    for found in file.objects:
        if isinstance(found, Dictionary | Stream):
            yield from _held(found, profile)
        if isinstance(found, Stream):
            yield from _stream(found)


def _held(found: Any, profile: Profile) -> Iterator[str]:
    """What `found` holds, and the dictionaries in it that are no objects of their own."""
    for key, value in found.items():
        if key in FORBIDDEN:
            yield f"the file has {FORBIDDEN[key]} ({key})"
        if isinstance(value, Dictionary) and not value.is_indirect:
            yield from _held(value, profile)
    yield from _font(found)
    if "/Group" in found and found.Group.get("/CS") not in (None, *_mixed(profile)):
        yield "the file has a group that is mixed in other colours than inks"


def _mixed(profile: Profile) -> tuple[Name, ...]:
    """The colours in which a group can be mixed."""
    return (Name.DeviceGray, Name.DeviceCMYK) if profile.in_colour else (Name.DeviceGray,)


def _font(found: Any) -> Iterator[str]:
    """Fonts that the file does not hold, used or not; a Type 3 font holds drawings, not letters."""
    kind, subtype = found.get("/Type"), found.get("/Subtype")
    if kind == Name.FontDescriptor and not any(key in found for key in FILES):
        yield f"the font {_named(found, '/FontName')} is not embedded"
    elif kind == Name.Font and subtype == Name.Type3:
        yield "the file has a font whose letters are drawings (Type 3)"
    elif kind == Name.Font and subtype in SIMPLE and "/FontDescriptor" not in found:
        yield f"the font {_named(found, '/BaseFont')} is not embedded"


def _named(found: Any, key: str) -> str:
    return str(found.get(key, "without a name")).removeprefix("/")


def _stream(found: Any) -> Iterator[str]:
    kind = found.get("/Subtype")
    if kind == Name.PS:
        yield "the file has a program for a printer (PostScript)"
    if kind == Name.Image and str(found.get("/Intent", INTENTS[0])) not in INTENTS:
        yield f"an image with a rendering intent that nobody knows ({found.Intent})"
    packed = found.get("/Filter")
    if packed is not None and packed not in PACKED:
        yield f"something is packed in a way that is not allowed ({packed})"
    elif not _is_whole(found, packed) or (kind == Name.Image and not _has_all_dots(found, packed)):
        yield f"{'an image' if kind == Name.Image else 'a part of the file'} is damaged"


def _is_whole(found: Any, packed: Any) -> bool:
    """Whether the bytes of a stream can be unpacked to their end."""
    raw = found.read_raw_bytes()
    if packed == Name.DCTDecode:
        return _is_photograph(raw)
    if packed != Name.FlateDecode:
        return True
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(raw)
    except zlib.error:
        return False
    return unpacking.eof


def _is_photograph(data: bytes) -> bool:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return False
    return True


def _has_all_dots(image: Any, packed: Any) -> bool:
    """Whether an image has as many bytes as its size asks for, where these can be counted."""
    parts = PARTS.get(colours.space(image.get("/ColorSpace"), None))
    if packed == Name.DCTDecode or parts is None:
        return True
    try:
        across = ceil(int(image.Width) * parts * int(image.BitsPerComponent) / 8)
        return len(image.read_bytes()) >= across * int(image.Height)
    except (AttributeError, PdfError):
        return False
