"""Pictures that are not what they seem."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"{0}>{1}</svg>'


def svg(content: str, attributes: str = "") -> str:
    return SVG.format(attributes and f" {attributes}", content)


def png(width: int, height: int, *, rows: int = 1, damaged: bool = False, bits: int = 8) -> bytes:
    """A PNG in grey that says it has this size, with the data of some rows."""
    pixels = zlib.compress(b"\0" + b"\0" * width) if width < 10**6 else zlib.compress(b"\0")
    if rows == height:
        pixels = zlib.compress((b"\0" + b"\0" * width) * rows)
    data = b"\x89PNG\r\n\x1a\n"
    header = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    for kind, content in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")):
        check = zlib.crc32(kind + content) ^ (1 if damaged and kind == b"IDAT" else 0)
        data += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
    return data


def embedded(data: bytes, media_type: str = "image/png") -> str:
    """An address that holds a picture."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"
