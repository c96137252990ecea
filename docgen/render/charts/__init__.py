"""Chart → SVG in the look of the house, and its data as words.

Drawn here and not by a library: what two kinds of charts need is little, and what else draws charts
of dots and lines takes most of the time of a report to load and knows no faces of a style.
"""

from __future__ import annotations

from docgen.model import Figure, Image
from docgen.render.charts.drawing import HEIGHT, Drawing
from docgen.render.charts.labels import words
from docgen.render.raster import SVG
from docgen.style import Stylesheet

__all__ = ["HEIGHT", "data", "described", "image"]


def image(figure: Figure, sheet: Stylesheet) -> Image:
    """The picture of `figure`, which is drawn if it is a chart."""
    if isinstance(figure.image, Image):
        return figure.image
    drawn = "".join(Drawing.of(figure.image, sheet).svg())
    return Image(f"{figure.id or 'chart'}.svg", SVG, drawn.encode())


def data(figure: Figure) -> list[list[str]]:
    """The data of a chart as the rows of a table, names of series first; none of an image."""
    if isinstance(figure.image, Image):
        return []
    chart = figure.image
    head = ["", *(words(series.name) for series in chart.series)]
    values = zip(*(series.values for series in chart.series), strict=True)
    rows = zip(chart.labels, values, strict=True)
    return [head, *([words(label), *(one.text for one in row)] for label, row in rows)]


def described(figure: Figure) -> str:
    """The words for those who cannot see `figure`, with the data of a chart row by row."""
    rows = (" | ".join(row).removeprefix(" | ") for row in data(figure))
    return "\n".join([words(figure.alt), *rows])
