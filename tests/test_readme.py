"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from docgen.cli import main
from tests.projects import project, write

ROOT = Path(__file__).parents[1]


def example(heading: str) -> str:
    """The block of lines set in under a heading of the README."""
    text = (ROOT / "README.md").read_text("utf-8").partition(f"## {heading}\n")[2]
    found = re.search(r"(?:^    .*\n|^\n(?=    ))+", text, re.MULTILINE)
    assert found
    return dedent(found[0]).lstrip("\n")


def test_the_report_of_ones_own_is_built_without_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "river-basins")
    write(root, "river-basins", example("A report of your own"))
    assert main(["build", "river-basins", "--lang=en", "--format=html,docx"], root) == 0
    assert "warning" not in capsys.readouterr().err
    page = (root / "build/river-basins/en/A_99_123-en.html").read_text("utf-8")
    assert "Joint bodies by region" in page
