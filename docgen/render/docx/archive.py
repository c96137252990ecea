"""Files → a ZIP archive (PKWARE APPNOTE 6.3), its files deflated here or elsewhere, or in parts.

Python's own module for archives loads much that no Word file needs, and takes no file that is
deflated already. Of the same files this one makes the same bytes, which a test compares.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from docgen.records import dataclass
from docgen.report import DocgenError

Moment = tuple[int, ...]
"""Year from 1980, month, day, hour, minute, second."""

_VERSION, _DEFLATED, _UTF_8 = 20, 8, 0x800
_ACCESS = 0o600 << 16
_ENTRY, _LISTED, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"

_POLYNOMIAL, _ONE = 0xEDB88320, 1 << 31
"""That of the checksum, whose first bit is the factor of the highest power; and 1 among such."""


@dataclass(frozen=True, slots=True)
class Deflated:
    """A file, or a part of one, as it is stored; `size` and `checksum` are those of its bytes."""

    stored: bytes
    size: int
    checksum: int

    def data(self) -> bytes:
        """The bytes of the file."""
        return zlib.decompress(self.stored, -zlib.MAX_WBITS)

    def __add__(self, more: Deflated) -> Deflated:
        """A part that is not the last one of its file, and what follows it."""
        checksum = _times(self.checksum, _power(8 * more.size)) ^ more.checksum
        return Deflated(self.stored + more.stored, self.size + more.size, checksum)


def deflated(data: bytes, *, last: bool = True) -> Deflated:
    """Deflate a file or a part of one, which is the `last` of its file or is followed by others."""
    press = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    stored = press.compress(data) + press.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
    return Deflated(stored, len(data), zlib.crc32(data))


def archive(files: Iterable[tuple[str, Deflated]], moment: Moment) -> bytes:
    """The archive of `files` with their names, in their order and all of one moment.

    Raises DocgenError for more than the plain format has room for.
    """
    try:
        return _archive(files, moment)
    except struct.error as error:
        raise DocgenError(
            "the file would have more than 4 gigabytes or 65,535 parts, which Word cannot open",
            "Use smaller pictures, or make several documents of this one.",
        ) from error


def _archive(files: Iterable[tuple[str, Deflated]], moment: Moment) -> bytes:
    parts, listed, start = list[bytes](), list[bytes](), 0
    for name, file in files:
        path, said = name.encode(), _said(name, file, moment)
        listed += [_LISTED, struct.pack("<H", _VERSION), said]
        listed += [struct.pack("<3H2L", 0, 0, 0, _ACCESS, start), path]
        parts += [_ENTRY, said, path, file.stored]
        start += len(_ENTRY) + len(said) + len(path) + len(file.stored)
    count, size = len(listed) // 5, sum(map(len, listed))
    end = struct.pack("<4H2LH", 0, 0, count, count, size, start, 0)
    return b"".join([*parts, *listed, _END, end])


def _said(name: str, file: Deflated, moment: Moment) -> bytes:
    """What is said about a file before it, and again in the list at the end."""
    year, month, day, hour, minute, second = moment
    dated = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    flags = 0 if name.isascii() else _UTF_8
    sizes = file.checksum, len(file.stored), file.size, len(name.encode()), 0
    return struct.pack("<5H3L2H", _VERSION, flags, _DEFLATED, *dated, *sizes)


# ---- the checksum of parts ----------------------------------------------------------------------
# A checksum is the rest of a division of polynomials with factors modulo 2 (ITU-T V.42, 8.1.1.6.2).
# More bytes behind those that it is of multiply it by a power of x.


def _power(number: int) -> int:
    """The power `number` of x."""
    found, square = _ONE, _ONE >> 1
    while number:
        if number & 1:
            found = _times(found, square)
        square, number = _times(square, square), number >> 1
    return found


def _times(one: int, other: int) -> int:
    """The product of two polynomials."""
    product = 0
    while other:
        product ^= one if other & _ONE else 0
        other = other << 1 & 0xFFFFFFFF
        one = one >> 1 ^ (_POLYNOMIAL if one & 1 else 0)
    return product
