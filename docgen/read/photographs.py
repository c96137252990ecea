"""PNG and JPEG files → why they are refused, and how fine they are in print."""

from __future__ import annotations

import binascii
import io
import re
import urllib.parse
import warnings
from base64 import b64decode

from docgen import limits

FORMATS = {".png": "PNG", ".jpg": "JPEG"}
_DOTS = b"\xda"
"""The marker after which the dots of a JPEG begin."""

FINE = 150
"""The dots to the inch of a picture, as large as it is printed, that nobody sees singly."""

WIDE, TALL = 366, 490
"""The room for a picture in the house styles, in points: it is as wide as the text if not tall."""

_EMBEDDED = re.compile(r"\s*data:image/(?P<kind>png|jpeg)(?P<base64>[^,]*;base64)?[^,]*,", re.ASCII)


def fault(data: bytes, suffix: str) -> str:
    """Why a picture with the ending `suffix` is refused; empty if it is not.

    Its size is read and its parts are checked, but its dots are not unpacked. The library that
    reads pictures is loaded only here, since most documents have none.
    """
    from PIL import Image, UnidentifiedImageError

    kind = FORMATS[suffix]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=(kind,)) as image:
                found = _size_fault(*image.size) or _depth_fault(image.mode)
                if not found:
                    image.verify()
                    if suffix == ".jpg" and not _has_end(data):
                        found = "ends too early, as if it had not been copied whole"
                return found
    except Image.DecompressionBombError:
        return f"has more than {limits.PIXELS.most:,} {limits.PIXELS.what}"
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, OverflowError):
        return f"is no {kind} file, or a damaged one"


def dots(data: bytes) -> float:
    """The dots to the inch of a sound picture that is as large as there is room for."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=tuple(FORMATS.values())) as image:
        width, height = image.size
    return 72 * max(width / WIDE, height / TALL)


def embedded_fault(address: str) -> str:
    """Why a picture within a drawing is refused, by its address; empty if it is none or right."""
    found = _EMBEDDED.match(address)
    if not found:
        return ""
    content = urllib.parse.unquote_to_bytes(address[found.end() :].strip())
    try:
        data = b64decode(content) if found["base64"] else content
    except (binascii.Error, ValueError):
        return "cannot be read"
    return fault(data, ".jpg" if found["kind"] == "jpeg" else ".png")


def _has_end(data: bytes) -> bool:
    """Whether the dots of a JPEG have an end (ISO/IEC 10918-1, B.1); a small picture in it has too.

    To unpack them all would tell no more, and takes a second for a large photograph.
    """
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != _DOTS:
        filled = data[at + 1 : at + 2] == b"\xff"
        at += 1 if filled else 2 + int.from_bytes(data[at + 2 : at + 4])
    return data.find(b"\xff\xd9", at) >= 0


def has_sound_profile(data: bytes) -> bool:
    """Whether the colour profile of a picture can be read, if it has one."""
    if b"ICC_PROFILE\0" not in data and b"iCCP" not in data:
        return True
    from PIL import Image, ImageCms

    with Image.open(io.BytesIO(data)) as image:
        profile = image.info.get("icc_profile") or b"none"
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def _depth_fault(mode: str) -> str:
    """The page engine cannot print such dots; those in colour are read as others are."""
    return "has more than 8 bits of gray for each dot" if mode[0] in "IF" else ""


def _size_fault(width: int, height: int) -> str:
    if width * height > limits.PIXELS.most:
        return f"has more than {limits.PIXELS.most:,} {limits.PIXELS.what}"
    short, long = sorted((width, height))
    slender = short == 0 or long > short * limits.SLENDER.most
    return f"is more than {limits.SLENDER.most} {limits.SLENDER.what}" if slender else ""
