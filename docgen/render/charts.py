"""Chart → SVG in the look of the house, and its data as words.

Drawn here and not by a library: what two kinds of charts need is little, and no small library sets
words of every script in the faces of the style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from markupsafe import escape

from docgen.model import Amount, Chart, Figure, Image, Prose
from docgen.records import dataclass
from docgen.render.text import is_wide, plain, runs_left
from docgen.style import Stylesheet

HEIGHT, GAP = 150.0, 6.0
"""The height of the field of a chart, and the room between its parts, in points."""

BARS = 0.72
"""The share of its room that a group of bars takes."""

LETTER, ROW, SMALL = 0.48, 1.25, 0.9
"""The mean width of a letter that is not Han and the height of a line, in ems; the size of values
beside that of names."""

BLACK, FAINT = "#000000", "#CCCCCC"
_RTL = "\u200f"
_OTHER_SIDE = {"start": "end", "middle": "middle", "end": "start"}
_FIRST_HAN = "\u2e80"
_PIECE = re.compile(r"\S+\s*|\s+")


@cache
def _piece_with_han() -> re.Pattern[str]:
    """The pattern of pieces between which a line can end, with Han characters in the text."""
    return re.compile(r"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+")


def image(figure: Figure, sheet: Stylesheet) -> Image:
    """The picture of `figure`, which is drawn if it is a chart."""
    if isinstance(figure.image, Image):
        return figure.image
    drawn = "".join(_Drawing.of(figure.image, sheet).svg())
    return Image(f"{figure.id or 'chart'}.svg", "image/svg+xml", drawn.encode())


def data(figure: Figure) -> list[list[str]]:
    """The data of a chart as the rows of a table, names of series first; none of an image."""
    if isinstance(figure.image, Image):
        return []
    chart = figure.image
    head = ["", *(_words(series.name) for series in chart.series)]
    values = zip(*(series.values for series in chart.series), strict=True)
    rows = zip(chart.labels, values, strict=True)
    return [head, *([_words(label), *(one.text for one in row)] for label, row in rows)]


def described(figure: Figure) -> str:
    """The words for those who cannot see `figure`, with the data of a chart row by row."""
    rows = (" | ".join(row).removeprefix(" | ") for row in data(figure))
    return "\n".join([_words(figure.alt), *rows])


def _words(prose: Prose) -> str:
    return plain(prose.inlines)


def _width(text: str, size: float) -> float:
    ems = (1 if is_wide(letter) else LETTER for letter in text)
    return size * sum(ems)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One chart: its letters, its colours, and the field it is drawn on, in points.

    All places are those of a chart that is read from the left; `leftward` mirrors what is drawn.
    """

    chart: Chart
    size: float
    families: str
    colors: tuple[str, ...]
    left: float
    right: float
    top: float
    leftward: bool

    @classmethod
    def of(cls, chart: Chart, sheet: Stylesheet) -> _Drawing:
        """The drawing of `chart`, as wide as the text."""
        role, text = sheet.roles["table.cell"], sheet.roles["paragraph"]
        face = sheet.faces[role.font]
        names = dict.fromkeys((*face.pdf, face.word, face.word_han))
        left = max(_width(amount.text, role.size) for amount in chart.scale) + GAP
        right = sheet.page.measure - text.left - text.right
        # Without spaces: the page engine would take them for a part of the names.
        families = ",".join(f"'{name}'" for name in names)
        top = ROW * role.size * (_legend(chart, right, role.size)[-1][1] + 2)
        leftward = _runs_left(chart)
        return cls(chart, role.size, families, sheet.colors, left, right, top, leftward)

    def svg(self) -> Iterator[str]:
        """The elements of the file."""
        lines = max(len(self._lines(label)) for label in self.chart.labels)
        end = self.top + HEIGHT + GAP + lines * ROW * self.size
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.right:.4g} {end:.4g}" '
        yield f'font-family="{self.families},serif" font-size="{self.size:g}">'
        yield from self._names()
        yield from self._axis()
        yield from self._bars() if self.chart.kind == "bar" else self._curves()
        yield from self._labels()
        yield "</svg>"

    # -- what stands around the field --

    def _names(self) -> Iterator[str]:
        """The names of the series over the field, each behind a square of its colour."""
        side = 0.7 * self.size
        places = _legend(self.chart, self.right, self.size)
        for index, (series, (x, row)) in enumerate(zip(self.chart.series, places, strict=True)):
            y = self.size * (1 + ROW * row)
            yield self._box(x, y - side, side, side, self._color(index))
            yield self._text(x + 1.7 * side, y, _words(series.name), "start")

    def _axis(self) -> Iterator[str]:
        """The numbers at the left, a faint line from each over the field, a black one at zero."""
        for amount in self.chart.scale:
            y, zero = self._height(amount.value), not float(amount.value)
            look = (BLACK, 0.75) if zero else (FAINT, 0.5)
            yield self._line([(self.left, y), (self.right, y)], *look)
            yield self._text(self.left - GAP, y + 0.3 * self.size, amount.text, "end")

    def _labels(self) -> Iterator[str]:
        """The labels below the field, each in as many lines as it needs."""
        for index, label in enumerate(self.chart.labels):
            for row, words in enumerate(self._lines(label), 1):
                y = self.top + HEIGHT + GAP + (row - 0.25) * ROW * self.size
                yield self._text(self._middle(index), y, words, "middle")

    def _lines(self, label: Prose) -> list[str]:
        lines = [""]
        words = _words(label)
        pattern = _piece_with_han() if max(words, default="") >= _FIRST_HAN else _PIECE
        for piece in pattern.findall(words):
            if lines[-1] and _width(lines[-1] + piece.rstrip(), self.size) > self._room:
                lines.append("")
            lines[-1] += piece
        return [line.strip() for line in lines]

    # -- the field --

    def _bars(self) -> Iterator[str]:
        """A group of bars over each label, beginning at zero, each with its value if it fits."""
        width = BARS * self._room / len(self.chart.series)
        zero = self._height("0")
        for index, column, amount in self._values():
            x = self._middle(column) + width * (index - len(self.chart.series) / 2)
            y = self._height(amount.value)
            yield self._box(x, min(y, zero), width, abs(zero - y), self._color(index))
            small = SMALL * self.size
            if _width(amount.text, small) <= width:
                above = y - 0.25 * small if y <= zero else y + small
                yield self._text(x + width / 2, above, amount.text, "middle", small)

    def _curves(self) -> Iterator[str]:
        """A line for each series, interrupted at its gaps, with a dot at each value."""
        for index, series in enumerate(self.chart.series):
            values = enumerate(amount.value for amount in series.values)
            for present, run in groupby(values, key=lambda pair: bool(pair[1])):
                if present:
                    dots = [(self._middle(n), self._height(value)) for n, value in run]
                    yield self._line(dots, self._color(index), 1.5)
                    yield from (self._dot(x, y, self._color(index)) for x, y in dots)

    def _values(self) -> Iterator[tuple[int, int, Amount]]:
        """Every value that there is, by the places of its series and of its label."""
        for index, series in enumerate(self.chart.series):
            for column, amount in enumerate(series.values):
                if amount.value:
                    yield index, column, amount

    # -- places --

    @property
    def _room(self) -> float:
        return (self.right - self.left) / len(self.chart.labels)

    def _middle(self, column: int) -> float:
        return self.left + self._room * (column + 0.5)

    def _height(self, value: str) -> float:
        first, last = (float(self.chart.scale[end].value) for end in (0, -1))
        return self.top + HEIGHT * (last - float(value)) / (last - first)

    def _color(self, index: int) -> str:
        return self.colors[index % len(self.colors)]

    # -- marks --

    def _text(self, x: float, y: float, words: str, anchor: str, size: float = 0) -> str:
        own = f' font-size="{size:.4g}"' if size else ""
        if self.leftward:
            x, anchor, words = self.right - x, _OTHER_SIDE[anchor], f"{_RTL}{words}{_RTL}"
        return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}"{own}>{escape(words)}</text>'

    def _box(self, x: float, y: float, width: float, height: float, color: str) -> str:
        x = self.right - x - width if self.leftward else x
        size = f'width="{width:.2f}" height="{height:.2f}"'
        return f'<rect x="{x:.2f}" y="{y:.2f}" {size} fill="{color}"/>'

    def _line(self, dots: Sequence[tuple[float, float]], color: str, thickness: float) -> str:
        path = "L".join(f"{self._at(x):.2f} {y:.2f}" for x, y in dots)
        return f'<path d="M{path}" fill="none" stroke="{color}" stroke-width="{thickness}"/>'

    def _dot(self, x: float, y: float, color: str) -> str:
        return f'<circle cx="{self._at(x):.2f}" cy="{y:.2f}" r="2" fill="{color}"/>'

    def _at(self, x: float) -> float:
        return self.right - x if self.leftward else x


def _runs_left(chart: Chart) -> bool:
    """Whether the names of the series are read from the right."""
    return runs_left("".join(_words(series.name) for series in chart.series))


def _legend(chart: Chart, width: float, size: float) -> list[tuple[float, int]]:
    """Where the name of each series begins, and in which row."""
    places, x, row = [], 0.0, 0
    for series in chart.series:
        needed = _width(_words(series.name), size) + 3 * size
        if x and x + needed > width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += needed
    return places
