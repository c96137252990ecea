"""Pictures and charts of a Word file → files of a content folder."""

from __future__ import annotations

import csv
import io
import re
from pathlib import PurePosixPath
from xml.sax.saxutils import escape

from docgen.read.images import fault_of
from docgen.word import Picture, Plot

_KEPT = {"image/png": ".png", "image/jpeg": ".jpg", "image/svg+xml": ".svg"}
_DRAWN = ("image/emf", "image/wmf", "image/svg+xml")
_KINDS = {"barChart": "bar", "bar3DChart": "bar", "lineChart": "line", "line3DChart": "line"}
_LARGEST = 50_000_000


def file_name(picture: Picture, number: int) -> str:
    """A name for the file of a picture."""
    stem = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(picture.name).stem.lower()).strip("-")
    return f"{stem or 'image'}-{number}"


def usable(picture: Picture) -> tuple[bytes, str] | None:
    """The bytes of a picture as PNG, JPEG or plain SVG, and the ending; None when it is no such.

    Other pictures of dots become PNG.
    """
    suffix = _KEPT.get(picture.media_type, "")
    if suffix and not fault_of(picture.data, suffix):
        return picture.data, suffix
    return None if picture.media_type in _DRAWN else _converted(picture.data)


def placeholder(name: str) -> bytes:
    """A drawing that stands in for the file `name`, and says so."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">'
        '<rect x="1" y="1" width="398" height="98" fill="none" stroke="black"/>'
        f'<text x="200" y="55" font-size="14" text-anchor="middle">{escape(name)}</text></svg>\n'
    ).encode()


def _converted(data: bytes) -> tuple[bytes, str] | None:
    from PIL import Image, UnidentifiedImageError

    stream = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _LARGEST:
                return None
            image.convert("RGBA").save(stream, "PNG")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return stream.getvalue(), ".png"


def chart_kind(plot: Plot) -> str:
    """The kind of a chart that can be drawn here, with numbers in all its places; else empty."""
    kind = _KINDS.get(plot.kind, "")
    numbers = [value for _, values in plot.series for value in values]
    drawn = any(numbers) and all(re.fullmatch(r"|-?\d+(?:\.\d+)?", one) for one in numbers)
    named = all(plot.labels) and all(name for name, _ in plot.series)
    return kind if kind and drawn and named and len(set(plot.labels)) == len(plot.labels) else ""


def rows(plot: Plot) -> list[list[str]]:
    """The numbers of a chart as the rows of a table, names of series at their head."""
    head = ["", *(name for name, _ in plot.series)]
    columns = [values for _, values in plot.series]
    return [head, *([label, *row] for label, *row in zip(plot.labels, *columns, strict=True))]


def data(plot: Plot) -> str:
    """The CSV file of a chart."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows(plot))
    return stream.getvalue()
