"""The files that a task reads ↔ bytes that another machine makes a project of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docgen.tasks.inputs import Files


def pack(files: Files) -> bytes:
    """The files by their places in a project; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files.items():
            archive.writestr(zipfile.ZipInfo(name), Path(path).read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unpack(packed: bytes, folder: Path) -> None:
    """Put the files into `folder`; none can get out of it."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
