"""A PDF as the page engine has made it → the same before it is written, four details mended."""

from __future__ import annotations

import zlib
from typing import Any

from docgen.render.structure import pictures, sources


def finish(document: Any, pdf: Any) -> None:
    """Mend what holds for every structure; WeasyPrint calls this before it writes the file.

    Metadata are not compressed, so that programs that know nothing of PDF find them. Pictures are
    made such as PDF/A allows.
    """
    sources.settle(pdf)
    number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[number].compress = False
    for found in pdf.objects:
        pictures.settle(found)
        if getattr(found, "compress", False):
            compress(found)


def compress(stream: Any) -> None:
    """Compress `stream`, to which nothing more is added, unless it then ended in a carriage return.

    A reader that looks for the end of line before `endstream` would take it for a part of that. The
    last byte comes from the check sum of the content, so that no other way of compressing helps;
    but operators can have an end of line more.
    """
    from pydyf import _to_bytes
    from weasyprint.pdf.stream import Stream

    whole = b"\n".join(map(_to_bytes, stream.stream))
    data = zlib.compress(whole)
    if data.endswith(b"\r") and isinstance(stream, Stream):
        whole += b"\n"
        data = zlib.compress(whole)
    stream.compress = False
    stream.stream = [whole]
    if not data.endswith(b"\r"):
        stream.stream = [data]
        stream.extra["Filter"] = "/FlateDecode"
