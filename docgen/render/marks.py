"""The marks at the foot of the first page, as pictures: QR code and bar code.

Libraries are imported where they are used, because most commands draw nothing.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from docgen.model import Image
from docgen.render.raster import SVG

# Code 39 (ISO/IEC 16388): nine elements a character, bar first. The place in a row of ten says
# which two of the five bars are wide, the row which of the four spaces is. `*` starts and stops.
_ROWS = ("1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-. *")
_WIDE_BARS = ("04", "14", "01", "24", "02", "12", "34", "03", "13", "23")
_WIDE_SPACES = (1, 2, 3, 0)
_NARROW, _WIDE, _HEIGHT = 1, 3, 18


def qr_code(address: str) -> Image:
    """A QR code (ISO/IEC 18004, level M or better) that leads to `address`, without quiet zone."""
    rows = _encoder().encode(address, error="m", micro=False).matrix
    path = "".join(f"M{start} {y}h{end - start}v1h-{end - start}z" for y, start, end in _bars(rows))
    size = len(rows)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{path}"/></svg>'
    )
    return Image("address.svg", SVG, picture.encode())


def _encoder() -> Any:
    """The module of segno that computes codes, without the package around it.

    The package loads its writers, and with them http, email and ssl: a sixth of the start of a
    command that makes a DOCX.
    """
    if "segno" in sys.modules:
        return importlib.import_module("segno.encoder")
    spec = importlib.util.find_spec("segno")
    if spec is None:
        raise ModuleNotFoundError("No module named 'segno'", name="segno")
    sys.modules["segno"] = importlib.util.module_from_spec(spec)
    try:
        return importlib.import_module("segno.encoder")
    finally:
        del sys.modules["segno"]


def _bars(rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """Row, begin and end of each stretch of dark modules."""
    for y, row in enumerate(rows):
        x = 0
        for dark, group in groupby(row):
            start, x = x, x + len(list(group))
            if dark:
                yield y, start, x


def bar_code(digits: str) -> Image:
    """A bar code in Code 39 of `*digits*`; also takes capital letters, hyphen, stop and space.

    Raises ValueError for a character that the code does not have.
    """
    bars, x = [], 0
    for character in f"*{digits}*":
        for index, width in enumerate(_widths(character)):
            if index % 2 == 0:
                bars.append(f"M{x} 0h{width}v{_HEIGHT}h-{width}z")
            x += width
        x += _NARROW
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {x - _NARROW} {_HEIGHT}">'
        f'<path d="{"".join(bars)}"/></svg>'
    )
    return Image("barcode.svg", SVG, picture.encode())


def _widths(character: str) -> list[int]:
    """The widths of the nine elements of a character, in modules."""
    row = next((row for row in _ROWS if character in row), "")
    if not row:
        raise ValueError(f"Code 39 has no “{character}”")
    wide = {2 * int(bar) for bar in _WIDE_BARS[row.index(character)]}
    wide.add(2 * _WIDE_SPACES[_ROWS.index(row)] + 1)
    return [_WIDE if element in wide else _NARROW for element in range(9)]
