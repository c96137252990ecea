"""A PDF as the page engine has made it → the same before it is written, two details mended."""

from __future__ import annotations

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
