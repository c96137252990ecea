"""Tables of figures in bench/results/: rows separated by tabs, one file for each benchmark."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.runs import Cost, say

FOLDER = Path(__file__).parent / "results"
PYTHON = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
"""The Python that has the peers, and what plots are drawn with."""

FIRST, EDITED = "docgen", "docgen, edited"
"""docgen with nothing kept from before, and after an edit, with the fonts that it keeps."""

HEADING = ("text", "program", "pages", "seconds", "spread", "MB", "docgen ÷ it", "edited ÷ it")

Row = Sequence[str]


def compared(text: str, costs: Mapping[str, Cost], pages: Mapping[str, int]) -> list[Row]:
    """A row for each program, with the time of docgen in proportion to its own."""
    return [
        (
            *(text, name, str(pages.get(name, "")), f"{cost.median:.3f}", cost.spread),
            *(f"{cost.megabytes:.0f}", *(_ratio(costs, own, name) for own in (FIRST, EDITED))),
        )
        for name, cost in costs.items()
    ]


def _ratio(costs: Mapping[str, Cost], own: str, name: str) -> str:
    if own not in costs or name in (FIRST, EDITED):
        return ""
    return f"{costs[own].median / costs[name].median:.2f}"


def write(name: str, heading: Row, rows: Sequence[Row]) -> Path:
    """Put a table into bench/results/ → its file."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in [heading, *rows]), "utf-8")
    return path


def read(name: str) -> list[dict[str, str]]:
    """The rows of a table by the words of its heading; none if it is not there."""
    path = FOLDER / f"{name}.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def plot(path: Path) -> None:
    """Draw a table beside it."""
    subprocess.run([PYTHON, Path(__file__).with_name("plot.py"), path], check=True)


def tell(rows: Sequence[Row]) -> None:
    """Show rows as they come."""
    say("".join("\t".join(row) + "\n" for row in rows))
