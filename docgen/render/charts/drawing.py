"""Chart → the elements of its drawing: names, axis, bars or lines, labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from docgen.model import Amount, Chart, ChartKind
from docgen.records import dataclass
from docgen.render.charts.labels import ROW, Labels, Name, beside, fitted, width, words
from docgen.render.charts.pen import SHAPES, Pen
from docgen.render.text import runs_left
from docgen.style import Stylesheet

HEIGHT, GAP = 150.0, 6.0
"""The height of the field of a chart, and the room between its parts, in points."""

BARS, WIDEST = 0.72, 40.0
"""The share of its room that a group of bars takes, and how wide a bar is at most."""

SMALL = 0.9
"""The size of values beside that of names."""

SAMPLE: Mapping[ChartKind, float] = {"bar": 1.2, "line": 2.2}
"""The room for a sample of the look of a series, in ems; a line shows whether it is dashed."""

BLACK, FAINT = "#000000", "#CCCCCC"
DASHES = "4 2"


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart: its letters, its colours, and the field it is drawn on, in points."""

    chart: Chart
    size: float
    families: str
    colors: tuple[str, ...]
    left: float
    right: float
    names: tuple[Name, ...]
    pen: Pen

    @classmethod
    def of(cls, chart: Chart, sheet: Stylesheet) -> Drawing:
        """The drawing of `chart`, as wide as the text."""
        role, text = sheet.roles["table.cell"], sheet.roles["paragraph"]
        face = sheet.faces[role.font]
        # Without spaces: the page engine would take them for a part of the names.
        known = dict.fromkeys((*face.pdf, face.word, face.word_han))
        families = ",".join(f"'{name}'" for name in known)
        left = max(width(amount.text, role.size) for amount in chart.scale) + GAP
        right = sheet.page.measure - text.left - text.right
        said = [words(series.name) for series in chart.series]
        pen = Pen(right, role.size, runs_left("".join(said)))
        names = tuple(beside(said, right, role.size, SAMPLE[chart.kind])) if any(said) else ()
        return cls(chart, role.size, families, sheet.colors, left, right, names, pen)

    def svg(self) -> Iterator[str]:
        """The elements of the file."""
        labels = self._labels()
        below = self._foot + labels.height + 0.25 * self.size
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.right:.4g} {below:.4g}" '
        yield f'font-family="{self.families},serif" font-size="{self.size:g}">'
        yield from self._legend()
        yield from self._axis()
        yield from self._bars() if self.chart.kind == "bar" else self._curves()
        yield from self._written(labels)
        yield "</svg>"

    # -- what stands around the field --

    def _legend(self) -> Iterator[str]:
        """The names of the series over the field, each behind a sample of its look."""
        for index, name in enumerate(self.names):
            y = self.size * (1 + ROW * name.row)
            yield from self._sample(index, name.x, y)
            for number, line in enumerate(name.lines):
                place = name.x + SAMPLE[self.chart.kind] * self.size
                yield self.pen.text(place, y + number * ROW * self.size, line, "start")

    def _sample(self, index: int, x: float, y: float) -> Iterator[str]:
        side = 0.7 * self.size
        if self.chart.kind == "bar":
            yield self.pen.box(x, y - side, side, side, self._color(index))
            return
        middle, end = y - side / 2, x + (SAMPLE["line"] - 0.4) * self.size
        yield self._curve(index, [(x, middle), (end, middle)])
        yield self._dot(index, (x + end) / 2, middle)

    def _axis(self) -> Iterator[str]:
        """The numbers at the left, a faint line from each over the field, a black one at zero."""
        for amount in self.chart.scale:
            y, zero = self._height(amount.value), not float(amount.value)
            look = (BLACK, 0.75) if zero else (FAINT, 0.5)
            yield self.pen.line([(self.left, y), (self.right, y)], *look)
            yield self.pen.text(self.left - GAP, y + 0.3 * self.size, amount.text, "end")

    def _labels(self) -> Labels:
        names = [words(label) for label in self.chart.labels]
        return fitted(names, self._room, self.size, thinned=self.chart.kind == "line")

    def _written(self, labels: Labels) -> Iterator[str]:
        """The labels below the field."""
        for index, lines in enumerate(labels.lines):
            for row, line in enumerate(lines):
                yield self._label(index, row, len(lines), line, labels)

    def _label(self, index: int, row: int, rows: int, line: str, labels: Labels) -> str:
        if labels.upright:
            aside = (row - (rows - 1) / 2) * ROW * self.size
            return self.pen.upright(self._middle(index) + aside, self._foot, line)
        half = width(line, self.size) / 2 + 1
        x = max(half, min(self._middle(index), self.right - half))
        return self.pen.text(x, self._foot + (row + 0.75) * ROW * self.size, line, "middle")

    # -- the field --

    def _bars(self) -> Iterator[str]:
        """A group of bars over each label, beginning at zero."""
        zero = self._height("0")
        for index, column, amount in self._values():
            x, y = self._bar(index, column), self._height(amount.value)
            yield self.pen.box(x, min(y, zero), self._width, abs(zero - y), self._color(index))
            if self._valued:
                above = -0.25 if y <= zero else 1
                middle, small = x + self._width / 2, SMALL * self.size
                yield self.pen.text(middle, y + above * small, amount.text, "middle", small)

    def _bar(self, index: int, column: int) -> float:
        return self._middle(column) + self._width * (index - len(self.chart.series) / 2)

    def _curves(self) -> Iterator[str]:
        """A line for each series, interrupted at its gaps, with a dot at each value."""
        for index, series in enumerate(self.chart.series):
            values = enumerate(amount.value for amount in series.values)
            for present, run in groupby(values, key=lambda pair: bool(pair[1])):
                if present:
                    dots = [(self._middle(n), self._height(value)) for n, value in run]
                    yield self._curve(index, dots)
                    yield from (self._dot(index, x, y) for x, y in dots)

    def _values(self) -> Iterator[tuple[int, int, Amount]]:
        """Every value that there is, by the places of its series and of its label."""
        for index, series in enumerate(self.chart.series):
            for column, amount in enumerate(series.values):
                if amount.value:
                    yield index, column, amount

    # -- the look of a series: after the last colour all come again, with dashes --

    def _color(self, index: int) -> str:
        return self.colors[index % len(self.colors)]

    def _curve(self, index: int, dots: Sequence[tuple[float, float]]) -> str:
        dashes = DASHES if index >= len(self.colors) else ""
        return self.pen.line(dots, self._color(index), 1.5, dashes)

    def _dot(self, index: int, x: float, y: float) -> str:
        return self.pen.dot(x, y, self._color(index), index % len(SHAPES))

    # -- places --

    @property
    def _room(self) -> float:
        return (self.right - self.left) / len(self.chart.labels)

    @property
    def _width(self) -> float:
        """How wide a bar is."""
        return min(BARS * self._room / len(self.chart.series), WIDEST)

    @property
    def _valued(self) -> bool:
        """Whether all bars have room for their values; with some alone the others seem to lack."""
        values = (amount.text for *_, amount in self._values())
        return all(width(value, SMALL * self.size) <= self._width for value in values)

    @property
    def _top(self) -> float:
        rows = max((name.row + len(name.lines) for name in self.names), default=0)
        return ROW * self.size * (rows + 1)

    @property
    def _foot(self) -> float:
        """Where labels begin: below the field, and below the values of bars that reach its end."""
        field = self._top + HEIGHT + GAP
        if self.chart.kind == "line" or not self._valued:
            return field
        lowest = max(self._height(amount.value) for *_, amount in self._values())
        under_zero = lowest > self._height("0")
        return max(field, lowest + ROW * self.size + 2) if under_zero else field

    def _middle(self, column: int) -> float:
        return self.left + self._room * (column + 0.5)

    def _height(self, value: str) -> float:
        first, last = (float(self.chart.scale[end].value) for end in (0, -1))
        return self._top + HEIGHT * (last - float(value)) / (last - first)
