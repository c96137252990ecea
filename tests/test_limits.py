"""The limits: each has its reason, and the manual has each."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import limits

MANUAL = (Path(__file__).parents[1] / "docs" / "security.md").read_text("utf-8")


@pytest.mark.parametrize("name", limits.ALL)
def test_the_manual_says_each_limit_as_it_is(name: str) -> None:
    limit = limits.ALL[name]
    row = next(line for line in MANUAL.splitlines() if line.startswith(f"| `{name}` |"))
    assert f"| {limit.most:,} {limit.what} |" in row
    assert row.endswith(f"| {limit.reason} |")


def test_the_manual_has_no_limits_that_are_gone() -> None:
    rows = [line for line in MANUAL.splitlines() if line.startswith("| `")]
    assert len(rows) == len(limits.ALL)


def test_a_limit_says_what_is_too_much() -> None:
    assert limits.TEXT.message("the note") == "the note has more than 50,000 characters"
