"""The axis of a chart: round numbers that hold zero and all values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.read.charts import scale


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        (("12", "96"), "0 20 40 60 80 100"),
        (("-2.5", "12"), "-5 0 5 10 15"),
        (("0.12", "0.3"), "0 0.1 0.2 0.3"),
        (("-70", "-5"), "-80 -60 -40 -20 0"),
        (("1234567",), "0 500000 1000000 1500000"),
        (("0", "0"), "0 0.2 0.4 0.6 0.8 1"),
    ],
)
def test_an_axis_has_few_round_numbers_and_zero(values: tuple[str, ...], axis: str) -> None:
    assert " ".join(amount.value for amount in scale([*map(Decimal, values)])) == axis
