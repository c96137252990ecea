"""The objects of a PDF → the file, for which each of them is made bytes once (ISO 32000-1, 7.5).

pydyf makes every object twice and compresses what it gathers twice: for the file, and for the
digest by which the file is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from hashlib import md5
from itertools import count
from math import ceil, log
from typing import Any

import pydyf

Function = Callable[..., Any]

STREAMS = b"1.5"
"""The first version of PDF that gathers objects in compressed streams."""

HEADER = b"%%PDF-%b\n%%\xf0\x9f\x96\xa4\n"
BODY = b"%d %d obj\n%b\nendobj\n"
END = b"startxref\n%d\n%%%%EOF\n"

Entry = tuple[int, int, int]
"""The type, the place and the generation of an object (ISO 32000-1, table 18)."""


def written(original: Function) -> Function:
    """Write files that are compressed and known by their digest, in place of `pydyf.PDF.write`."""

    @wraps(original)
    def write(
        pdf: Any,
        output: Any,
        version: Any = b"1.7",
        identifier: Any = False,
        compress: bool = False,
    ) -> None:
        number = pydyf._to_bytes(version or b"1.7")
        if compress and identifier is True and number >= STREAMS:
            _write(pdf, _File(output, number))
        else:
            original(pdf, output, version, identifier, compress)

    return write


class _File:
    """What is written to `output`, and the `position` of what comes next."""

    def __init__(self, output: Any, version: bytes) -> None:
        self.output, self.position = output, 0
        self.write(HEADER % version)

    def write(self, data: bytes) -> None:
        """Add `data` as they are."""
        self.position += len(data)
        self.output.write(data)

    def add(self, made: Any, data: bytes) -> None:
        """Add an object that has become `data`."""
        made.offset = self.position
        self.write(BODY % (made.number, made.generation, data))


def _write(pdf: Any, file: _File) -> None:
    if pdf.info:
        pdf.add_object(pdf.info)
    digest, gathered = md5(), list[tuple[int, bytes]]()
    for made in pdf.objects[1:]:
        data = made.data
        digest.update(data)
        if made.compressible:
            gathered.append((made.number, data))
        else:
            file.add(made, data)
    holder = _holder(gathered)
    pdf.add_object(holder)
    data = holder.data
    digest.update(data)
    file.add(holder, data)
    _end(pdf, file, holder.number, pydyf.String(digest.hexdigest()).data)


def _holder(gathered: Sequence[tuple[int, bytes]]) -> Any:
    """The stream of the objects `gathered`, with their numbers and places before them."""
    numbers, place = list[int](), 0
    for number, data in gathered:
        numbers += number, place
        place += len(data) + 1
    index = " ".join(map(str, numbers))
    extra = {"Type": "/ObjStm", "N": len(gathered), "First": len(index) + 1}
    return pydyf.Stream([index, *(data for _, data in gathered)], extra, compress=True)


def _end(pdf: Any, file: _File, holder: int, digest: bytes) -> None:
    """Add the table of where all objects are."""
    entries = [*_entries(pdf.objects, holder), (1, file.position, 0)]
    last = max(65535, sum(kind == 2 for kind, *_ in entries))
    sizes = 1, ceil(log(file.position + 1, 256)), ceil(log(last + 1, 256))
    extra = {
        "Type": "/XRef",
        "Index": pydyf.Array((0, len(entries))),
        "W": pydyf.Array(sizes),
        "Size": len(entries),
        "Root": pdf.catalog.reference,
    }
    if pdf.info:
        extra["Info"] = pdf.info.reference
    extra["ID"] = pydyf.Array((digest, digest))
    table = pydyf.Stream([_packed(entries, sizes)], extra, compress=True)
    start = file.position
    pdf.add_object(table)
    file.add(table, table.data)
    file.write(END % start)


def _entries(objects: Iterable[Any], holder: int) -> Iterator[Entry]:
    places = count()
    for made in objects:
        if made.compressible:
            yield 2, holder, next(places)
        else:
            yield int(made.number > 0), made.offset, made.generation


def _packed(entries: Iterable[Entry], sizes: Sequence[int]) -> bytes:
    return b"".join(
        value.to_bytes(size, "big")
        for entry in entries
        for value, size in zip(entry, sizes, strict=True)
    )
