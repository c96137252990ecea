"""The colour profile of a PDF read without a library for colours, which takes as long as a page.

WeasyPrint asks a profile for its bytes and for the name of its device, and nothing else.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

from docgen.late import Late

_TABLE, _ENTRY = 128, 12
"""Where the table of tags begins, and the length of an entry (ICC.1:2001-04, 6.2)."""

_TEXT = b"desc\0\0\0\0"
"""How a text begins whose length follows in four bytes (6.5.17)."""


class Device(NamedTuple):
    """What a profile is of."""

    model: str


class Profile(NamedTuple):
    """A profile that is left as it is."""

    data: bytes
    profile: Device

    def tobytes(self) -> bytes:
        """The bytes of its file."""
        return self.data


def opened(file: BinaryIO) -> Any:
    """The profile in `file`, in place of `ImageCmsProfile`; of Pillow if it does not say enough."""
    data = file.read()
    name = model(data)
    if name:
        return Profile(data, Device(name))
    return Late("PIL.ImageCms", "ImageCmsProfile")(BytesIO(data))


def model(data: bytes) -> str:
    """The name of the device that a profile describes; empty if it is not found (6.4.13)."""
    end = _TABLE + 4 + _number(data, _TABLE) * _ENTRY
    for at in range(_TABLE + 4, min(end, len(data)), _ENTRY):
        if data[at : at + 4] == b"dmdd":
            text = data[_number(data, at + 4) :]
            name = text[12 : 12 + _number(text, 8) - 1]  # a zero ends it
            return name.decode() if text.startswith(_TEXT) and name.isascii() else ""
    return ""


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
