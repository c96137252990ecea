"""Blocks without ids: listed, or given one."""

from __future__ import annotations

from pathlib import Path

from docgen.report import Report
from docgen.translation import identify
from tests.libraries import BODY
from tests.translation.project import NAME, made

GAPS = """No id.

# Nor here

- Nor here

::: table
Nor here

| a | b |
|---|---|
| c | d |
:::
"""


def test_each_block_without_an_id_is_an_error_with_its_place(tmp_path: Path) -> None:
    project, report = made(tmp_path, GAPS), Report()
    assert identify(project, NAME, report, write=False) == ()
    assert [(error.origin.line, error.message) for error in report.errors] == [
        (12, "this paragraph has no id"),
        (14, "this heading has no id"),
        (16, "this list item has no id"),
        (19, "this table has no id"),
    ]
    assert "docgen ids --write" in report.errors[0].hint


def test_ids_are_written_and_told(tmp_path: Path) -> None:
    project, report = made(tmp_path, GAPS), Report()
    ((file, count, ids),) = identify(project, NAME, report, write=True)
    text = Path(file).read_text("utf-8")
    assert count == "new ids: 4"
    assert all(f"{{#{id}}}" in text for id in ids.split())
    identify(project, NAME, report, write=False)
    assert list(report) == []


def test_a_document_with_all_its_ids_is_left_alone(tmp_path: Path) -> None:
    project, report = made(tmp_path, BODY), Report()
    assert list(identify(project, NAME, report, write=True)) == []
    assert list(report) == []
