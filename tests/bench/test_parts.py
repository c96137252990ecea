"""The parts of the time of a DOCX."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import parts, results


def test_each_part_is_told_and_the_sums_of_both_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    parts.main(["--rounds", "1"])
    rows = results.read("parts")
    by_name = {(row["part"], row["process"]): row for row in rows}
    assert {("reading", "second"), ("writing", "first")} <= by_name.keys()
    assert [row["process"] for row in rows[-2:]] == ["first", "second"]
    for language in ("en", "zh"):
        *times, first, second = (int(row[f"{language} ms"]) for row in rows)
        assert times[0] > 0
        assert abs(sum(times) - first - second) <= len(times)
