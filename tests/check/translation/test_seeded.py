"""Faults put into good translations on purpose: each is found, and the good ones are left alone.

Every row of `seeded.tsv` has a source, a right and a wrong translation, and the key of the check
that has to tell them apart.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.check.translation.desk import keys, told, unescaped


class Row(NamedTuple):
    key: str
    tag: str
    source: str
    other: str
    right: str
    wrong: str


FILE = Path(__file__).with_name("seeded.tsv")
LINES = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
ROWS = [Row(*map(unescaped, line.split("\t"))) for line in LINES]


def name(row: Row) -> str:
    return f"{row.key}-{row.tag}-{row.other}-{row.wrong[:24]}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_right_translation_is_left_alone(row: Row) -> None:
    assert told(row.source, row.tag, row.right, row.other) == []


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_wrong_translation_is_found_by_its_check(row: Row) -> None:
    assert row.key in keys(told(row.source, row.tag, row.wrong, row.other))
