"""A PDF as the page engine has made it → the same before it is written, three details mended."""

from __future__ import annotations

import zlib
from typing import Any


def finish(document: Any, pdf: Any) -> None:
    """Mend what holds for every structure; WeasyPrint calls this before it writes the file.

    Attached files are named once in the catalogue, where WeasyPrint names each of them twice.
    Metadata are not compressed, so that programs that know nothing of PDF find them.
    """
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[number].compress = False
    for found in pdf.objects:
        if getattr(found, "compress", False):
            _compress(found)


def _compress(stream: Any) -> None:
    """Compress `stream` so that its last byte is no carriage return.

    A reader that looks for the end of line before `endstream` would take it for a part of that.
    """
    from pydyf import _to_bytes

    whole = b"\n".join(map(_to_bytes, stream.stream))
    data = zlib.compress(whole)
    if data.endswith(b"\r"):
        data = zlib.compress(whole + b"\n")
    stream.stream, stream.compress = [data], False
    stream.extra["Filter"] = "/FlateDecode"
