"""Matrices and boxes of a PDF page, in points."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def matrix(numbers: Iterable[Any]) -> Matrix:
    """Six numbers of a PDF as a matrix."""
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first` and `then` after it (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(point: Point, by: Matrix) -> Point:
    """Where `by` takes `point`."""
    (x, y), (a, b, c, d, e, f) = point, by
    return a * x + c * y + e, b * x + d * y + f


def sides(of: Matrix) -> Point:
    """How long the sides of the unit square become."""
    a, b, c, d, _, _ = of
    return math.hypot(a, b), math.hypot(c, d)


def around(points: Iterable[Point]) -> Box:
    """The smallest box around `points`, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def corners(box: Box) -> tuple[Point, ...]:
    """The four corners of `box`."""
    left, bottom, right, top = box
    return (left, bottom), (right, bottom), (right, top), (left, top)


def box(numbers: Iterable[Any]) -> Box:
    """Four numbers of a PDF as a box."""
    a, b, c, d = map(float, numbers)
    return around(((a, b), (c, d)))


def grown(inner: Box, by: float) -> Box:
    """`inner` with `by` more on every side."""
    left, bottom, right, top = inner
    return left - by, bottom - by, right + by, top + by


def common(one: Box, other: Box | None) -> Box | None:
    """What lies in both boxes, None where they do not meet."""
    if other is None:
        return None
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def inside(inner: Box, outer: Box, tolerance: float) -> bool:
    """Whether `inner` lies in `outer`, or out of it by no more than `tolerance`."""
    left, bottom, right, top = grown(outer, tolerance)
    return left <= inner[0] and bottom <= inner[1] and inner[2] <= right and inner[3] <= top
