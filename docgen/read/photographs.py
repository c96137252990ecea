"""PNG and JPEG files → why they are refused: damaged, too large, or something else."""

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


def doubt(data: bytes) -> str:
    """What of a picture that is not refused nobody can be sure of; empty for nothing."""
    if b"ICC_PROFILE\0" not in data and b"iCCP" not in data:
        return ""
    from PIL import Image, ImageCms

    with Image.open(io.BytesIO(data)) as image:
        profile = image.info.get("icc_profile") or b"none"
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return "has a damaged colour profile, and is printed as if it had none"
    return ""


def _depth_fault(mode: str) -> str:
    """The page engine cannot print such dots; those in colour are read as others are."""
    return "has more than 8 bits of gray for each dot" if mode[0] in "IF" else ""


def _size_fault(width: int, height: int) -> str:
    if width * height > limits.PIXELS.most:
        return f"has more than {limits.PIXELS.most:,} {limits.PIXELS.what}"
    short, long = sorted((width, height))
    slender = short == 0 or long > short * limits.SLENDER.most
    return f"is more than {limits.SLENDER.most} {limits.SLENDER.what}" if slender else ""
