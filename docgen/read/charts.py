"""Chart containers → figures that are drawn from the numbers of a data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import ceil, floor
from typing import get_args

from docgen import limits
from docgen.model import Amount, Chart, ChartKind, Figure, Prose, Series
from docgen.read.attributes import Attributes, check, received
from docgen.read.cells import SIGNS, cell, value
from docgen.read.figures import alternative
from docgen.read.frames import UNNUMBERED, Frame, captions, frame, title
from docgen.read.grids import Grid, Texts, from_csv
from docgen.read.markdown import Node, line
from docgen.read.scope import Scope, part
from docgen.records import replace

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
INTERVALS = 5
"""How many intervals an axis has at most."""

SERIES: Mapping[ChartKind, int] = {"bar": 5, "line": 10}
"""How many series a style has colours for; lines can be dashed as well."""


def chart(node: Node, attributes: Attributes, scope: Scope) -> Figure | None:
    """A figure with a chart, or None when it cannot be drawn; all that is wrong is reported."""
    check(attributes, "a chart", scope, classes=(UNNUMBERED,), keys=("kind",), receivable=True)
    numbered = UNNUMBERED not in attributes.classes
    read = frame(node, scope, "data", "alt", titled=numbered)
    kind = next((one for one in KINDS if one == attributes.values.get("kind")), None)
    if kind is None:
        hint = f"Write kind={' or kind='.join(KINDS)} between the braces."
        given = attributes.values.get("kind")
        message = f"there is no chart of the kind “{given}”" if given else "a chart has no kind"
        scope.error(line(node), message, hint)
    grid = _grid(read, line(node), scope)
    made = _figure(read, _chart(kind, grid, attributes.id, scope), line(node), attributes.id, scope)
    return received(replace(made, numbered=numbered), attributes) if made else None


def _grid(read: Frame, first: int, scope: Scope) -> Grid | None:
    if len(read["data"]) != 1:
        hint = "Write one line data: data/name.csv; its first column holds the labels."
        scope.error(first, "a chart needs one data file", hint)
        return None
    return from_csv(read["data"][0], scope)


def _figure(read: Frame, drawn: Chart | None, first: int, id: str, scope: Scope) -> Figure | None:
    number, words = read["alt"][0] if read["alt"] else (first, "")
    alt = alternative(words, number, id, scope)
    if drawn is None:
        return None
    sources = captions(read["Source"], id, "source", scope)
    remarks = captions(read["Note"], id, "note", scope)
    return Figure(title(read, id, scope), drawn, alt, sources, remarks, id=id)


def _chart(kind: ChartKind | None, grid: Grid | None, id: str, scope: Scope) -> Chart | None:
    if kind is None or grid is None:
        return None
    if len(grid.body) * len(_columns(grid)) > limits.POINTS.most:
        message = limits.POINTS.message("the chart")
        scope.report.error(grid.head[0].origin, message, limits.POINTS.reason)
        return None
    _tell_apart(kind, grid.head[0], scope)
    names = [_word(grid.head[0], n, part(id, f"series.{n}"), scope) for n in _columns(grid)]
    labels = [_word(row, 0, part(id, f"label.{n}"), scope) for n, row in enumerate(grid.body, 1)]
    columns = [[_amount(row, n, scope) for row in grid.body] for n in _columns(grid)]
    values = [Decimal(one.value) for column in columns for one in column if one.value]
    if not values:
        scope.report.error(grid.head[0].origin, "there are no numbers to draw", "Add some rows.")
        return None
    series = (Series(*pair) for pair in zip(names, map(tuple, columns), strict=True))
    return Chart(kind, tuple(labels), tuple(series), scale(values))


def _tell_apart(kind: ChartKind, head: Texts, scope: Scope) -> None:
    """Whether the series can be told apart by their names, which one alone need not have."""
    _, *names = head.cells
    if len(names) > 1 and not all(names):
        hint = "Write its name into the first line of the file."
        scope.report.error(head.origin, "a series of this chart has no name", hint)
    if len(names) > SERIES[kind]:
        message = f"only {SERIES[kind]} series of a chart of {kind}s can be told apart in print"
        hint = "Leave some out, or sum up the smaller ones."
        scope.report.warning(head.origin, message, hint)


def _columns(grid: Grid) -> range:
    return range(1, len(grid.head[0].cells))


def _word(row: Texts, column: int, id: str, scope: Scope) -> Prose:
    """A label or the name of a series; numbers and years are not translated."""
    return cell(row.cells[column], row.origin, scope.report, id=id, label=True).text


def _amount(row: Texts, column: int, scope: Scope) -> Amount:
    text = row.cells[column]
    number = value(text)
    if number is None and text not in SIGNS:
        hint = "Write it plainly, such as 1234.5, or leave the cell empty."
        scope.report.error(row.origin, f"“{text}” is no number", hint)
    return Amount(number or "")


def scale(values: Sequence[Decimal]) -> tuple[Amount, ...]:
    """Round numbers for an axis that holds zero and all `values`, evenly apart."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    high = high if high > low else Decimal(1)
    step = _step((high - low) / INTERVALS)
    first, last = floor(low / step), ceil(high / step)
    return tuple(Amount(_plain(step * count)) for count in range(first, last + 1))


def _step(least: Decimal) -> Decimal:
    """The smallest of 1, 2 and 5 with zeros that is not less than `least`."""
    power = Decimal(10) ** least.adjusted()
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def _plain(number: Decimal) -> str:
    return format(number.normalize() + 0, "f")
